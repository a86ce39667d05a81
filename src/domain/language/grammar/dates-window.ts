import { Temporal } from 'temporal-polyfill'
import type { Window } from '../../time/window.ts'
import { dateWords } from '../../time/words.ts'
import { boundary } from './boundary.ts'
import { explained } from './explained-dates.ts'
import { type Period, period } from './period.ts'
import { listed } from './listed-periods.ts'
import { phrase, skip } from './phrase.ts'
import { betweenWeekdays, hyphened } from './recurring-days.ts'
import { type Found, type Reading, wordAt } from './reading.ts'
import type { Timing } from './timing.ts'
import { inSameYears } from './years-beside.ts'

const inside = phrase(
  'in|on|during|throughout|for|of|around?',
  'over the',
  'all of',
  'at',
  'back|sometime in',
)
/** "over 2024" may be an amount; "over Easter" is a time. */
const overDays = phrase('over|across')
const since = phrase(
  'since',
  'starting|from',
  'starting from|on|in',
  'as of',
  'on or after',
  'from',
  'ever since',
  'since about?',
)
const onward = phrase(
  'onwards|onward',
  'and later|after|onwards',
  'or later|after|newer',
  'until|till|to now|today',
)
const fromWord = phrase('from')
const after = phrase('after', 'later than', 'past')
const before = phrase('before', 'prior to', 'earlier than', 'until', 'till', 'up until')
const upTo = phrase(
  'up to',
  'through',
  'by',
  'on or before',
  'up to and including',
  'no later than',
  'by the end of',
  'until the end of',
  'to the end of',
)
const between = phrase('between', 'from', 'anywhere|somewhere between|from')
const and = phrase('and|to|-|until|till|through|thru')
const both = phrase('both|either in|on|during?')
const eachOf = phrase(
  'in|on|during? each|every|all one? of? these|those|the? following? months|quarters|years|weeks|days? :|-|,?',
  'monthly|quarterly|yearly in|during|over|through',
  'each|every month|quarter|year in|during|over|through',
)
const earlier = phrase('or before|earlier|older', 'and before|earlier')
const the = phrase('the')
const launch = phrase(
  'the? start|beginning of',
  'the|our? launch|relaunch|opening|event|sale|campaign|update|move on|of|,?',
)

/** Windows that name dates: `in March 2025`, `since June 1st`, `between 1 and 15 May`, `before 2023`. */
export function datesWindow(reading: Reading, at: number): Found<Timing> | undefined {
  const found = range(reading, at) ?? open(reading, at) ?? named(reading, at)
  return found && (explained(reading, at, found, dates) ?? found)
}

function dates(reading: Reading, at: number): Found<Timing> | undefined {
  return range(reading, at) ?? named(reading, at)
}

function range(reading: Reading, at: number): Found<Timing> | undefined {
  const opened =
    between(reading, skip(reading, at, inside)) >= 0
      ? between(reading, skip(reading, at, inside))
      : between(reading, at)
  const start = opened >= 0 ? opened : skip(reading, at, inside)
  const first = boundary(reading, start) ?? dayOfNext(reading, start, opened >= 0)
  const middle = first === undefined ? -1 : hyphened(reading, first.end) ? first.end : and(reading, first.end)
  const second = middle < 0 ? undefined : boundary(reading, middle)
  if (first === undefined || second === undefined) return undefined
  const week = betweenWeekdays(reading, start, second.end)
  if (week !== undefined) return { value: { windows: [], assumptions: [], doubts: [week] }, end: second.end }
  if (opened < 0 && reading.tokens[first.end]?.word === 'and') return undefined
  const [one, other] = inSameYears(first.value, second.value)
  const turn = overTheYear(one, other, second.value)
  if (turn !== undefined) return { value: turn, end: second.end }
  let from = one.from
  // "between November and February": the first month belongs to the year before the second.
  if (Temporal.PlainDate.compare(from, other.to) > 0) from = from.subtract({ years: 1 })
  if (Temporal.PlainDate.compare(from, other.to) > 0) return undefined
  const window: Window = { kind: 'dates', from: from.toString(), to: other.to.toString() }
  const shifted = from !== one.from
  const assumptions = [...(shifted ? [] : one.assumptions), ...other.assumptions]
  const stated = shifted
    ? [...assumptions, `The stretch is read as beginning on ${from.toString()}.`]
    : assumptions
  return {
    value: { windows: [window], assumptions: stated, doubts: [...one.doubts, ...other.doubts] },
    end: second.end,
  }
}

/** "between Christmas and New Year last year" ends with the first day of the year after the one that is said. */
function overTheYear(one: Period, other: Period, said: Period): Timing | undefined {
  const { to } = other
  if (to.month !== 1 || to.day !== 1 || said.yearless === true) return undefined
  if (Temporal.PlainDate.compare(one.from, to) <= 0) return undefined
  const [from, end] = [one.from.toString(), to.add({ years: 1 }).toString()]
  return {
    windows: [{ kind: 'dates', from, to: end }],
    assumptions: [`The stretch is read as ${dateWords(from)} to ${dateWords(end)}.`],
    doubts: [...one.doubts, ...other.doubts],
  }
}

/** "between 24 and 26 December": the first day is of the month that the second one names. */
function dayOfNext(reading: Reading, at: number, opened: boolean): Found<Period> | undefined {
  const start = skip(reading, at, the)
  const day = reading.tokens[start]?.number
  const joint = and(reading, start + 1)
  if (day === undefined || day > 31 || joint < 0) return undefined
  // "5 and 6 December" are two days; "1-24 Dec" is a stretch.
  if (!opened && !/^(?:-|to|through|thru)$/.test(reading.tokens[start + 1]?.word ?? '')) return undefined
  const second = period(reading, joint) ?? period(reading, skip(reading, joint, the))
  if (second === undefined || !second.value.from.equals(second.value.to)) return undefined
  const last = second.value.from
  if (reading.tokens[joint]?.date !== undefined || day > last.day) return undefined
  const from = last.with({ day })
  return { value: { from, to: from, assumptions: [], doubts: [] }, end: start + 1 }
}

type Ends = {
  readonly from?: string
  readonly to?: string
  readonly after?: string
  readonly before?: string
}

const OPEN: readonly (readonly [ReturnType<typeof phrase>, (p: Period) => Ends])[] = [
  [since, (p) => ({ from: p.from.toString() })],
  [after, (p) => ({ after: p.to.toString() })],
  [before, (p) => ({ before: p.from.toString() })],
  [upTo, (p) => ({ to: p.to.toString() })],
]

function open(reading: Reading, at: number): Found<Timing> | undefined {
  const first = openEnd(reading, at)
  if (first === undefined) return undefined
  const { ends, assumptions, doubts } = first.value
  const joint = first.behind ? -1 : andThen(reading, first.end)
  const second = joint < 0 ? undefined : openEnd(reading, joint)
  if (second !== undefined && isStretch(ends, second.value.ends)) {
    return {
      value: {
        windows: [{ kind: 'dates', ...ends, ...second.value.ends }],
        assumptions: [...assumptions, ...second.value.assumptions],
        doubts: [...doubts, ...second.value.doubts],
      },
      end: second.end,
    }
  }
  return { value: { windows: [{ kind: 'dates', ...ends }], assumptions, doubts }, end: first.end }
}

/** "from June on", and not "since June on mobile". */
const onwardFrom = (reading: Reading, at: number): number =>
  wordAt(reading, at) === 'on' && /^(?:|[.,;:!?)]|and|but)$/.test(wordAt(reading, at + 1))
    ? at + 1
    : skip(reading, at, onward)

const whenever = phrase('at|on any|some moment|time|point|day', 'any time', 'anytime|sometime')
const andThen = phrase('and', 'but', 'and|but also|still')

/** `after 1 March and up to 31 May`: a beginning, and an end that does not come before it. */
const isStretch = (a: Ends, b: Ends): boolean => {
  const [begin, end] = [a.from ?? a.after, b.to ?? b.before]
  return (
    begin !== undefined &&
    end !== undefined &&
    begin <= end &&
    (a.to ?? a.before ?? b.from ?? b.after) === undefined
  )
}

/** “As of today” says when somebody looks, and of nothing when it began. */
const soFar = phrase('as of today|now|yet', 'as of this moment', 'as of right now')

function openEnd(reading: Reading, from: number) {
  if (soFar(reading, from) >= 0) return undefined
  const at = skip(reading, from, whenever)
  for (const [words, ends] of OPEN) {
    const opened = words(reading, at)
    const found = opened < 0 ? undefined : boundary(reading, skip(reading, opened, launch))
    if (found === undefined) continue
    const { assumptions, doubts } = found.value
    const end = onwardFrom(reading, found.end)
    const behind = end > found.end
    const dated = !behind && isDatedFrom(reading, at) ? during(found.value) : undefined
    const stated = dated === undefined ? assumptions : [...assumptions, IN_IT_ALONE]
    return { value: { ends: dated ?? ends(found.value), assumptions: stated, doubts }, end, behind }
  }
  return undefined
}

const DATED =
  /^(?:orders?|purchases?|buyers?|customers?|shoppers?|clients?|people|folks|visit(?:or)?s?|sign-?ups?|subscribers?|members?|clicks?|opens?|reviews?|carts?|checkouts?|sales?|spend|spending|ones?)$/

/** "an order from 2024", "buyers from last December": "from" behind a noun says of when it is, and not since when. */
const isDatedFrom = (reading: Reading, at: number): boolean =>
  wordAt(reading, at) === 'from' && DATED.test(wordAt(reading, at - 1))

const IN_IT_ALONE = '“from” is read as in that time alone; say “since” for everything up to now.'

/** A day may as well begin a stretch: "orders from 1 March". */
const during = ({ from, to }: Period): Ends | undefined =>
  from.equals(to) ? undefined : { from: from.toString(), to: to.toString() }

/** `in March`, `on 4 May`, `in March or May`, `in March and May`, `2024`, `2023 or earlier`. */
function named(reading: Reading, at: number): Found<Timing> | undefined {
  const opened = fromWord(reading, at)
  const each = eachOf(reading, at)
  const start =
    each >= 0
      ? each
      : skip(reading, at, inside, reading.tokens[at + 1]?.kind === 'number' ? inside : overDays)
  const first = period(reading, opened >= 0 ? opened : skip(reading, start, both))
  if (first === undefined) return undefined
  const { from, to, doubts } = first.value
  const later = onwardFrom(reading, first.end)
  if (later > first.end) return one({ kind: 'dates', from: from.toString() }, first.value, later)
  // "from March" may mean in March or since March: only "from March onwards" is plain.
  if (opened >= 0) return undefined
  const sooner = earlier(reading, first.end)
  if (sooner >= 0) return one({ kind: 'dates', to: to.toString() }, first.value, sooner)
  const window: Window = { kind: 'dates', from: from.toString(), to: to.toString() }
  const told = explained(
    reading,
    at,
    { value: { windows: [window], assumptions: first.value.assumptions, doubts }, end: first.end },
    dates,
  )
  if (told !== undefined) return told
  const { periods, every: joint, end } = listed(reading, first, inside)
  // "in each of these: August, September": of one alone "each" says something else, and "all of October" is October.
  const alone = periods.length < 2
  const whole = alone && reading.tokens.slice(at, each).some(({ word }) => word === 'all')
  if (each >= 0 && ((alone && !whole) || joint === 'or')) return undefined
  const every = (each >= 0 && !alone) || joint === 'and' ? (true as const) : undefined
  const windows = periods.map(
    (each): Window => ({
      kind: 'dates',
      from: each.from.toString(),
      to: each.to.toString(),
    }),
  )
  return {
    value: {
      windows: every ? windows : joined(windows),
      ...(every !== true && joined(windows).length < windows.length ? { merged: { from: at, to: end } } : {}),
      ...(every ? { every } : {}),
      assumptions: periods.flatMap((each) => each.assumptions),
      doubts: periods.length > 1 ? periods.flatMap((each) => each.doubts) : doubts,
    },
    end,
  }
}

const one = (window: Window, { assumptions, doubts }: Period, end: number): Found<Timing> => ({
  value: { windows: [window], assumptions, doubts },
  end,
})

/** November and December of one year are one stretch. */
function joined(windows: readonly Window[]): Window[] {
  const out: Window[] = []
  for (const next of windows) {
    const last = out.at(-1)
    if (last?.kind === 'dates' && next.kind === 'dates' && last.to !== undefined && next.from !== undefined) {
      if (
        Temporal.PlainDate.from(last.to).add({ days: 1 }).toString() === next.from &&
        next.to !== undefined
      ) {
        out[out.length - 1] = { ...last, to: next.to }
        continue
      }
    }
    out.push(next)
  }
  return out
}
