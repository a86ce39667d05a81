import { query, type Reader } from '#db/run.ts'
import type { Source } from '#db/schema.ts'
import { NotFoundError } from '#kernel/errors.ts'
import type { ReadingContext } from '../conditions/define.ts'
import { holds } from '../criteria/evaluate.ts'
import { conditionsBehind, criteriaIn, sourcesOf } from '../criteria/expand.ts'
import type { CustomerRecord, Population } from '../customers/record.ts'
import type { Segments } from './read.ts'

/** What a message about a customer can change. */
const ARRIVING: readonly Source[] = ['customers', 'consents', 'orders', 'products', 'events', 'scores']
/** Read of everybody, which a message a second would read again and again: the next look at all segments finds them. */
const OF_EVERYBODY = new Set<string>(['rank', 'rfm'])

/** The segments that a customer is to enter or leave, by their last counts; only those that what arrives can change. */
export function segmentsMoved(
  customer: CustomerRecord,
  { reader, segments, ctx }: { reader: Reader; segments: Segments; ctx: ReadingContext },
): readonly string[] {
  return segments.list().flatMap(({ id, criteria, members }) => {
    // What was never counted is counted as a whole before long.
    if (criteria === null || members === null) return []
    try {
      const expand = criteriaIn(ctx)
      if (!sourcesOf(criteria, expand).some((source) => ARRIVING.includes(source))) return []
      if (conditionsBehind(criteria, expand).some(({ type }) => OF_EVERYBODY.has(type))) return []
      const isIn = reader.get(
        query
          .selectFrom('memberships')
          .select('customer_id')
          .where('segment_id', '=', id)
          .where('customer_id', '=', customer.id)
          .where('left_at', 'is', null),
      )
      return holds(criteria, customer, ALONE, ctx) === (isIn !== undefined) ? [] : [id]
    } catch (error) {
      // One of its parts is gone.
      if (error instanceof NotFoundError) return []
      throw error
    }
  })
}

const ALONE: Population = { rfm: () => null, rankHolds: () => false }
