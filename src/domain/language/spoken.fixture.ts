import fc from 'fast-check'
import type { Condition } from '../conditions/index.ts'
import type { EventFilter, OrderFilter, ProductFilter } from '../conditions/shared/filters.ts'
import { describe } from '../criteria/describe.ts'
import { comparison, arbitraryWindow } from '../criteria/pieces.fixture.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Window } from '../time/window.ts'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

const { now, zone, currency, vocabulary } = situation()

/** Criteria in the words that people are shown. */
export const shown = (criteria: Criteria): string =>
  describe(criteria, {
    now,
    zone,
    currency,
    segment: (id) => ({ kind: 'list', id, name: id }),
    indicator: (id) => ({
      id,
      name: id,
      storedAt: null,
      kind: 'number',
      measure: { measure: 'order_interval' },
    }),
  })

/** What the words of a condition are read as; the words themselves, where no criteria were made of them. */
export function readBack(condition: Condition): unknown {
  const words = `customers who ${shown(condition)}`
  const found = interpret(words, situation())
  return found.kind === 'criteria' ? found.criteria : `${found.kind}: ${words}`
}

const values = (field: Parameters<typeof vocabulary.values>[0]) =>
  fc.uniqueArray(fc.constantFrom(...vocabulary.values(field).map((info) => info.value)), {
    minLength: 1,
    maxLength: 2,
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
