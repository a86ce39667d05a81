import type { OrderFilter } from '../../conditions/shared/filters.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { overWindows, told, whereOf, withTotal } from './asked.ts'
import { fillContained } from './basket.ts'
import type { BuySlots } from './buying.ts'
import { allOf, type Meaning, negated, question } from './meaning.ts'
import { inAnyOf } from './timing.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Parser, Reading } from './reading.ts'
import type { Slot } from './slots.ts'

/** Which of a customer's orders, from the first, or the last. */
export interface Nth {
  readonly nth: number | 'last'
  /** A verb said that it was placed. */
  readonly placed: boolean
  readonly assumptions: readonly string[]
}

const lead = phrase(
  'whose|their|the|a|an|any|his|her|with|having|had|have|has|where|of|on|in|at|as|for',
  'made|placed|completed|reached|make|place|do|did|gave|got',
  'came back for',
)
const verb = phrase('made|placed|completed|reached|make|place|came')
const first = phrase('initial', 'very first', 'earliest', 'first ever', 'very first ever')
const last = phrase('last|latest|final|newest', 'most recent', 'very last', 'last ever')
const ever = phrase('ever')
const noun = phrase('order|purchase|transaction|buy|basket|checkout|sale ever?', 'order|purchase date')
const deed = phrase('bought|ordered|purchased')
const MOST = 1000

/** `their first order`, `the 3rd purchase`, `last bought`. */
export const nthOfOrders: Parser<Nth> = (reading, at) => {
  let start = at
  let placed = false
  for (let i = 0; i < 4; i++) {
    placed ||= verb(reading, start) >= 0
    const next = skip(reading, start, lead)
    if (next === start) break
    start = next
  }
  const which = ordinalAt(reading, start)
  const numbered = which === undefined ? numberedAt(reading, start) : undefined
  if (numbered !== undefined)
    return { value: { nth: numbered.value, placed, assumptions: [] }, end: numbered.end }
  if (which === undefined) return undefined
  const end = Math.max(noun(reading, which.end), deed(reading, which.end))
  return end < 0 ? undefined : { value: { nth: which.value, placed, assumptions: [] }, end }
}

function ordinalAt(reading: Reading, at: number): Found<number | 'last'> | undefined {
  const begin = first(reading, at)
  const token = reading.tokens[at]
  if (begin >= 0) return { value: 1, end: begin }
  const end = last(reading, at)
  if (end >= 0) return { value: 'last', end }
  const n = token?.ordinal === true ? token.number : undefined
  if (n === undefined || n < 1 || n > MOST) return undefined
  return { value: n, end: skip(reading, at + 1, ever) }
}

const orderNumber = phrase('order|purchase no|nr .?', 'order|purchase number|#')

/** "order no. 1" */
function numberedAt(reading: Reading, at: number): Found<number> | undefined {
  const head = orderNumber(reading, at)
  const n = reading.tokens[head]?.number
  return head < 0 || n === undefined || !Number.isInteger(n) || n < 1 || n > MOST
    ? undefined
    : { value: n, end: head + 1 }
}

const inside = phrase('in|on|with|at|for|as|during their|the|his|her|a', 'in|on|with|at|for|as')

/** `… on their first order`, behind what was done. */
export const nthSlot: Slot<NthSlots> = (reading, at, slots) => {
  const opened = slots.nth === undefined ? inside(reading, at) : -1
  const numbered = opened < 0 ? undefined : numberedAt(reading, opened)
  const which = opened < 0 ? undefined : (numbered ?? ordinalAt(reading, opened))
  const end = numbered?.end ?? (which === undefined ? -1 : noun(reading, which.end))
  if (which === undefined || end < 0) return undefined
  return {
    end,
    fill() {
      slots.nth = { nth: which.value, placed: false, assumptions: [] }
    },
  }
}

export interface NthSlots extends BuySlots {
  nth?: Nth
}

/** What was done, where it was said to be done in the n-th order. */
export function inNth(
  reading: Reading,
  slots: NthSlots,
  negative: boolean,
  from: number,
  to: number,
): Meaning | undefined {
  if (slots.nth === undefined) return undefined
  const { times, quantity } = slots
  if (times !== undefined || quantity !== undefined)
    slots.doubts.push(question(from, to, 'One order is placed once: please leave the number of times out.'))
  if (slots.products !== undefined)
    fillContained(reading, slots, [{ products: slots.products }], { only: false, from, to })
  withTotal(reading, slots, from, to)
  return nthMeaning(slots.nth, slots, negative)
}

/** What that order is like, or is not like: then it has to be there all the same. */
export function nthMeaning({ nth, assumptions }: Nth, slots: BuySlots, negative: boolean): Meaning {
  const where = whereOf(negative ? turned(slots.where) : slots.where)
  const criteria = overWindows(
    slots.timing === undefined ? undefined : inAnyOf(slots.timing),
    (during): Criteria => ({
      type: 'nth_order',
      nth,
      ...(during === undefined ? {} : { during }),
      ...(where === undefined ? {} : { where }),
    }),
  )
  const there: Criteria = { type: 'orders', measure: 'count', op: '>=', value: nth === 'last' ? 1 : nth }
  const stated =
    typeof nth === 'number' && nth > 1 && slots.timing !== undefined
      ? [`That is number ${nth} of all their orders, and not of those in that time alone.`]
      : []
  const opposite = negative && where === slots.where
  return told(opposite ? allOf([there, negated(criteria)]) : criteria, slots, [...assumptions, ...stated])
}

/** "did not contain Tea" is an order without Tea; other filters have no opposite of their own. */
function turned(where: OrderFilter): OrderFilter {
  const [held, more] = where.contains ?? []
  if (held === undefined || more !== undefined || held.units !== undefined || Object.keys(where).length > 1)
    return where
  return { without: held }
}
