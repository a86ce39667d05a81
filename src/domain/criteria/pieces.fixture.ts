import fc from 'fast-check'
import type { Comparison } from '../conditions/shared/comparison.ts'
import {
  type EventFilter,
  eventFilterSchema,
  type OrderFilter,
  orderFilterSchema,
  type ProductFilter,
  productFilterSchema,
} from '../conditions/shared/filters.ts'
import { WEEKDAYS } from '../conditions/shared/recurring.ts'
import { UNITS, type Window } from '../time/window.ts'
import { TEXTS } from './company.fixture.ts'

/*
 * Arbitrary pieces that conditions are made of: lists of texts, windows, comparisons and filters.
 */

export const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 3 })
/** Names that look like anything but a name. */
export const HOSTILE_TEXTS = ['nothing like it', "o'%_“\\”"] as const
export const pick = (texts: readonly string[]) => fc.constantFrom(...texts, ...HOSTILE_TEXTS)
export const list = (texts: readonly string[]) => some(pick(texts))
/** Objects with some of the keys, mostly with one or two. */
export const sparse = <T extends object>(
  model: { [K in keyof T]-?: fc.Arbitrary<Exclude<T[K], undefined>> },
) =>
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
export const arbitraryWindow: fc.Arbitrary<Window> = fc.oneof(
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

/** A comparison as the keys of a record of arbitraries. */
export const constants = ({ op, value }: Comparison) => ({ op: fc.constant(op), value: fc.constant(value) })

export const comparison = (values: fc.Arbitrary<number>): fc.Arbitrary<Comparison> =>
  fc.oneof(
    fc.record({ op: fc.constantFrom('>', '>=', '<', '<=', '='), value: values }),
    fc.tuple(values, values).map(
      ([a, b]): Comparison => ({
        op: 'between',
        value: [Math.min(a, b), Math.max(a, b)],
      }),
    ),
  )
export const counts = comparison(fc.integer({ min: 0, max: 3 }))
/** Whole units, so that every currency can pay them; company.fixture's amounts lie on them and beside them. */
export const money = comparison(fc.constantFrom(0, 1, 2, 5, 10, 20, 50, 100, 1000, 5000))

export const productFilter = sparse<ProductFilter>({
  product: list(['cleanser', 'BRÛLÉE', 'e', '% OFF_']),
  category: list(TEXTS.category),
  brand: list(TEXTS.brand),
  sku: list(TEXTS.sku),
  tag: list(TEXTS.productTag),
  price: money,
}).map((filter) => productFilterSchema.parse(filter))

const numbers = (min: number, max: number) => some(fc.integer({ min, max }))
const recurring = {
  hours: fc.constantFrom(
    { from: '21:00', to: '24:00' },
    { from: '00:00', to: '01:30' },
    { from: '09:00', to: '17:30' },
    { from: '22:00', to: '00:00' },
    { from: '13:00', to: '12:00' },
  ),
  weekdays: some(fc.constantFrom(...WEEKDAYS)),
  months: numbers(1, 12),
  month_days: numbers(1, 31),
}

export const orderFilter = sparse<OrderFilter>({
  status: some(fc.constantFrom('paid', 'pending', 'refunded', 'partially_refunded')),
  channel: list(TEXTS.channel),
  device: list(TEXTS.device),
  code: list(TEXTS.code),
  coded: fc.boolean(),
  discounted: fc.boolean(),
  discount: comparison(fc.constantFrom(1, 2, 5, 10, 20, 100)),
  total: money,
  contains: some(
    fc
      .tuple(productFilter, fc.option(counts, { nil: undefined, freq: 1 }))
      .map(([of, units]) => (units === undefined ? of : { ...of, units })),
  ),
  only: productFilter,
  without: productFilter,
  units: counts,
  products: counts,
  categories: counts,
  brands: counts,
  ...recurring,
}).map((filter) => orderFilterSchema.parse(filter))

export const eventFilter = sparse<EventFilter>({
  product: productFilter,
  campaign: list(TEXTS.campaign),
  channel: list(TEXTS.channel),
  device: list(TEXTS.device),
  ...recurring,
}).map((filter) => eventFilterSchema.parse(filter))

/** Absent three times in four, or without a window at all. */
export const scope = {
  within: fc.option(arbitraryWindow, { nil: undefined }),
  where: fc.option(orderFilter, { nil: undefined, freq: 1 }),
}
