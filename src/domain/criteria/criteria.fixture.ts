import fc from 'fast-check'
import { CUSTOMER_FIELDS } from '../conditions/attribute/attribute.ts'
import type { Comparison } from '../conditions/shared/comparison.ts'
import {
  type EventFilter,
  eventFilterSchema,
  type OrderFilter,
  orderFilterSchema,
  type ProductFilter,
  productFilterSchema,
} from '../conditions/shared/filters.ts'
import { type Condition, type ConditionType, conditionSchema, conditions } from '../conditions/index.ts'
import { RANK_MEASURES } from '../conditions/rank/rank-values.ts'
import { RFM_SEGMENTS } from '../rfm/patterns.ts'
import { UNITS, type Window } from '../time/window.ts'
import { TEXTS } from './company.fixture.ts'
import type { Criteria } from './schema.ts'

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 3 })
const pick = (texts: readonly string[]) => fc.constantFrom(...texts, 'nothing like it', "o'%_“\\”")
const list = (texts: readonly string[]) => some(pick(texts))
/** Objects with some of the keys, mostly with one or two. */
const sparse = <T extends object>(model: { [K in keyof T]-?: fc.Arbitrary<Exclude<T[K], undefined>> }) =>
  fc
    .tuple(fc.record(model), fc.subarray(Object.keys(model), { minLength: 1, maxLength: 2 }))
    .map(([drawn, keys]) => Object.fromEntries(Object.entries(drawn).filter(([key]) => keys.includes(key))))

const dates = fc.constantFrom(
  '2023-01-01',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2025-03-30',
  '2025-11-20',
)
const amount = fc.integer({ min: 1, max: 400 })

/** Every kind of window, short and long. */
const arbitraryWindow: fc.Arbitrary<Window> = fc.oneof(
  fc.record({ kind: fc.constant('last' as const), n: amount, unit: fc.constantFrom(...UNITS) }),
  fc
    .record({ from: fc.integer({ min: 1, max: 60 }), span: fc.integer({ min: 1, max: 400 }) })
    .chain(({ from, span }) =>
      fc.record({
        kind: fc.constant('ago' as const),
        from: fc.constant(from),
        to: fc.constant(from + span),
        unit: fc.constantFrom(...UNITS),
      }),
    ),
  fc.record({ kind: fc.constant('older' as const), n: amount, unit: fc.constantFrom(...UNITS) }),
  fc
    .record({
      unit: fc.constantFrom(
        'day' as const,
        'week' as const,
        'month' as const,
        'quarter' as const,
        'year' as const,
      ),
      offset: fc.integer({ min: -9, max: 0 }),
      count: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ unit, offset, count }): Window => {
      const kept = Math.min(count, 1 - offset)
      return { kind: 'calendar', unit, offset, ...(kept > 1 && { count: kept }) }
    }),
  fc
    .tuple(dates, dates, fc.constantFrom('from', 'after', 'neither'), fc.constantFrom('to', 'before', 'both'))
    .map(([a, b, start, end]): Window => {
      const [first, last] = a < b ? [a, b] : [b, a]
      if (start === 'neither' || end === 'both') {
        return end === 'before' ? { kind: 'dates', before: last } : { kind: 'dates', from: first, to: last }
      }
      const begin = start === 'from' ? { from: first } : { after: first }
      return { kind: 'dates', ...begin, ...(end === 'to' ? { to: last } : { before: last }) }
    }),
)

const group = (node: fc.Arbitrary<Criteria>) => fc.array(node, { minLength: 1, maxLength: 3 })

const constants = ({ op, value }: Comparison) => ({ op: fc.constant(op), value: fc.constant(value) })

const comparison = (values: fc.Arbitrary<number>): fc.Arbitrary<Comparison> =>
  fc.oneof(
    fc.record({ op: fc.constantFrom('>', '>=', '<', '<=', '='), value: values }),
    fc.tuple(values, values).map(
      ([a, b]): Comparison => ({
        op: 'between',
        value: [Math.min(a, b), Math.max(a, b)],
      }),
    ),
  )
const counts = comparison(fc.integer({ min: 0, max: 3 }))
/** Whole units, so that every currency can pay them; company.fixture's amounts lie on them and beside them. */
const money = comparison(fc.constantFrom(0, 1, 2, 5, 10, 20, 50, 100, 1000, 5000))

const orderFilter = sparse<OrderFilter>({
  status: some(fc.constantFrom('paid', 'pending', 'refunded', 'partially_refunded')),
  channel: list(TEXTS.channel),
  device: list(TEXTS.device),
  code: list(TEXTS.code),
  discounted: fc.boolean(),
  total: money,
}).map((filter) => orderFilterSchema.parse(filter))

const productFilter = sparse<ProductFilter>({
  product: list(['cleanser', 'BRÛLÉE', 'e', '% OFF_']),
  category: list(TEXTS.category),
  brand: list(TEXTS.brand),
  sku: list(TEXTS.sku),
  tag: list(TEXTS.productTag),
  price: money,
}).map((filter) => productFilterSchema.parse(filter))

const eventFilter = sparse<EventFilter>({
  product: productFilter,
  campaign: list(TEXTS.campaign),
  channel: list(TEXTS.channel),
  device: list(TEXTS.device),
}).map((filter) => eventFilterSchema.parse(filter))

/** Absent three times in four, or without a window at all. */
const scope = {
  within: fc.option(arbitraryWindow, { nil: undefined }),
  where: fc.option(orderFilter, { nil: undefined, freq: 1 }),
}

const ATTRIBUTE_TEXTS = {
  email: TEXTS.email,
  phone: TEXTS.phone,
  first_name: TEXTS.name,
  last_name: TEXTS.name,
  gender: TEXTS.gender,
  region: TEXTS.region,
  city: TEXTS.city,
  postcode: TEXTS.postcode,
  language: TEXTS.language,
} as const

const attributes: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...Object.entries(ATTRIBUTE_TEXTS)).chain(([field, known]) => {
    const texts: readonly string[] =
      field === 'phone' ? [...known, '555'] : [...known, 'a', 'é', '@gmail.com', '%']
    return fc.oneof(
      fc.record({
        field: fc.constant(field),
        op: fc.constantFrom('equals', 'contains', 'starts_with', 'ends_with'),
        value: fc.constantFrom(...texts),
      }),
      fc.record({ field: fc.constant(field), op: fc.constant('in'), value: some(fc.constantFrom(...texts)) }),
    )
  }),
  fc.record({
    field: fc.constant('country'),
    op: fc.constant('in'),
    value: list([...TEXTS.country, 'canada', 'United States', 'the netherlands', 'Deutschland']),
  }),
  fc.record({
    field: fc.constant('id'),
    op: fc.constant('in'),
    value: some(fc.constantFrom('C0', 'c0', 'C1', 'C7')),
  }),
  fc.record({ field: fc.constant('tags'), op: fc.constant('in'), value: list(TEXTS.tag) }),
  fc.record({ field: fc.constant('interests'), op: fc.constant('has'), value: pick(TEXTS.interest) }),
  comparison(fc.constantFrom(-33.9, 0, 18.4, 51.5)).chain((test) =>
    fc.record({
      field: fc.constantFrom('latitude', 'longitude'),
      op: fc.constant(test.op),
      value: fc.constant(test.value),
    }),
  ),
  fc.record({ field: fc.constant('created_at'), op: fc.constant('during'), window: arbitraryWindow }),
  fc.record({
    field: fc.constant('birthday'),
    op: fc.constant('during'),
    window: fc.oneof(
      arbitraryWindow.filter(({ kind }) => kind === 'dates'),
      fc.integer({ min: 1, max: 40 }).map((n) => ({ kind: 'older', n, unit: 'year' })),
      fc.integer({ min: 1, max: 40 }).map((n) => ({ kind: 'last', n, unit: 'year' })),
      fc.integer({ min: 1, max: 40 }).map((n) => ({ kind: 'ago', from: n, to: n + 5, unit: 'year' })),
    ),
  }),
  fc.record({
    field: fc.constantFrom(...CUSTOMER_FIELDS.filter((field) => field !== 'id')),
    op: fc.constantFrom('known', 'unknown'),
  }),
)

const orders: fc.Arbitrary<unknown> = fc.oneof(
  counts.chain((test) => fc.record({ measure: fc.constant('count'), ...constants(test), ...scope })),
  money.chain((test) =>
    fc.record({
      measure: fc.constantFrom('spend', 'net_spend', 'average', 'largest', 'discount'),
      ...constants(test),
      ...scope,
    }),
  ),
  fc.record({ measure: fc.constantFrom('first_date', 'last_date'), during: arbitraryWindow }),
)

const purchases: fc.Arbitrary<unknown> = fc
  .record({
    match: fc.constantFrom('any', 'all', 'only', 'none'),
    of: productFilter,
    except: fc.option(productFilter, { nil: undefined, freq: 1 }),
    counted: fc.option(counts, { nil: undefined }),
    spent: fc.option(money, { nil: undefined, freq: 1 }),
    quantity: fc.boolean(),
    ...scope,
  })
  .map(({ counted, spent, quantity, ...condition }) => {
    if (condition.match === 'only' || condition.match === 'none') return condition
    const test =
      spent === undefined
        ? counted && { measure: quantity ? 'quantity' : 'orders', ...counted }
        : { measure: 'spend', ...spent }
    const of =
      condition.match === 'all' ? { category: condition.of.category ?? ['tea', 'Coffee'] } : condition.of
    return { ...condition, of, ...test }
  })

const events: fc.Arbitrary<unknown> = fc
  .record({
    event: list(TEXTS.event),
    test: fc.option(counts, { nil: undefined }),
    within: scope.within,
    where: fc.option(eventFilter, { nil: undefined, freq: 1 }),
  })
  .map(({ test, ...condition }) => ({ ...condition, ...test }))

const scores = some(fc.integer({ min: 1, max: 5 }))
const rfm: fc.Arbitrary<unknown> = sparse({
  segment: some(fc.constantFrom(...RFM_SEGMENTS)),
  pattern: some(fc.stringMatching(/^[1-5*]{3}$/)),
  recency: scores,
  frequency: scores,
  monetary: scores,
})

const rank: fc.Arbitrary<unknown> = fc
  .record({
    by: fc.constantFrom(...RANK_MEASURES),
    direction: fc.constantFrom('top', 'bottom'),
    within: scope.within,
    size: fc.oneof(
      fc.record({ customers: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ percent: fc.constantFrom(0.5, 10, 12.5, 20, 33.33, 50, 100) }),
    ),
  })
  .map(({ size, ...condition }) => ({ ...condition, ...size }))

const MODELS: Readonly<Record<ConditionType, fc.Arbitrary<unknown>>> = {
  attribute: attributes,
  consent: fc.record({
    channel: fc.constantFrom('email', 'sms'),
    is: fc.constantFrom('subscribed', 'unsubscribed', 'unknown', 'reachable'),
  }),
  orders,
  purchases,
  events,
  rfm,
  segment: fc.record({ segment: fc.constantFrom('list_vip', 'list_summer', 'seg_canada', 'seg_back') }),
  rank,
}

/** Conditions of one type, as the schema lets them through. */
export const arbitraryCondition = (type: ConditionType): fc.Arbitrary<Condition> =>
  MODELS[type].map((drawn) => conditionSchema.parse({ ...Object(drawn), type }))

/** Conditions of every type, in groups of every kind. */
export const arbitraryCriteria: fc.Arbitrary<Criteria> = fc.letrec<{ node: Criteria }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'criteria' },
    { weight: 3, arbitrary: fc.oneof(...conditions.map(({ type }) => arbitraryCondition(type))) },
    { weight: 1, arbitrary: fc.record({ all: group(tie('node')) }) },
    { weight: 1, arbitrary: fc.record({ any: group(tie('node')) }) },
    { weight: 1, arbitrary: fc.record({ none: group(tie('node')) }) },
  ),
})).node
