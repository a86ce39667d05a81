import type { Criteria } from '../../criteria/schema.ts'
import { told, whereOf, withTotal } from '../../language/grammar/asked.ts'
import {
  type BuySlots,
  noSlots,
  plainProductSlot,
  pricedSlot,
  timingSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { doubtful, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { filterOf } from '../../language/grammar/product-criteria.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { unitAt } from '../../language/grammar/span.ts'
import { collect } from '../../language/grammar/slots.ts'
import { window } from '../../language/grammar/window.ts'
import type { Window } from '../../time/window.ts'
import { type Compared, factor, percentMore } from './change-amounts.ts'
import type { ChangeCondition } from './change.ts'

type Measure = ChangeCondition['measure']

const VERBS: readonly (readonly [Measure, ReturnType<typeof phrase>])[] = [
  ['spend', phrase('spent|spend|spends|spending|paid')],
  [
    'count',
    phrase(
      'ordered|order|orders|shopped|shop|shops|purchased|purchase|purchases',
      'bought|buy|buys',
      'placed|made',
    ),
  ],
]
const more = phrase('more', 'more money|overall|often|frequently|orders|purchases|times?')
const less = phrase('less|fewer', 'less|fewer money|overall|often|frequently|orders|purchases|times?')
const often = phrase('often|frequently|orders|purchases|times')
const perOrder = phrase('per order|purchase', 'an order')
const net = phrase('net of refunds', 'net')
const units = phrase('units|items|pieces')
const ofUnits = phrase('units of?')
export const than = phrase(
  'than',
  'compared to|with',
  'than in?',
  'versus|vs',
  'as',
  'as in',
  'than they did|spent|ordered|bought? in?',
  'than|versus|vs|as in|over|during all of',
  'than|versus|vs|as in|over|during? the whole|entire|full|all of?',
  'relative to',
  'against',
  'from',
)
const having = phrase('with|have|has|had|having')
const moreOrders = phrase('more orders|purchases')
const fewerOrders = phrase('fewer|less orders|purchases')

/** `more orders this quarter than last`: without a verb of its own. */
const moreOf: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, having)
  const end = Math.max(moreOrders(reading, start), fewerOrders(reading, start))
  if (end < 0) return undefined
  const op = moreOrders(reading, start) >= 0 ? '>' : '<'
  return finished(reading, at, 'count', { value: { op, times: 1, assumptions: [] }, end }, negative)
}

/** `spent more in the last 6 months than in the 6 months before that`, `ordered less often this year than last year`. */
const changed: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  for (const [measure, words] of VERBS) {
    const verb = words(reading, start)
    if (verb < 0) continue
    const found = comparedAt(reading, verb)
    if (found !== undefined) return finished(reading, at, measure, found, negative)
  }
  return undefined
}

function comparedAt(reading: Reading, at: number): Found<Compared> | undefined {
  const times = factor(reading, at) ?? percentMore(reading, at)
  if (times !== undefined) return times
  const up = more(reading, at)
  const down = less(reading, at)
  if (up < 0 && down < 0) return undefined
  return { value: { op: up > down ? '>' : '<', times: 1, assumptions: [] }, end: Math.max(up, down) }
}

function finished(
  reading: Reading,
  from: number,
  said: Measure,
  { value: compared, end: head }: Found<Compared>,
  negative: boolean,
): Found<Meaning> | undefined {
  let measure = said
  let end = head
  const pieces = Math.max(units(reading, end), ofUnits(reading, end))
  if (pieces >= 0) [measure, end] = ['units', pieces]
  else if (net(reading, end) >= 0) [measure, end] = ['net_spend', net(reading, end)]
  else if (said === 'spend' && perOrder(reading, end) >= 0)
    [measure, end] = ['average', perOrder(reading, end)]
  else end = skip(reading, end, often)
  const slots = noSlots()
  const readers = [timingSlot, plainProductSlot, pricedSlot, ...whereSlots]
  const first = collect(reading, skip(reading, end, overOrders), slots, readers, small)
  withTotal(reading, slots, from, first)
  const joint = than(reading, first)
  if (joint < 0) return undefined
  return compareWith(reading, { from, joint, measure, compared, slots, negative })
}

const overOrders = phrase('over|on orders')
const small = phrase('of|in|on|over|during|money|orders', 'over|on orders')

interface Pair {
  readonly from: number
  readonly joint: number
  readonly measure: Measure
  readonly compared: Compared
  readonly slots: BuySlots
  readonly negative: boolean
}

function compareWith(reading: Reading, { joint, ...pair }: Pair): Found<Meaning> | undefined {
  const right = otherWindow(reading, joint, pair.slots.timing?.windows[0])
  return right && compareWindows(pair, right)
}

/** The condition, once both stretches of time are known, or what has to be asked about them. */
export function compareWindows(
  { from, measure, compared, slots, negative }: Omit<Pair, 'joint'>,
  right: Found<Window>,
): Found<Meaning> {
  const [left, several] = slots.timing?.windows ?? []
  const ask = (says: string) => slots.doubts.push(question(from, right.end, says))
  const within = left ?? impliedBy(right.value)
  if (within === undefined || several !== undefined) ask('Which two stretches of time do you compare?')
  const of = slots.products === undefined ? undefined : filterOf(slots.products.tree)
  if (slots.products !== undefined && (of === undefined || measure === 'average' || measure === 'net_spend'))
    ask('Please compare one category, brand or product, by orders, spend or units.')
  const where = whereOf(slots.where)
  const stated = [
    ...compared.assumptions,
    ...stating(within, right.value, compared, left === undefined, measure),
  ]
  if (within === undefined) return { value: told(undefined, slots, stated), end: right.end }
  const criteria: Criteria = {
    type: 'change',
    measure,
    within,
    op: compared.op,
    ...(compared.times === 1 ? {} : { times: compared.times }),
    against: right.value,
    ...(of === undefined ? {} : { of }),
    ...(where === undefined ? {} : { where }),
  }
  return { value: told(negative ? negated(criteria) : criteria, slots, stated), end: right.end }
}

const before = phrase(
  'in? the? same? months|weeks|days|years|quarters before that|then|this|those?',
  'in? the|those preceding|previous|prior months|weeks|days|years|quarters|period',
  'in? the period|time|stretch before that?',
  'in? the previous|preceding|prior period',
  'before that?',
)
const the = phrase('in|over|during? the', 'the')
const beforeThat = phrase('before that|then|this|those|it', 'before', 'prior', 'earlier')
const unitBefore = phrase(
  'the? one before',
  'the? year|month|quarter|week before that?',
  'in? the? last|previous|prior one?',
)

/** What stands behind "than": a window of its own, or the one right before the first. */
export function otherWindow(
  reading: Reading,
  at: number,
  left: Window | undefined,
): Found<Window> | undefined {
  const preceding = precedingOf(left)
  // "the 6 months before that"
  const opened = skip(reading, at, the)
  const n = reading.tokens[opened]?.number
  const unit = n === undefined ? undefined : unitAt(reading, opened + 1)
  const behind = unit === undefined ? -1 : beforeThat(reading, unit.end)
  if (n !== undefined && unit !== undefined && behind >= 0) {
    const same = left?.kind === 'last' && left.unit === unit.unit
    if (!same) return undefined
    return { value: { kind: 'ago', from: left.n, to: left.n + n * unit.times, unit: unit.unit }, end: behind }
  }
  const own = window(reading, at)
  const [only, more] = own?.value.windows ?? []
  const end = Math.max(before(reading, at), unitBefore(reading, at))
  if (
    own !== undefined &&
    only !== undefined &&
    more === undefined &&
    own.value.doubts.length === 0 &&
    own.end >= end
  )
    return { value: only, end: own.end }
  return end >= 0 && preceding !== undefined ? { value: preceding, end } : undefined
}

/** The stretch of the same length right before one. */
export function precedingOf(left: Window | undefined): Window | undefined {
  if (left?.kind === 'last') return { kind: 'ago', from: left.n, to: 2 * left.n, unit: left.unit }
  if (left?.kind === 'calendar' && left.count === undefined) return { ...left, offset: left.offset - 1 }
  return undefined
}

/** "spends less than last year" speaks of this year. */
export const impliedBy = (right: Window): Window | undefined =>
  right.kind === 'calendar' && right.count === undefined && right.offset === -1
    ? { ...right, offset: 0 }
    : undefined

/** What is assumed where two stretches of time are compared. */
export function stating(
  within: Window | undefined,
  against: Window,
  { op, times }: Compared,
  implied: boolean,
  measure: Measure,
): string[] {
  const stated: string[] = []
  if (within?.kind === 'calendar' && implied)
    stated.push(`That is read as this ${within.unit} against last ${within.unit}.`)
  if (within?.kind === 'calendar' && within.offset === 0 && against.kind === 'calendar' && against.offset < 0)
    stated.push(
      `This ${within.unit} so far is compared with a whole ${against.unit}; give both stretches as dates to compare the same days.`,
    )
  // An average needs an order in both.
  if (measure === 'average') return stated
  if (op.startsWith('>') && times >= 1)
    stated.push(
      'Who had nothing in the second time counts as 0 there, and is in; add that they ordered in it to leave them out.',
    )
  if (op.startsWith('<'))
    stated.push(
      'Who had nothing in the first time counts as 0 there, and is in; add that they ordered in it to leave them out.',
    )
  return stated
}

const vagueChange = phrase(
  'increased|increasing|decreased|decreasing|reduced|grew|growing their|his|her? spend|spending|orders|purchases',
  'spend|spending is|has? up|down|dropped|fallen|falling|rising|increased|decreased',
  'spend|spends|spending|order|ordering|orders more|less than before|usual',
  'aov is? up|down|dropped|rising|falling',
)

/** "increased their spending": between which two times? */
const unsaid: Parser<Meaning> = (reading, at) => {
  const { end: start } = polarity(reading, at)
  const end = vagueChange(reading, start)
  if (end < 0) return undefined
  const fewer = reading.tokens
    .slice(start, end)
    .some(({ word }) => /^(?:less|down|decreas|reduc|drop|fall)/.test(word))
  const word = fewer ? 'less' : 'more'
  const doubt = question(at, end, 'Which two stretches of time do you compare?', [
    [
      'the last 90 days with the 90 days before',
      `spent ${word} in the last 90 days than in the 90 days before that`,
    ],
    ['this year with last year', `spent ${word} this year than last year`],
  ])
  return { value: doubtful(doubt), end }
}

export const changePhrases: readonly Parser<Meaning>[] = [changed, moreOf, unsaid]
