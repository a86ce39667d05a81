import { query, type Reader } from '#db/run.ts'
import type { Source } from '#db/schema.ts'
import { NotFoundError } from '#kernel/errors.ts'
import type { ReadingContext } from '../conditions/define.ts'
import { holds } from '../criteria/evaluate.ts'
import { conditionsBehind, criteriaIn, sourcesOf } from '../criteria/expand.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { CustomerRecord, Population } from '../customers/record.ts'
import type { SegmentMove } from './move-members.ts'
import type { Segments } from './read.ts'

/** What a message about a customer can change. */
const ARRIVING: readonly Source[] = ['customers', 'consents', 'orders', 'products', 'events', 'scores']
/** Read of everybody, which a message a second would read again and again: the next look at all segments finds them. */
const OF_EVERYBODY = new Set<string>(['rank', 'rfm'])

/** A customer to whom something happened, and what. */
export interface HappenedTo {
  readonly customer: CustomerRecord
  readonly cause: string
}

/** The segments that customers are to enter or leave, by their last counts; only those that what arrives can change. */
export function segmentsMoved(
  happened: readonly HappenedTo[],
  { reader, segments, ctx }: { reader: Reader; segments: Segments; ctx: ReadingContext },
): readonly SegmentMove[] {
  return segments.list().flatMap(({ id, version, criteria, members }) => {
    // What was never counted is counted as a whole before long.
    if (criteria === null || members === null || !canMove(criteria, ctx)) return []
    const isIn = membersAmong(
      reader,
      id,
      happened.map(({ customer }) => customer.id),
    )
    const moved = happened.filter(
      ({ customer }) => holds(criteria, customer, ALONE, ctx) !== isIn.has(customer.id),
    )
    return [...Map.groupBy(moved, ({ cause }) => cause)].map(([cause, of]) => {
      const [left, entered] = [true, false].map((was) =>
        of.flatMap(({ customer }) => (isIn.has(customer.id) === was ? [customer.id] : [])),
      )
      return { segmentId: id, version, cause, entered: entered ?? [], left: left ?? [] }
    })
  })
}

function canMove(criteria: Criteria, ctx: ReadingContext): boolean {
  try {
    const expand = criteriaIn(ctx)
    return (
      sourcesOf(criteria, expand).some((source) => ARRIVING.includes(source)) &&
      !conditionsBehind(criteria, expand).some(({ type }) => OF_EVERYBODY.has(type))
    )
  } catch (error) {
    // One of its parts is gone.
    if (error instanceof NotFoundError) return false
    throw error
  }
}

const membersAmong = (reader: Reader, segment: string, customers: readonly number[]): ReadonlySet<number> =>
  new Set(
    reader
      .all(
        query
          .selectFrom('memberships')
          .select('customer_id')
          .where('segment_id', '=', segment)
          .where('customer_id', 'in', customers)
          .where('left_at', 'is', null),
      )
      .map((row) => row.customer_id),
  )

const ALONE: Population = { rfm: () => null, rankHolds: () => false }
