import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { boundsOf, dateAt } from '../../time/bounds.ts'
import type { Window } from '../../time/window.ts'
import { around, beforeTheLast, between, nearer, older, plainAgo } from './ago.ts'
import { aYearEarlier } from './a-year-earlier.ts'
import { aroundDay } from './around-day.ts'
import { calendarStretch, calendarUnit, shortForm } from './calendar-window.ts'
import { datesWindow } from './dates-window.ts'
import { dayAgo } from './day-ago.ts'
import { daysInRow } from './days-in-row.ts'
import { endingWindow } from './ending-window.ts'
import { placesBefore } from './look-back.ts'
import { periodOfPeople } from './period-of-people.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, longest, type Parser, type Reading, remembered, wordAt } from './reading.ts'
import { deniedBefore, rolling, sinceSpan } from './rolling.ts'
import { span, unitAt } from './span.ts'
import { type Timing, timing } from './timing.ts'
import { workingDays } from './working-days.ts'
import { yearly } from './yearly.ts'

/** A window: `in the last 90 days`, `30 to 60 days ago`, `last month`, `since June`, `before 2023`. */
export const window: Parser<Timing> = remembered((reading, at) =>
  longest(
    rolling,
    workingDays,
    sinceSpan,
    dayAgo,
    calendarUnit,
    calendarStretch,
    beforeTheLast,
    shortForm,
    between,
    older,
    nearer,
    around,
    plainAgo,
    yearEarlier,
    sameWindow,
    beforeThen,
    thatDay,
    yearly,
    aroundDay,
    endingWindow,
    daysInRow,
    datesWindow,
  )(reading, at),
)

const yearEarlier: Parser<Timing> = (reading, at) => aYearEarlier(reading, at, () => timeBefore(reading, at))

/** The one window that was said last, here or in the criteria at hand. */
function timeBefore(reading: Reading, at: number): Window | undefined {
  const [only, ...others] = windowBefore(reading, at)?.value.windows ?? []
  if (only !== undefined) return others.length === 0 ? only : undefined
  const { criteria } = reading.situation
  return criteria === undefined ? undefined : lastWindow(criteria)
}

const within = phrase('in|within|during|over|for')
const same = phrase('the? same', 'that same?', 'this same')
const bothOf = phrase('both|each of? these|those? years|quarters|months|weeks|periods|times', 'both')
const stretch = phrase(
  'time|period|window|timeframe|span|interval',
  'time frame|period|span|window',
  'days|weeks|months',
)

/** "in that time", "within the same 2 weeks": the window said before, here or in the criteria at hand. */
function sameWindow(reading: Reading, at: number): Found<Timing> | undefined {
  const opened = within(reading, at)
  if (opened < 0) return bareWindow(reading, at)
  const both = bothOf(reading, opened)
  if (both >= 0) return bothWindows(reading, at, both)
  const pointed = pointedWindow(reading, at, pronoun(reading, opened))
  if (pointed !== undefined) return pointed
  const said = Math.max(same(reading, opened), theseSame(reading, opened, at))
  const end = said < 0 ? undefined : stretchEnd(reading, said)
  if (end === undefined) return undefined
  const earlier = windowBefore(reading, at)
  if (earlier !== undefined) return { value: earlier.value, end }
  const last = reading.situation.criteria === undefined ? undefined : lastWindow(reading.situation.criteria)
  return last && { value: { windows: [last], assumptions: [], doubts: [] }, end }
}

const pronoun = phrase('them|those|these|it')
/** What a pronoun of a time ends with: "in those who" speaks of people, "in it" behind "is" of a list. */
const POINTED_ENDS = /^(?:|[.,;:!?)-]|and|or|but|too|also|as|either|though)$/
const IS_IN = /^(?:is|are|be|was|were|been|'s|not|who|them|those|people|customers)$/

/** "viewed a product in the last 10 days or ordered in them": the time that was said before. */
function pointedWindow(reading: Reading, at: number, end: number): Found<Timing> | undefined {
  if (end < 0 || !POINTED_ENDS.test(wordAt(reading, end)) || IS_IN.test(wordAt(reading, at - 1)))
    return undefined
  const earlier = windowBefore(reading, at)
  return earlier && { value: { ...earlier.value, assumptions: [] }, end }
}

const stretchEnd = (reading: Reading, at: number): number | undefined => {
  const named = stretch(reading, at)
  return named >= 0 ? named : (span(reading, at)?.end ?? unitAt(reading, at)?.end)
}

const bareSame = phrase('the? same', 'that|this very|same', 'those|these same', 'that')

/** "nothing bought that month", "no orders same 14d": without a word before it, of a window that was said before. */
function bareWindow(reading: Reading, at: number): Found<Timing> | undefined {
  const said = bareSame(reading, at)
  const end = said < 0 ? undefined : stretchEnd(reading, said)
  // "at the same time" is no stretch of time.
  if (end === undefined || NO_STRETCH.test(reading.tokens[end - 1]?.word ?? '')) return undefined
  const earlier = windowBefore(reading, at)
  return earlier && { value: earlier.value, end }
}

const NO_STRETCH = /^(?:time|day|hour|hours)$/

const these = phrase('these|those')
const sameWord = phrase('same|very')

/** "in these 7 days": the 7 days that were said before. */
function theseSame(reading: Reading, from: number, at: number): number {
  const start = skip(reading, these(reading, from), sameWord)
  const length = start < 0 ? undefined : span(reading, start)
  const [before] = length === undefined ? [] : (windowBefore(reading, at)?.value.windows ?? [])
  const same = before?.kind === 'last' && before.n === length?.value.n && before.unit === length.value.unit
  return same ? start : -1
}

/** "in both years": each of the two windows that were said before. */
function bothWindows(reading: Reading, at: number, end: number): Found<Timing> | undefined {
  const second = windowBefore(reading, at)
  if (second === undefined) return undefined
  const { windows, doubts } = second.value
  if (windows.length === 2) return { value: { windows, every: true, assumptions: [], doubts }, end }
  const first = windowBefore(reading, second.at)
  const both = [...(first?.value.windows ?? []), ...windows]
  return both.length === 2
    ? { value: { windows: both, every: true, assumptions: [], doubts: [] }, end }
    : undefined
}

const then = phrase(
  'before then|that|this',
  'prior to then|that|this',
  'before that time|date|point',
  'earlier than that',
)

/** "before then": before the time that was said last. */
function beforeThen(reading: Reading, at: number): Found<Timing> | undefined {
  const end = then(reading, at)
  const [earlier] = end < 0 ? [] : (windowBefore(reading, at)?.value.windows ?? [])
  if (earlier === undefined) return undefined
  if (earlier.kind === 'last')
    return { value: timing({ kind: 'older', n: earlier.n, unit: earlier.unit }), end }
  if (earlier.kind === 'ago')
    return { value: timing({ kind: 'older', n: earlier.to, unit: earlier.unit }), end }
  const { now, zone } = reading.situation
  const { from } = earlier.kind === 'older' ? {} : boundsOf(earlier, now, zone)
  return from === undefined
    ? undefined
    : { value: timing({ kind: 'dates', before: dateAt(from, zone) }), end }
}

const thatTime =
  'day|date|point|time|moment|week|weekend|month|quarter|year|period|stretch|window|sale|event|promotion'
const afterwards = phrase(`after|since|past|following that|this|these|those|the ${thatTime}|days`)
const onWord = phrase(
  `on|in|during|over|within|at that|the same ${thatTime}`,
  `on|in|during|over that very ${thatTime}`,
)

/** "no orders after that day", "ordered on that day": the time spoken of last, or what came after it. */
function thatDay(reading: Reading, at: number): Found<Timing> | undefined {
  const later = afterwards(reading, at)
  const since = later < 0 ? undefined : sinceWindowBefore(reading, at)
  if (since !== undefined) return { value: timing(since), end: later }
  const within = onWord(reading, at)
  const earlier = within < 0 ? undefined : windowBefore(reading, at)
  return earlier && { value: { ...earlier.value, assumptions: [] }, end: within }
}

/** The window that was said last before a token, from its first word on: "in the last week", not "last week". */
export function windowBefore(
  reading: Reading,
  at: number,
): (Found<Timing> & { readonly at: number }) | undefined {
  let best: (Found<Timing> & { readonly at: number }) | undefined
  for (const i of placesBefore(at)) {
    // "Summer Buyers who …" names no time.
    if (reading.links.at(i).some(({ field }) => field === 'segment' || field === 'campaign')) continue
    const earlier = ofPeople(reading, i) ?? window(reading, i)
    if (earlier === undefined || earlier.end > at) continue
    // "Monday" is a part of "Cyber Monday 2024".
    if (best !== undefined && earlier.end < best.end) continue
    best = { ...earlier, at: i }
  }
  return best
}

function ofPeople(reading: Reading, at: number): Found<Timing> | undefined {
  const found = periodOfPeople(reading, at)
  if (found === undefined) return undefined
  const { from, to } = found.value
  return { value: timing({ kind: 'dates', from: from.toString(), to: to.toString() }), end: found.end }
}

/** The window of the last condition that has one. */
function lastWindow(criteria: Criteria): Window | undefined {
  if (isCondition(criteria)) {
    if ('within' in criteria && criteria.within !== undefined) return criteria.within
    return 'during' in criteria ? criteria.during : undefined
  }
  const parts = 'all' in criteria ? criteria.all : 'any' in criteria ? criteria.any : criteria.none
  return parts.reduce<Window | undefined>((found, part) => lastWindow(part) ?? found, undefined)
}

/** Words between a denial and the time it is said of, at most. */
const DENIAL_REACH = 8

/** “Zero opens since May” denies as “no opens” does. */
const isDenied = (reading: Reading, at: number): boolean =>
  deniedBefore(reading, at, DENIAL_REACH) ||
  reading.tokens.slice(Math.max(0, at - DENIAL_REACH), at).some(({ word }) => word === 'zero')

/** The time since the window that was said last before a token, up to now: what "not since" looks at. */
export function sinceWindowBefore(reading: Reading, at: number): Window | undefined {
  const found = windowBefore(reading, at)
  const [earlier] = found?.value.windows ?? []
  if (found === undefined || earlier === undefined) return undefined
  // To the second where the window is rolling: whoever ordered 90 days ago, ordered not since then.
  if (earlier.kind === 'older') return { kind: 'last', n: earlier.n, unit: earlier.unit }
  if (earlier.kind === 'ago') return { kind: 'last', n: earlier.from, unit: earlier.unit }
  if (earlier.kind === 'last') return undefined
  // “nothing opened since 1 September and no purchase since then”: since that day, and not since today.
  if (earlier.kind === 'dates' && earlier.to === undefined)
    return isDenied(reading, found.at) ? earlier : undefined
  const { now, zone } = reading.situation
  return { kind: 'dates', from: dateAt(boundsOf(earlier, now, zone).to + 1, zone) }
}
