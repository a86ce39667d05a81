import { type Reader, query } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { NotFoundError } from '#kernel/errors.ts'
import type { NamesContext, PlanContext, SegmentHistory, SegmentMeaning } from '../conditions/define.ts'
import type { Dialect } from '../dialects/define.ts'
import type { Workspace } from '../services.ts'
import { indicatorMeaning } from '../indicators/meaning.ts'
import { profileMeaning, profileMeanings } from '../profiles/meaning.ts'
import { questionMeaning, questionMeanings } from '../profiles/questions/meaning.ts'
import type { Dictionary } from '../vocabulary/dictionary.ts'
import { storedCriteria } from './stored.ts'

export interface ContextDeps {
  readonly reader: Reader
  readonly dialect: Dialect
  readonly dictionary: Dictionary
  readonly workspace: Workspace
  readonly now: Instant
}

/** What every reading of criteria is given, as the database has it at this moment. */
export function planContext({ reader, dialect, dictionary, workspace, now }: ContextDeps): PlanContext {
  return {
    now,
    zone: workspace.zone,
    currency: workspace.currency,
    dialect,
    dictionary,
    factsHold: (reader.get(latestOrder)?.at ?? 0) <= now,
    ...namesIn(reader),
    earliest: () =>
      Math.min(
        now,
        reader.get(earliestOrder)?.at ?? now,
        ...reader.all(earliestEvents).map(({ at }) => at ?? now),
      ),
    history: (segmentId) => historyOf(reader, segmentId),
    earliestJoined: () => Math.min(now, reader.get(earliestCustomer)?.at ?? now),
  }
}

/** What ids name, as the database has it at this moment. */
export const namesIn = (reader: Reader): NamesContext => ({
  segment: (id) => segmentMeaning(reader, id),
  indicator: (id) => indicatorMeaning(reader, id),
  profile: (id) => profileMeaning(reader, id),
  profiles: () => profileMeanings(reader),
  question: (id) => questionMeaning(reader, id),
  questions: () => questionMeanings(reader),
})

// Answered by the end of the index orders_time.
const latestOrder = query
  .selectFrom('orders')
  .select(({ fn }) => fn.max('ordered_at').as('at'))
  .where('counted', '=', 1)

// Answered by the beginnings of the indexes orders_time and events_time.
const earliestOrder = query
  .selectFrom('orders')
  .select(({ fn }) => fn.min('ordered_at').as('at'))
  .where('counted', '=', 1)
const earliestCustomer = query.selectFrom('customers').select(({ fn }) => fn.min('created_at').as('at'))
const earliestEvents = query.selectFrom('event_types as t').select((eb) =>
  eb
    .selectFrom('events as e')
    .select(({ fn }) => fn.min('e.occurred_at').as('at'))
    .whereRef('e.type_id', '=', 't.id')
    .as('at'),
)

function historyOf(reader: Reader, segmentId: string): SegmentHistory | undefined {
  const counts = query.selectFrom('refreshes').select('as_of').where('segment_id', '=', segmentId).limit(1)
  const first = reader.get(counts.orderBy('id'))
  const last = reader.get(counts.orderBy('id', 'desc'))
  return first && last && { begins: first.as_of, counted: last.as_of }
}

/** What the segment or list with this id means now. Throws NotFoundError when it is not there (any more). */
function segmentMeaning(reader: Reader, id: string): SegmentMeaning {
  const row = reader.get(
    query.selectFrom('segments').select(['name', 'criteria', 'deleted_at']).where('id', '=', id),
  )
  if (row === undefined) {
    throw new NotFoundError(`There is no segment ${id}`, {
      next: 'Look its id up among the segments, or write its criteria out.',
    })
  }
  const { name, criteria } = row
  if (row.deleted_at !== null) {
    throw new NotFoundError(`The segment “${name}” was deleted`, {
      next: 'Restore it with undo, or take the reference to it out.',
    })
  }
  if (criteria === null) return { kind: 'list', name, id }
  return { kind: 'criteria', name, criteria: storedCriteria(criteria) }
}
