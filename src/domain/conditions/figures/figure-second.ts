import { noSlots } from '../../language/grammar/buying.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, said } from '../../language/grammar/reading.ts'
import { timing } from '../../language/grammar/timing.ts'
import { otherWindow } from '../change/change-phrases.ts'
import { isAmount } from './figure.ts'
import { type Half, type HalfSlots, nounHalf, restOf, verbAt } from './figure-half.ts'

const they = phrase(
  'they|he|she did|do|have|had|spent|ordered|bought?',
  'they|he|she',
  'that|those|the one|ones|number|amount|value of?',
  'theirs|it',
  'what they spent|spend|ordered|bought?',
)
const lead = phrase('in|on|for|from|with|via|through|of|at|their|the|over|during')
export const orderNoun = phrase('orders|purchases|ones|spend|buys')

/** The second half: a figure of its own, "they ordered", or only what is other: "on Bags", "last year". */
export function rightAt(reading: Reading, at: number, left: Half): Found<Half> | undefined {
  const found: Found<Half>[] = []
  const noun = nounHalf(reading, at) ?? otherOrder(reading, at, left)
  // “spent more on mobile orders than on desktop orders”: what was spent on them.
  const onOrders =
    noun?.value.measure === 'count' &&
    isTold(noun.value.slots) &&
    left.measure !== undefined &&
    isAmount(left.measure)
  if (noun !== undefined) found.push(onOrders ? { ...noun, value: { slots: noun.value.slots } } : noun)
  const opposite = without(reading, at)
  const flipped = opposite < 0 ? undefined : withoutIt(left.slots.where)
  if (flipped !== undefined) found.push({ value: { slots: { ...noSlots(), where: flipped } }, end: opposite })
  const subject = they(reading, at)
  // “more e-mails opened than clicked” needs no “they”.
  const alone = left.kinds === undefined ? undefined : verbAt(reading, at)
  const verb = subject < 0 ? alone : (verbAt(reading, at + 1) ?? verbAt(reading, subject))
  const counted =
    left.often && verb?.value.measure === 'units' ? ({ measure: 'count' } as const) : verb?.value
  if (verb !== undefined && counted !== undefined) found.push(restOf(reading, verb.end, counted))
  for (const start of new Set([at, Math.max(at, subject)])) {
    const rest = restOf(reading, skip(reading, start, lead), { ...(left.kinds && { kinds: left.kinds }) })
    const bare = restOf(reading, start, { ...(left.kinds && { kinds: left.kinds }) })
    for (const one of [rest, bare])
      if (said(reading, start, one.end) !== '' && isTold(one.value.slots))
        found.push({ value: { slots: one.value.slots }, end: Math.max(orderNoun(reading, one.end), one.end) })
    const window = otherWindow(reading, start, left.slots.timing?.windows[0])
    if (window !== undefined)
      found.push({ value: { slots: { ...noSlots(), timing: timing(window.value) } }, end: window.end })
  }
  return found.toSorted((a, b) => b.end - a.end)[0]
}

const without = phrase('without', 'without one|it|any|them', 'not', 'at full price')
/** "more orders with a code than without" */
function withoutIt({ coded, discounted }: Half['slots']['where']): Half['slots']['where'] | undefined {
  if (coded !== undefined) return { coded: !coded }
  return discounted === undefined ? undefined : { discounted: !discounted }
}

const FIRST_OR_LAST: readonly (readonly ['first' | 'last', ReturnType<typeof phrase>])[] = [
  ['first', phrase('the|their very? first|initial one?')],
  ['last', phrase('the|their very? last|latest one?', 'the|their most recent one?')],
]

/** "the last order is larger than the first": an order again, where one is spoken of. */
function otherOrder(reading: Reading, at: number, { measure }: Half): Found<Half> | undefined {
  if (measure !== 'first' && measure !== 'last' && measure !== 'largest' && measure !== 'smallest')
    return undefined
  for (const [value, words] of FIRST_OR_LAST) {
    const end = words(reading, at)
    if (end >= 0) return { value: { measure: value, slots: noSlots() }, end }
  }
  return undefined
}

export const isTold = ({ timing, ever, products, campaign, where }: HalfSlots): boolean =>
  timing !== undefined ||
  ever !== undefined ||
  products !== undefined ||
  campaign !== undefined ||
  Object.keys(where).length > 0
