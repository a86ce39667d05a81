import type { Criteria } from '../../criteria/schema.ts'
import { comparison, mayBeMoney, type Test } from '../../language/grammar/comparison.ts'
import type { BuySlots } from '../../language/grammar/buying.ts'
import { moneyAsked, ordersAsked } from '../../language/grammar/asked.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'

const addingUp = phrase(
  ',|(? totalling|totaling|totalled|totaled|summing up? to?',
  ',|(? that|which? all? together|jointly|combined add|adds|added|sum|sums|come|comes|came|amount|total|totalled|totaled up? to?',
  ',|(? that|which? add|adds|added|adding|sum|sums up? to',
  ',|(? that|which? total|totalled|totaled',
  ',|(? with a? combined|joint|overall|cumulative total|value|spend|amount of?',
  ',|(? together|combined|jointly worth?',
)
const worth = phrase(',|(? that|which? are? worth', ',|(? for')
const inAll = phrase('in total|all', 'all? together|altogether|combined|overall', 'between them')
const each = phrase('each|apiece', 'per order|purchase')

/** Behind a number of orders what they come to in all: `totalling over 300`, `that add up to 200 or more`. */
export function addingUpTo(reading: Reading, at: number): Found<Test> | undefined {
  const plain = addingUp(reading, at)
  const said = plain >= 0 ? plain : worth(reading, at)
  const amount = said < 0 ? undefined : comparison(reading, said)
  if (amount === undefined || !mayBeMoney(amount.value)) return undefined
  const end = inAll(reading, amount.end)
  if ((plain < 0 && end < 0) || each(reading, amount.end) >= 0) return undefined
  return { value: amount.value, end: skip(reading, Math.max(end, amount.end), closing) }
}

const closing = phrase(')')

/** The sum of the orders that are counted. */
export function sumOf(
  reading: Reading,
  test: Test,
  slots: Pick<BuySlots, 'timing' | 'where'>,
): { criteria: Criteria; assumptions: readonly string[] } {
  const asked = moneyAsked(reading, test)
  return { criteria: ordersAsked('spend', asked.test, slots), assumptions: asked.assumptions }
}
