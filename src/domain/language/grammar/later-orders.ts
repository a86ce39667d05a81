import type { Criteria } from '../../criteria/schema.ts'
import { ordersAsked, overWindows, whereOf } from './asked.ts'
import type { BuySlots } from './buying.ts'
import type { Test } from './comparison.ts'
import { allOf, anyOf, negated } from './meaning.ts'
import { timing as timingOf } from './timing.ts'

/** What is said where orders behind the first are asked for. */
export const LATER = 'Orders after the first one are looked at, whatever the first was like.'

/**
 * How many orders of a kind came after the first order of all: those of the kind, less the first where it is one of
 * them.
 */
export const laterOrders = ({ tests }: Test, slots: Slots): Criteria =>
  allOf(
    tests.flatMap(({ op, value }): Criteria[] => {
      if (Array.isArray(value)) return [...from(value[0], slots), ...below(value[1] + 1, slots)]
      switch (op) {
        case '>=':
          return from(value, slots)
        case '>':
          return from(value + 1, slots)
        case '<':
          return below(value, slots)
        case '<=':
          return below(value + 1, slots)
        case '=':
        case 'between':
          return [...from(value, slots), ...below(value + 1, slots)]
      }
    }),
  )

type Slots = Pick<BuySlots, 'timing' | 'where'>

const from = (n: number, slots: Slots): Criteria[] => (n < 1 ? [] : [atLeast(n, slots)])
const below = (n: number, slots: Slots): Criteria[] => [negated(atLeast(n, slots))]

function atLeast(n: number, { timing, where: said }: Slots): Criteria {
  const where = whereOf(said)
  return overWindows(timing, (within) => {
    const these = { where: said, ...(within && { timing: timingOf(within) }) }
    const counted = (value: number) =>
      ordersAsked('count', { tests: [{ op: '>=', value }], bare: false }, these)
    // Of all orders at all times the first is always one.
    if (where === undefined && within === undefined) return counted(n + 1)
    const first: Criteria = {
      type: 'nth_order',
      nth: 1,
      ...(within && { during: within }),
      ...(where && { where }),
    }
    return anyOf([counted(n + 1), allOf([counted(n), negated(first)])])
  })
}
