import { sql } from 'kysely'
import type { Criteria } from '../../../criteria/schema.ts'
import { inPiece } from '../../../conditions/shared/set-query.ts'
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts'
import { type Candidate, type CandidateSource, MOST_VALUES } from './define.ts'

const BUYERS: Criteria = { type: 'orders', measure: 'count', op: '>=', value: 1 }

/** What customers bought, how much, where and on what: all of it up to the moment that is looked at. */
export const buying: CandidateSource = {
  entity: 'customer',
  dated: true,
  candidates: (vocabulary) => [
    orderBands('count', 'f.orders', true),
    orderBands('spend', 'f.spent', false),
    orderBands('average', 'f.spent / f.orders', false),
    ...bought('category', vocabulary),
    ...bought('brand', vocabulary),
    ...[30, 90, 180].map(
      (n): Candidate => ({
        kind: 'value',
        about: 'orders.last_date',
        criteria: { type: 'orders', measure: 'last_date', during: { kind: 'last', n, unit: 'day' } },
        known: null,
      }),
    ),
    ...ordered('channel', vocabulary),
    ...ordered('device', vocabulary),
    {
      kind: 'value',
      about: 'orders.discounted',
      criteria: { type: 'orders', measure: 'count', op: '>=', value: 1, where: { discounted: true } },
      known: BUYERS,
    },
  ],
}

function orderBands(measure: 'count' | 'spend' | 'average', column: string, whole: boolean): Candidate {
  const test = (op: '>=' | '<' | 'between', value: number | [number, number]): Criteria => ({
    type: 'orders',
    measure,
    op,
    value,
  })
  return {
    kind: 'bands',
    about: `orders.${measure}`,
    known: BUYERS,
    minor: measure !== 'count',
    values: ({ dialect }) => ({
      query: {
        ...dialect.compile(
          sql`SELECT f.id, ${sql.raw(column)} FROM facts AS f WHERE ${inPiece('f.id')} AND f.orders > 0`,
        ),
        cut: { by: 'customer' },
      },
      sources: ['orders', 'customers'],
    }),
    atLeast: (low) => test('>=', low),
    band(low, high) {
      // Whoever never ordered has ordered less often than that, and is not meant.
      if (low === null) return { all: [BUYERS, test('<', high ?? 0)] }
      if (high === null) return test('>=', low)
      return whole ? test('between', [low, high - 1]) : { all: [test('>=', low), test('<', high)] }
    },
  }
}

const bought = (field: 'category' | 'brand', vocabulary: Vocabulary): readonly Candidate[] =>
  vocabulary
    .values(field)
    .slice(0, MOST_VALUES)
    .map(({ value }) => ({
      kind: 'value',
      about: `purchases.${field}`,
      criteria: { type: 'purchases', match: 'any', of: { [field]: [value] } },
      known: null,
    }))

const ordered = (field: 'channel' | 'device', vocabulary: Vocabulary): readonly Candidate[] =>
  vocabulary
    .values(field)
    .slice(0, MOST_VALUES)
    .map(({ value }) => ({
      kind: 'value',
      about: `orders.${field}`,
      criteria: { type: 'orders', measure: 'count', op: '>=', value: 1, where: { [field]: [value] } },
      known: BUYERS,
    }))
