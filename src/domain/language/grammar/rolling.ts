import type { Unit } from '../../time/window.ts'
import { type Doubt, question } from './meaning.ts'
import { placesBefore } from './look-back.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Reading, said, wordAt } from './reading.ts'
import { span, unitAt } from './span.ts'
import { rollingTiming, type Timing, timing } from './timing.ts'

export const inside = phrase(
  'in|over|within|inside|during|for|across|throughout|from|of',
  'at any time|point in',
  'any time in',
  'anytime in',
)
export const the = phrase('the', 'these', 'our')
const rollingWord = phrase(
  'last|past|previous|prior|trailing|preceding|recent|latest',
  'most recent',
  'last|past rolling',
)
const pastWord = phrase('past', 'trailing', 'rolling')
const whole = phrase('full|complete|whole|calendar|completed', 'full|complete|whole calendar')
const lead = phrase('over|exceeding', 'more than', 'at least', 'the best part of')
const single = phrase('just|only? a|one? single|given', 'one and the same', 'the? same')
/** "within a week of the click": counted from what was done, and not from now. */
const countedFrom = phrase(
  'of|after|from|following the|that|this|their|his|her|its|an|a|any first|last|initial|very? click|open|opening|visit|view|order|purchase|signup|email|mail|message|sms|text|ad|cart|checkout|add|delivery|registration',
  'of|after|from that|it|this|them',
  'of|after doing so|it|that',
)
const ago = phrase('ago|earlier|back', 'ago or more|earlier|longer', 'before now')

/** `in the last 90 days`, `past month`, `within 30 days`, `for over a year`. */
export function rolling(reading: Reading, at: number): Found<Timing> | undefined {
  const opened = inside(reading, at)
  const start = skip(reading, opened >= 0 ? opened : at, the)
  const word = rollingWord(reading, start)
  if (word < 0) {
    if (opened < 0) return undefined
    const given = single(reading, opened)
    const unit = given < 0 ? undefined : unitAt(reading, given)
    if (unit !== undefined && isCounted(reading, at)) return anyOne(at, unit.end, unit)
    const length = span(reading, skip(reading, opened, lead))
    const unsaid = length?.value.bare === true ? withoutUnit(reading, at, length) : undefined
    if (unsaid !== undefined) return unsaid
    if (length === undefined || length.value.bare || ago(reading, length.end) >= 0) return undefined
    if (countedFrom(reading, length.end) >= 0) return undefined
    if (isAnyOne(reading, opened, length.value.n)) return anyOne(at, length.end, length.value)
    const doubt = lasting(reading, at, length)
    const value = rollingTiming(length.value)
    return { value: doubt === undefined ? value : { ...value, doubts: [doubt] }, end: length.end }
  }
  const wholeUnits = whole(reading, word)
  const length = wholeUnits >= 0 ? undefined : span(reading, word)
  // "the last 20 buyers" are people.
  if (
    length?.value.bare === true &&
    /^(?:of|our|my|new)$|^\p{L}+s$|^people$/u.test(reading.tokens[length.end]?.word ?? '') &&
    !NOT_PEOPLE.test(reading.tokens[length.end]?.word ?? '')
  )
    return undefined
  if (length !== undefined) {
    const unitLater = whole(reading, length.end)
    if (length.value.bare && unitLater >= 0) return wholes(reading, length.value.n, unitLater)
    return { value: bareUnit(reading, at, length.end, length.value), end: length.end }
  }
  if (wholeUnits >= 0) {
    const count = reading.tokens[wholeUnits]?.number
    return wholes(reading, count ?? 1, count === undefined ? wholeUnits : wholeUnits + 1)
  }
  const unit = unitAt(reading, word)
  if (unit === undefined) return few(reading, at, word)
  const isPast = pastWord(reading, start) >= 0
  // "the past month" rolls, "the previous month" and "the last quarter" are those of the calendar.
  const named =
    unit.unit === 'quarter' || /^(?:previous|prior|preceding)$/.test(reading.tokens[start]?.word ?? '')
  const rolls = isPast || (opened >= 0 && start > opened && !named) || unit.times > 1
  if (!rolls) return undefined
  const stated =
    isPast || unit.times > 1
      ? []
      : [`“the last ${unit.unit}” is read as the ${unit.unit} up to now, not as the calendar ${unit.unit}.`]
  return { value: timing({ kind: 'last', n: unit.times, unit: unit.unit }, ...stated), end: unit.end }
}

const sinceWord = phrase('since', 'since about|over|at? least|the?')

/** "haven’t bought since 100 days": in so long, where something is denied. */
export function sinceSpan(reading: Reading, at: number): Found<Timing> | undefined {
  const opened = sinceWord(reading, at)
  const length = opened < 0 ? undefined : span(reading, opened)
  if (length === undefined || length.value.bare || ago(reading, length.end) >= 0) return undefined
  return deniedBefore(reading, at) ? { value: rollingTiming(length.value), end: length.end } : undefined
}

const DENIES =
  /^(?:no|not|nothing|never|none|nobody|without|neither|nor|cannot|inactive|silent|quiet|idle|dormant|stopped|ceased|quit|paused|lapsed|gone|away|absent|missing|unopened|last)$/

/** "buying for 2 years" began so long ago; "has not bought for 2 years" is about that time. */
function lasting(
  { tokens }: Reading,
  at: number,
  { value: { n, unit }, end }: Found<{ n: number; unit: Unit }>,
): Doubt | undefined {
  if (tokens[at]?.word !== 'for') return undefined
  for (const i of placesBefore(at)) {
    const word = tokens[i]?.word ?? ''
    if (DENIES.test(word)) return undefined
    // "with us for 2 years": by ordering or by an account, which is asked for itself.
    if (word === 'us' && i === at - 1) return undefined
    if (/^(?:[.;!?]|who)$/.test(word)) break
  }
  const long = `${n} ${unit}${n === 1 ? '' : 's'}`
  const asked = question(at, end, `Did it begin at least ${long} ago, or happen at any time in them?`, [
    [`in the last ${long}`, `in the last ${long}`],
    [`the first time at least ${long} ago`, `for the first time at least ${long} ago`],
  ])
  return { ...asked, ofWindow: true }
}

/**
 * "haven’t ordered for at least 3", "nothing bought in 90": where something is denied, a number by itself is a time, in
 * the unit that was said before it. Without one it is days, where it is a length that notes have; else it is asked.
 */
function withoutUnit(
  reading: Reading,
  at: number,
  { value, end }: Found<{ n: number }>,
): Found<Timing> | undefined {
  const { n } = value
  const next = reading.tokens[end]?.word ?? '.'
  if (n < 1 || n > 730 || !/^(?:in|for|within)$/.test(wordAt(reading, at))) return undefined
  if (!/^(?:[.,;:)!?]|and|but|or)$/.test(next) || !deniedBefore(reading, at)) return undefined
  const text = said(reading, at, end)
  const unit = unitBefore(reading, at)
  const led = end > at + 2
  if (unit === undefined && led) {
    const says = `“${text}”: is that a time, and in which unit?`
    const choices = ['days', 'months'].map((of) => [`${n} ${of}`, `${text} ${of}`] as const)
    return { value: { windows: [], assumptions: [], doubts: [askUnit(at, end, says, choices)] }, end }
  }
  if (unit === undefined && n < FEWEST_DAYS) return undefined
  const of = unit ?? 'day'
  const stated = unit === undefined ? `the last ${n} days` : `${n} ${of}${n === 1 ? '' : 's'}`
  return { value: timing({ kind: 'last', n, unit: of }, `“${text}” is read as ${stated}.`), end }
}

const DENIED = /^(?:no|not|nothing|never|none|without|nor|neither)$/

/** Whether what stands before a token denies something: of a number behind it nothing was bought for so much money. */
export const deniedBefore = ({ tokens }: Reading, at: number, reach = 6): boolean =>
  tokens.slice(Math.max(0, at - reach), at).some(({ word }) => DENIED.test(word))

/** The unit of the time that was said last. */
function unitBefore(reading: Reading, at: number): Unit | undefined {
  for (const i of placesBefore(at)) {
    const earlier = unitAt(reading, i)
    if (earlier !== undefined && earlier.times === 1) return earlier.unit
  }
  return undefined
}

const singly = /^(?:one|single|1)$/
const counts = /^(?:times?|twice|thrice|x|orders?|purchases?|visits?|emails?|more)$/

const isCounted = ({ tokens }: Reading, at: number): boolean => counts.test(tokens[at - 1]?.word ?? '')

/** "twice in one week", "3 visits in a day": any such stretch, and hardly the one that ends now. */
const isAnyOne = ({ tokens }: Reading, at: number, n: number): boolean =>
  n === 1 &&
  tokens[at - 1]?.word === 'in' &&
  !/^(?:no|zero|without|any)$/.test(tokens[at - 3]?.word ?? '') &&
  (singly.test(tokens[at]?.word ?? '') ||
    (/^an?$/.test(tokens[at]?.word ?? '') && counts.test(tokens[at - 2]?.word ?? '')))

function anyOne(at: number, end: number, { unit }: { unit: Unit }): Found<Timing> {
  const doubt = question(
    at,
    end,
    `In the last ${unit}, or within any ${unit} at all? Only the last can be asked so; of two orders, the days between them can.`,
    [
      [`the last ${unit}`, `in the last 1 ${unit}`],
      [`two orders no more than a ${unit} apart`, `with a shortest gap of at most 1 ${unit} between orders`],
    ],
  )
  return { value: { windows: [], assumptions: [], doubts: [doubt] }, end }
}

/** Words in the plural, or like it, behind the days of a note: "no orders last 90, opens 3+". */
const NOT_PEOPLE = /^(?:opens|clicks|visits|spends|orders|has|was|is|does|us|this|yes|less|plus|as|sms|s)$/

const fewWord = phrase('few|several|some')

function few(reading: Reading, at: number, word: number): Found<Timing> | undefined {
  const vague = fewWord(reading, word)
  const unit = vague < 0 ? undefined : unitAt(reading, vague)
  if (unit === undefined) return undefined
  const choices = [2, 3, 6].map((n) => [`${n} ${unit.unit}s`, `in the last ${n} ${unit.unit}s`] as const)
  const doubt = question(at, unit.end, `How many ${unit.unit}s are a few?`, choices)
  return { value: { windows: [], assumptions: [], doubts: [doubt] }, end: unit.end }
}

/** "the last 2 full quarters": calendar units, without the running one. */
function wholes(reading: Reading, count: number, at: number): Found<Timing> | undefined {
  const unit = unitAt(reading, at)
  if (unit === undefined || unit.unit === 'hour' || unit.times > 1 || count < 1 || count > 100)
    return undefined
  const base = { kind: 'calendar', unit: unit.unit, offset: -count } as const
  return { value: timing(count === 1 ? base : { ...base, count }), end: unit.end }
}

/** "opened an e-mail in the last 30": the unit is that of the window before it, else days. */
function bareUnit(
  reading: Reading,
  at: number,
  end: number,
  length: { n: number; unit: Unit; bare: boolean; assumption?: string },
): Timing {
  if (!length.bare) return rollingTiming(length)
  const { n } = length
  const unit = unitBefore(reading, at)
  if (unit === undefined && n < FEWEST_DAYS) {
    const says = `“the last ${n}”: days, weeks or months?`
    const choices = ['days', 'weeks', 'months'].map((of) => [`${n} ${of}`, `in the last ${n} ${of}`] as const)
    return { windows: [], assumptions: [], doubts: [askUnit(at, end, says, choices)] }
  }
  const of = unit ?? 'day'
  return timing({ kind: 'last', n, unit: of }, `“the last ${n}” is read as ${n} ${of}s.`)
}

const askUnit = (...asked: Parameters<typeof question>): Doubt => ({ ...question(...asked), ofWindow: true })

/** So few are hardly days, where no unit was said. */
const FEWEST_DAYS = 7
