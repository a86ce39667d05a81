import { type Reader, query } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import type { PlanContext } from '../conditions/define.ts'
import type { Dialect } from '../dialects/define.ts'
import type { Segments } from '../segments/read.ts'
import type { Workspace } from '../services.ts'
import type { Dictionary } from '../vocabulary/dictionary.ts'

export interface ContextDeps {
  readonly reader: Reader
  readonly dialect: Dialect
  readonly dictionary: Dictionary
  readonly segments: Pick<Segments, 'meaning'>
  readonly workspace: Workspace
  readonly now: Instant
}

/** What every reading of criteria is given, as the database has it at this moment. */
export function planContext({
  reader,
  dialect,
  dictionary,
  segments,
  workspace,
  now,
}: ContextDeps): PlanContext {
  return {
    now,
    zone: workspace.zone,
    currency: workspace.currency,
    dialect,
    dictionary,
    factsHold: (reader.get(latestOrder)?.at ?? 0) <= now,
    segment: (id) => segments.meaning(id),
  }
}

// Answered by the end of the index orders_time.
const latestOrder = query
  .selectFrom('orders')
  .select(({ fn }) => fn.max('ordered_at').as('at'))
  .where('counted', '=', 1)
