import fc from 'fast-check'
import type { Condition } from '../conditions/index.ts'
import { type Deed, deedSchema } from '../conditions/shared/deed.ts'
import {
  type EventFilter,
  type OrderFilter,
  orderFilterSchema,
  type ProductFilter,
} from '../conditions/shared/filters.ts'
import { recurringShape, WEEKDAYS } from '../conditions/shared/recurring.ts'
import { describe } from '../criteria/describe.ts'
import { comparison, arbitraryWindow, sparse } from '../criteria/pieces.fixture.ts'
import { normalCriteria } from '../criteria/normal.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Window } from '../time/window.ts'
import { situation, TEST_INDICATORS } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { unprofiled } from '../conditions/profile/scores.fixture.ts'

const { now, zone, currency, vocabulary } = situation()

const segmentNames = new Map(vocabulary.values('segment').map(({ value, label }) => [value, label]))

/** Criteria in the words that people are shown. */
export const shown = (criteria: Criteria): string =>
  describe(criteria, {
    now,
    zone,
    currency,
    segment: (id) => ({ kind: 'list', id, name: segmentNames.get(id) ?? id }),
    indicator: (id) => TEST_INDICATORS.get(id) ?? missing(id),
    ...unprofiled,
  })

/** What the words of a condition are read as; the words themselves, where no criteria were made of them. */
export function readBack(condition: Condition): unknown {
  const words = `customers who ${shown(condition)}`
  const found = interpret(words, situation())
  return found.kind === 'criteria' ? normalCriteria(found.criteria) : `${found.kind}: ${words}`
}

const values = (field: Parameters<typeof vocabulary.values>[0]) =>
  fc.uniqueArray(fc.constantFrom(...vocabulary.values(field).map((info) => info.value)), {
    minLength: 1,
    maxLength: 3,
  })

/** Windows whose words are read. */
export const spokenWindow: fc.Arbitrary<Window> = arbitraryWindow.filter((window) => {
  if (window.kind === 'calendar') return window.count === undefined && window.offset >= -2
  return window.kind !== 'dates' || Object.keys(window).length === 2 || ('from' in window && 'to' in window)
})

/** Values of the invented shop, which are all that can be spoken of. */
export const spokenProducts: fc.Arbitrary<ProductFilter> = fc.oneof(
  fc.record({ category: values('category') }),
  fc.record({ product: values('product') }),
)
export const spokenOrders: fc.Arbitrary<OrderFilter> = fc.oneof(
  fc.record({ code: values('discount_code') }),
  fc.record({ discounted: fc.boolean() }),
  fc.record({ total: comparison(fc.constantFrom(20, 50, 1000)) }),
)
export const spokenEvents: fc.Arbitrary<EventFilter> = fc.oneof(
  fc.record({ product: spokenProducts }),
  fc.record({ device: values('device') }),
)

const unique = <T>(arbitrary: fc.Arbitrary<T>) => fc.uniqueArray(arbitrary, { minLength: 1, maxLength: 3 })
const time = fc.constantFrom('00:00', '00:30', '06:00', '09:15', '12:00', '17:30', '21:00', '23:59')
const hours = fc
  .tuple(time, fc.oneof(time, fc.constant('24:00')))
  .map(([from, to]) => ({ from, to }))
  .filter((drawn) => drawn.to !== '00:00' && recurringShape.hours.safeParse(drawn).success)

/** Nobody says “between 1 and 1”. */
export const spokenCounts = comparison(fc.integer({ min: 1, max: 9 })).filter(
  ({ value }) => typeof value === 'number' || value[0] !== value[1],
)
const spokenMoney = comparison(fc.constantFrom(1, 5, 12.5, 40, 100, 250.75, 1000, 20_000))

/** One or two keys of an order filter, whichever. */
export const spokenOrderFilter: fc.Arbitrary<OrderFilter> = sparse<OrderFilter>({
  status: unique(fc.constantFrom('paid', 'pending', 'refunded', 'partially_refunded')),
  channel: values('channel'),
  device: values('device'),
  code: values('discount_code'),
  coded: fc.boolean(),
  discounted: fc.boolean(),
  discount: spokenMoney,
  total: spokenMoney,
  contains: unique(
    fc
      .tuple(spokenProducts, fc.option(spokenCounts, { nil: undefined }))
      .map(([of, units]) => (units === undefined ? of : { ...of, units })),
  ),
  only: spokenProducts,
  without: spokenProducts,
  units: spokenCounts,
  products: spokenCounts,
  categories: spokenCounts,
  brands: spokenCounts,
  hours,
  weekdays: unique(fc.constantFrom(...WEEKDAYS)),
  months: unique(fc.integer({ min: 1, max: 12 })),
  month_days: unique(fc.integer({ min: 1, max: 31 })),
}).map((filter) => orderFilterSchema.parse(filter))
function missing(id: string): never {
  throw new Error(`The invented shop has no indicator ${id}`)
}

/** Deeds whose words are read, with values of the invented shop. */
export const spokenDeed: fc.Arbitrary<Deed> = fc
  .oneof(
    fc.record({
      did: fc.constant('ordered' as const),
      product: fc.option(spokenProducts, { nil: undefined, freq: 1 }),
      where: fc.option(spokenOrders, { nil: undefined, freq: 1 }),
    }),
    fc.record({
      did: fc.constant('event' as const),
      event: fc.constantFrom(
        ['opened_email'],
        ['clicked_email'],
        ['visited_site'],
        ['viewed_product'],
        ['clicked_sms'],
      ),
      where: fc.option(spokenEvents, { nil: undefined, freq: 1 }),
    }),
  )
  .map((deed) => deedSchema.parse(deed))
