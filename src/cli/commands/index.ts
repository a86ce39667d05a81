import type { RegisterCommand } from '../command.ts'
import { ask } from './ask.ts'
import { audiences } from './audiences.ts'
import { confirm } from './confirm.ts'
import { doctor } from './doctor.ts'
import { erase } from './erase.ts'
import { evals } from './evals.ts'
import { exportCommand } from './export.ts'
import { health } from './health.ts'
import { importCommand } from './import.ts'
import { joins } from './joins.ts'
import { mcp } from './mcp.ts'
import { passphrase } from './passphrase.ts'
import { proposals } from './proposals.ts'
import { refresh } from './refresh.ts'
import { reject } from './reject.ts'
import { routes } from './routes.ts'
import { segments } from './segments.ts'
import { shopify } from './shopify.ts'
import { sources } from './sources.ts'
import { start } from './start.ts'
import { token } from './token.ts'
import { subject } from './subject.ts'
import { users } from './users.ts'
import { widgetKeys } from './widget-keys.ts'
import { writeKeys } from './write-keys.ts'

/** Every `muster …` command, in the order of `muster --help`. */
export const commands: readonly RegisterCommand[] = [
  start,
  ask,
  importCommand,
  sources,
  health,
  joins,
  segments,
  audiences,
  routes,
  proposals,
  confirm,
  reject,
  refresh,
  exportCommand,
  mcp,
  passphrase,
  users,
  token,
  widgetKeys,
  writeKeys,
  subject,
  erase,
  shopify,
  evals,
  doctor,
]
