import { start } from './0001-start.ts'
import { views } from './0002-views.ts'
import { valueLists } from './0003-value-lists.ts'
import { facts } from './0004-facts.ts'
import { accounts } from './0005-accounts.ts'
import { indicators } from './0006-indicators.ts'
import { memberships } from './0007-memberships.ts'
import { pins } from './0008-pins.ts'
import { audiences } from './0009-audiences.ts'
import { exports } from './0010-exports.ts'
import { segmentFigures } from './0011-segment-figures.ts'
import { widgetKeys } from './0012-widget-keys.ts'
import { revisions } from './0013-revisions.ts'
import { exported } from './0014-exported.ts'
import { names } from './0015-names.ts'
import { profiles } from './0016-profiles.ts'
import { scored } from './0017-scored.ts'
import { signalTypes } from './0018-signal-types.ts'
import { exportedAccounts } from './0019-exported-accounts.ts'
import { arrivals } from './0020-arrivals.ts'
import { moves } from './0021-moves.ts'
import { personaDrift } from './0022-persona-drift.ts'
import { routing } from './0023-routing.ts'
import { questions } from './0024-questions.ts'
import { sources } from './0025-sources.ts'
import { aliases } from './0026-aliases.ts'
import { accessTokens } from './0027-access-tokens.ts'
import { suppressed } from './0028-suppressed.ts'
import { webhooks } from './0029-webhooks.ts'
import { joins } from './0030-joins.ts'
import { linesOfCategories } from './0031-lines-of-categories.ts'
import { remnants } from './0032-remnants.ts'
import { eventRewrites } from './0033-event-rewrites.ts'

/** In order, for ever: a database at version n has run the first n. */
export const migrations: readonly string[] = [
  start,
  views,
  valueLists,
  facts,
  accounts,
  indicators,
  memberships,
  pins,
  audiences,
  exports,
  segmentFigures,
  widgetKeys,
  revisions,
  exported,
  names,
  profiles,
  scored,
  signalTypes,
  exportedAccounts,
  arrivals,
  moves,
  personaDrift,
  routing,
  questions,
  sources,
  aliases,
  accessTokens,
  suppressed,
  webhooks,
  joins,
  linesOfCategories,
  remnants,
  eventRewrites,
]
