import fc from 'fast-check'
import type { Measure } from '../../indicators/measures/index.ts'
import type { MeasureUnit } from '../../indicators/measures/units.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { IndicatorMeaning } from '../define.ts'
import { compare, type Comparison } from '../shared/comparison.ts'
import type { IndicatorCondition } from './indicator.ts'

const OPENED = ['opened_email', 'Wheel Spin']
const last = (n: number, unit: 'day' | 'month' = 'day') => ({ kind: 'last' as const, n, unit })

/** Measures of every kind, by what their values are. Each has its own id in a company. */
const MEASURES: Readonly<Record<MeasureUnit, readonly Measure[]>> = {
  count: [
    { measure: 'orders', of: 'count' },
    { measure: 'orders', of: 'count', within: last(60), where: { discounted: true } },
    { measure: 'purchases', of: 'orders', products: { category: ['tea', 'Coffee'] } },
    { measure: 'purchases', of: 'quantity', products: { brand: ['Kopi'] }, within: last(3, 'month') },
    { measure: 'events', event: OPENED },
    { measure: 'events', event: ['viewed_product'], within: last(90), where: { device: ['mobile'] } },
  ],
  money: [
    { measure: 'orders', of: 'spend' },
    { measure: 'orders', of: 'average' },
    { measure: 'orders', of: 'largest', within: { kind: 'older', n: 30, unit: 'day' } },
    { measure: 'orders', of: 'discount', where: { channel: ['online'] } },
    { measure: 'purchases', of: 'spend', products: { category: ['Tea'] } },
    { measure: 'purchases', of: 'spend', products: { tag: ['kids'] }, where: { status: ['paid'] } },
  ],
  days: [
    { measure: 'days_since', of: 'last_order' },
    { measure: 'days_since', of: 'first_order' },
    { measure: 'days_since', of: 'last_event', event: OPENED },
    { measure: 'order_interval' },
    { measure: 'order_interval', within: last(12, 'month') },
  ],
  percent: [
    { measure: 'share_of_orders', where: { discounted: true } },
    { measure: 'share_of_orders', where: { status: ['refunded'], channel: ['ONLINE'] }, within: last(90) },
    { measure: 'share_of_spend', products: { category: ['Tea'] } },
    {
      measure: 'share_of_spend',
      products: { product: ['e'], price: { op: '>', value: 5 } },
      within: last(60),
    },
    { measure: 'active_periods', event: OPENED, periods: 6, days: 30 },
    { measure: 'active_periods', event: ['viewed_product'], periods: 4, days: 7 },
  ],
  score: [
    { measure: 'rfm', of: 'recency' },
    { measure: 'rfm', of: 'frequency' },
    { measure: 'rfm', of: 'monetary' },
  ],
}

const STATUSES: readonly Criteria[] = [
  { type: 'orders', measure: 'count', op: '>=', value: 1, within: last(90) },
  {
    all: [
      { type: 'segment', segment: 'seg_back' },
      { none: [{ type: 'indicator', indicator: 'ind_percent', op: '>=', value: 50 }] },
    ],
  },
]

/** Half of them stored, half computed. */
const storedAt = fc.option(fc.constant(1_700_000_000), { nil: null, freq: 1 })

const numbers = (unit: MeasureUnit): fc.Arbitrary<IndicatorMeaning> =>
  fc.record({
    id: fc.constant(`ind_${unit}`),
    name: fc.constantFrom(`my ${unit}`, 'Été d’“or”'),
    storedAt,
    kind: fc.constant('number' as const),
    measure: fc.constantFrom(...MEASURES[unit]),
  })

const statuses: fc.Arbitrary<IndicatorMeaning> = fc.record({
  id: fc.constant('ind_status'),
  name: fc.constantFrom('Active', 'active customer'),
  storedAt,
  kind: fc.constant('status' as const),
  criteria: fc.constantFrom(...STATUSES),
})

/** The indicators of a company: a status, and a number of each unit. */
export const arbitraryIndicators: fc.Arbitrary<readonly IndicatorMeaning[]> = fc
  .tuple(statuses, numbers('count'), numbers('money'), numbers('days'), numbers('percent'), numbers('score'))
  // Names are unique.
  .map((all) => all.map((one, i) => ({ ...one, name: `${one.name} ${i}` })))

/** What one customer has stored, whether or not it is looked at. */
export const arbitraryStoredValues: fc.Arbitrary<ReadonlyMap<string, number>> = fc
  .array(
    fc.tuple(
      fc.constantFrom('ind_status', 'ind_count', 'ind_money', 'ind_days', 'ind_percent', 'ind_score'),
      fc.constantFrom(0, 1, 2, 10, 33.33, 50, 100 / 3, 90),
    ),
    { maxLength: 4 },
  )
  .map((entries) => new Map(entries.map(([id, value]) => [id, id === 'ind_status' ? 1 : value])))

const VALUES: Readonly<Record<MeasureUnit, readonly number[]>> = {
  count: [0, 1, 2, 3],
  money: [0, 1, 2, 5, 10, 20, 50, 100],
  days: [0, 1, 7, 14.5, 30, 60, 90, 365],
  percent: [0, 25, 33.33, 50, 100],
  score: [1, 2, 3, 4, 5],
}

const comparison = (values: readonly number[]): fc.Arbitrary<Comparison> =>
  fc.oneof(
    fc.record({ op: fc.constantFrom('>', '>=', '<', '<=', '='), value: fc.constantFrom(...values) }),
    fc
      .tuple(fc.constantFrom(...values), fc.constantFrom(...values))
      .map(([a, b]): Comparison => ({ op: 'between', value: [Math.min(a, b), Math.max(a, b)] })),
  )

/** Random comparisons of a number of some unit. */
export const comparedWith = (unit: MeasureUnit): fc.Arbitrary<Comparison> =>
  comparison(VALUES[unit])
    // A score that nobody can have is refused before it is read.
    .filter((test) => unit !== 'score' || VALUES.score.some((score) => compare(score, test)))

const compared = (unit: MeasureUnit): fc.Arbitrary<Omit<IndicatorCondition, 'type'>> =>
  comparedWith(unit).map((test) => ({ indicator: `ind_${unit}`, ...test }))

/** Random conditions over those indicators. */
export const arbitraryIndicatorConditions: fc.Arbitrary<Omit<IndicatorCondition, 'type'>> = fc.oneof(
  fc.constant({ indicator: 'ind_status' }),
  compared('count'),
  compared('money'),
  compared('days'),
  compared('percent'),
  compared('score'),
)
