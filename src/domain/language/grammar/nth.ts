import type { OrderFilter } from '../../conditions/shared/filters.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { AT_LEAST_ONE, ordersAsked, overWindows, told, whereOf, withTotal } from './asked.ts'
import { fillContained } from './basket.ts'
import type { BuySlots } from './buying.ts'
import type { Test } from './comparison.ts'
import { allOf, type Doubt, type Meaning, negated, question } from './meaning.ts'
import { LATER, laterOrders } from './later-orders.ts'
import { placesBefore } from './look-back.ts'
import { inAnyOf } from './timing.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Parser, Reading } from './reading.ts'
import type { Slot } from './slots.ts'
import { unitAt } from './span.ts'

/** Which of a customer's orders, from the first, or the last. */
export interface Nth {
  readonly nth: number | 'last'
  /** "second or later": one of those from there on. */
  readonly onward?: true
  /** "on their first order only": and on none behind it. */
  readonly alone?: true
  readonly doubt?: Doubt
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
const orLater = phrase(
  'or|and later|subsequent|following|after|beyond|onward|onwards',
  'or|and any|every later|subsequent|further',
  'onward|onwards',
  'plus',
)
const laterWord = phrase('later|subsequent|further|following', 'follow up', 'later on')
const repeatWord = phrase('repeat', 'later|subsequent repeat')
const afterFirst = phrase(
  'order|orders|purchase|purchases after|following|but|except|besides|beyond their|the|his|her? very? first|1st|initial one|order|purchase?',
  'order|orders|purchase|purchases other than their|the|his|her? very? first|1st|initial one|order|purchase?',
)
const one = phrase('one')
const MOST = 1000

/** `their first order`, `the 3rd purchase`, `last bought`. */
export const nthOfOrders: Parser<Nth> = (reading, at) => {
  const begun = startedWith(reading, at)
  if (begun >= 0) return { value: { nth: 1, placed: false, assumptions: [] }, end: begun }
  let start = at
  let placed = false
  for (let i = 0; i < 4; i++) {
    placed ||= verb(reading, start) >= 0
    const next = skip(reading, start, lead)
    if (next === start) break
    start = next
  }
  // "never placed a second one"
  const another = placed && reading.tokens[start]?.number !== 1 ? one : noun
  const found = whichAt(reading, start, (at) =>
    Math.max(noun(reading, at), deed(reading, at), another(reading, at)),
  )
  return found && { ...found, value: { ...found.value, placed } }
}

/** "kicked off with an order over 120": the first. */
const startedWith = phrase(
  'kicked|started|began|begun|opened off|out? with|on|by|via placing|making? a|an|one|their? order|purchase|basket',
)

const verbless = phrase('the|their|on|but|and|at|in|for|with')

/**
 * "first order with WELCOME10, second at full price": an ordinal alone, where an order was spoken of before; "the next
 * order" is the one after that.
 */
export function nthBeside(reading: Reading, at: number): Found<Nth> | undefined {
  const before = nthBefore(reading, at)
  let start = at
  for (let i = 0; i < 2; i++) start = skip(reading, start, verbless)
  const found = before === undefined ? undefined : whichAt(reading, start, (end) => skip(reading, end, one))
  return found ?? nextAt(reading, start)
}

const nextWord = phrase('very? next|following order|purchase|transaction|one?')

/** "the next order", behind one that has a number. */
function nextAt(reading: Reading, at: number): Found<Nth> | undefined {
  const end = nextWord(reading, at)
  const before = end < 0 ? undefined : nthBefore(reading, at)
  return before === undefined
    ? undefined
    : { value: { nth: before + 1, placed: false, assumptions: [] }, end }
}

const cameWith = phrase('came|come|started|began|acquired|joined|converted in? in|with|on|through|via')

/** Which order was spoken of before: of how somebody came, the first. */
function nthBefore(reading: Reading, at: number): number | undefined {
  for (const i of placesBefore(at)) {
    const which = ordinalAt(reading, i)
    if (typeof which?.value === 'number' && which.end <= at && noun(reading, which.end) >= 0)
      return which.value
    if (cameWith(reading, i) >= 0) return 1
  }
  return undefined
}

/** `first order`, `order no. 3`, `second or later purchase`, with what names it found by `called`. */
function whichAt(reading: Reading, at: number, called: (at: number) => number): Found<Nth> | undefined {
  const which = ordinalAt(reading, at)
  const onward = which === undefined || which.value === 'last' ? -1 : orLater(reading, which.end)
  const end = which === undefined ? -1 : called(onward >= 0 ? onward : which.end)
  if (which !== undefined && end >= 0) {
    const value: Nth = { nth: which.value, placed: false, assumptions: [] }
    if (onward < 0) return { value, end }
    const doubt = which.value === 2 ? {} : { doubt: question(at, end, FROM_THE_SECOND) }
    return { value: { ...value, onward: true, ...doubt }, end }
  }
  const numbered = numberedAt(reading, at)
  if (numbered !== undefined)
    return { value: { nth: numbered.value, placed: false, assumptions: [] }, end: numbered.end }
  const next = laterAt(reading, at, called)
  const value = { nth: 2, onward: true, placed: false, assumptions: [] } as const
  if (next === undefined) return undefined
  const doubt = next.value ? {} : { doubt: question(at, next.end, LATER_THAN) }
  return { value: { ...value, ...doubt }, end: next.end }
}

export const LATER_THAN = 'Later than which order? Say “after the first order” if that is meant.'

/**
 * `a repeat order`, `orders after the first`, `a later order`: whether it is plain that later than the first is meant.
 * `called` finds the noun.
 */
export function laterAt(
  reading: Reading,
  at: number,
  called: (at: number) => number,
): Found<boolean> | undefined {
  const explicit = afterFirst(reading, at)
  if (explicit >= 0 && !isOfTime(reading, explicit)) return { value: true, end: explicit }
  const repeat = repeatWord(reading, at)
  const later = laterWord(reading, at)
  const end = Math.max(repeat, later) < 0 ? -1 : called(Math.max(repeat, later))
  if (end < 0) return undefined
  return { value: repeat > later || speaksOfFirst(reading, at), end }
}

const beginning = phrase(
  'started|began|start out|off? with|on|in|at|online',
  'came|come in? with|on',
  'acquired',
)

/** Whether the first order was spoken of before. */
export const speaksOfFirst = (reading: Reading, at: number): boolean =>
  [...placesBefore(at)].some((i) => {
    if (beginning(reading, i) >= 0) return true
    const which = ordinalAt(reading, i)
    return which?.value === 1 && noun(reading, which.end) >= 0
  })

const FROM_THE_SECOND =
  'Orders from a later one on can’t be asked yet, but those after the first can: “a second or later order with …”.'

/** "orders after the first week of May" names a time. */
const isOfTime = (reading: Reading, end: number): boolean =>
  end >= 0 && (unitAt(reading, end) !== undefined || /^(?:of|half)$/.test(reading.tokens[end]?.word ?? ''))

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

const inside = phrase(
  'in|on|with|at|for|as|during|into their|the|his|her|a|an|any|some',
  'in|on|with|at|for|as|into',
)

/** `… on their first order`, behind what was done. */
export const nthSlot: Slot<NthSlots> = (reading, at, slots) => {
  const limit = only(reading, at)
  const opened = slots.nth === undefined ? inside(reading, limit >= 0 ? limit : at) : -1
  const found =
    opened < 0
      ? undefined
      : (whichAt(reading, opened, (from) => noun(reading, from)) ?? nextAt(reading, opened))
  if (found === undefined) return undefined
  const behind = only(reading, found.end)
  const alone = limit >= 0 || behind >= 0
  return {
    end: Math.max(behind, found.end),
    fill() {
      slots.nth = alone ? { ...found.value, alone } : found.value
      if (alone && found.value.nth !== 1)
        slots.doubts.push(question(at, Math.max(behind, found.end), ONLY_THERE))
    },
  }
}

const ONE: Test = { tests: [{ op: '=', value: 1 }], bare: false }
const only = phrase('only|just|alone|exclusively', 'and only', 'and never again|later|after')
const ONLY_THERE =
  'On that order and on no other? That can be asked of the first order; of others, please say what the later ones are like.'

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
export function nthMeaning(
  { nth, onward, alone, assumptions, doubt }: Nth,
  slots: BuySlots,
  negative: boolean,
): Meaning {
  if (doubt !== undefined) slots.doubts.push(doubt)
  if (onward === true) {
    const criteria = laterOrders(AT_LEAST_ONE, slots)
    return told(negative ? negated(criteria) : criteria, slots, [...assumptions, LATER])
  }
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
  if (alone === true && !negative) {
    const once = ordersAsked('count', ONE, { where: slots.where })
    return told(allOf([criteria, once]), slots, assumptions)
  }
  const there: Criteria = { type: 'orders', measure: 'count', op: '>=', value: nth === 'last' ? 1 : nth }
  const stated =
    typeof nth === 'number' && nth > 1 && slots.timing !== undefined
      ? [`That is number ${nth} of all their orders, and not of those in that time alone.`]
      : []
  const opposite = negative && (where === undefined || where === slots.where)
  return told(opposite ? allOf([there, negated(criteria)]) : criteria, slots, [...assumptions, ...stated])
}

/** "did not contain Tea" is an order without Tea; other filters have no opposite of their own. */
function turned(where: OrderFilter): OrderFilter {
  const [held, more] = where.contains ?? []
  if (held === undefined || more !== undefined || held.units !== undefined || Object.keys(where).length > 1)
    return where
  return { without: held }
}
