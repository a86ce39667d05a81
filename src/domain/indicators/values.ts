import { sql } from 'kysely'
import type { Source } from '#db/schema.ts'
import type { PlanContext } from '../conditions/define.ts'
import { allOf, inPiece } from '../conditions/shared/set-query.ts'
import type { Criteria } from '../criteria/schema.ts'
import { count, ids } from '../members/bitset.ts'
import type { CountOptions, Members, ValuesQuery } from '../members/members.ts'
import type { ValueColumns } from '../members/reader-messages.ts'
import { joined } from '../members/values.ts'
import type { MeasureRows } from './measures/define.ts'
import { type Measure, measureOf } from './measures/index.ts'

/** A measure of all customers who have a value. Read in threads of its own, as members are. */
export async function measureValues(
  measure: Measure,
  members: Members,
  options: CountOptions,
): Promise<ValueColumns> {
  const query = queryOf(measure)
  if (query !== undefined) return members.values(query, options)
  const sets = await scoreSets(measure, members, options)
  return {
    ids: joined(sets.map(({ bits }) => Float64Array.from(ids(bits)))),
    values: joined(sets.map(({ bits, score }) => new Float64Array(count(bits)).fill(score))),
  }
}

/** The same numbers without whose they are, the least first. */
export async function sortedMeasure(
  measure: Measure,
  members: Members,
  options: CountOptions,
): Promise<Float64Array> {
  const query = queryOf(measure)
  if (query !== undefined) return members.sortedValues(query, options)
  const sets = await scoreSets(measure, members, options)
  return joined(sets.map(({ bits, score }) => new Float64Array(count(bits)).fill(score)))
}

/** The values that were stored of a frozen indicator. */
export const storedQuery =
  (indicatorId: string) =>
  ({ dialect }: PlanContext): ValuesQuery => ({
    sources: ['indicators'],
    query: {
      ...dialect.compile(sql`
        SELECT v.customer_id, v.value FROM indicator_values AS v
        WHERE ${allOf([sql<boolean>`v.indicator_id = ${indicatorId}`, inPiece('v.customer_id')])}`),
      cut: { by: 'customer' },
    },
  })

/** Undefined where the value is no sum over a customer's own rows. */
function queryOf(measure: Measure): ((ctx: PlanContext) => ValuesQuery) | undefined {
  const { rows, sources } = measureOf(measure)
  return rows && ((ctx) => rowsQuery(rows(measure, ctx), sources(measure), ctx))
}

const rowsQuery = (
  { from, customer, tests, value }: MeasureRows,
  sources: readonly Source[],
  { dialect }: PlanContext,
): ValuesQuery => ({
  sources,
  query: {
    ...dialect.compile(sql`
      SELECT ${sql.ref(customer)}, ${value} FROM ${from}
      WHERE ${allOf([inPiece(customer), ...tests])} GROUP BY ${sql.ref(customer)}`),
    cut: { by: 'customer' },
  },
})

const SCORES = [1, 2, 3, 4, 5] as const

/** Scores: one set for each of the five. */
async function scoreSets(measure: Measure, members: Members, options: CountOptions) {
  const { compared } = measureOf(measure)
  const criteria = SCORES.map((value): Criteria => compared?.(measure, { op: '=', value }) ?? unread(measure))
  const sets = await members.ofEach(criteria, options)
  return sets.map(({ bits }, at) => ({ bits, score: SCORES[at] ?? 0 }))
}

function unread({ measure }: Measure): never {
  throw new Error(`The measure ${measure} has neither rows nor a condition that compares it`)
}
