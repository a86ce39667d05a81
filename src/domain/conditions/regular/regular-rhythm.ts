import { Temporal } from 'temporal-polyfill'
import { comparison, suffix } from '../../language/grammar/comparison.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { span, unitAt } from '../../language/grammar/span.ts'
import { THAT_IS } from '../../language/grammar/that-is.ts'
import { window } from '../../language/grammar/window.ts'
import { boundsOf } from '../../time/bounds.ts'
import { CALENDAR_UNITS, type CalendarUnit, type Window } from '../../time/window.ts'

/** How often something was done: in every period of a window, or in so many of them. */
export interface Rhythm {
  readonly every: CalendarUnit
  readonly least?: number
  readonly within?: Window
  /** "that began …": calendar units, however short the time is. */
  readonly began?: true
  readonly assumptions: readonly string[]
}

const each = phrase('in|on|for|during? every|each single?', 'every single')
const eachOf = phrase('in|on|for|during? every|each|all one? of', 'in|on|for? every|each of the', 'all of')
const perUnit = phrase('a|per', 'every|each')
const adverb: readonly (readonly [CalendarUnit, ReturnType<typeof phrase>])[] = [
  ['day', phrase('daily', 'day in day out')],
  ['week', phrase('weekly')],
  ['month', phrase('monthly')],
  ['quarter', phrase('quarterly')],
  ['year', phrase('yearly|annually')],
]
export const inWord = phrase('in|on|for|during')
const ofThe = phrase(
  'out? of the? last|past|previous|trailing',
  'out? of the? most recent',
  'of these|those|the',
)
const calendarUnits = phrase(
  'separate|different|distinct? calendar|whole|full',
  'separate|different|distinct',
)
const onWord = phrase('on')
const began = phrase('that|which began|begin|begins|started|start')
const inARow = phrase('in a row', 'straight|running|consecutively|continuously', ',? counted back from now')
const comma = phrase(',')
const countedBack = phrase('counted back from now')
const times = phrase('at least once', 'once')

/** `every month`, `weekly`, `in each of the last 3 months`, `for 4 of the last 6 weeks`, `at least once a month`. */
export function rhythmAt(reading: Reading, at: number): Found<Rhythm> | undefined {
  return ofPeriods(reading, at) ?? ofAll(reading, at) ?? someOf(reading, at) ?? everyUnit(reading, at)
}

const eachOne = phrase('in|on|for|during? each|every|all one? of? the?')

/** "in each of the four quarters of 2024": all of them, so that the number has to be right. */
function ofAll(reading: Reading, at: number): Found<Rhythm> | undefined {
  const opened = eachOne(reading, at)
  const n = opened < 0 ? undefined : reading.tokens[opened]?.number
  const unit = n === undefined ? undefined : unitAt(reading, skip(reading, opened + 1, calendarUnits))
  const every = CALENDAR_UNITS.find((one) => one === unit?.unit)
  const time = unit === undefined ? undefined : window(reading, unit.end)
  const [within, more] = time?.value.windows ?? []
  if (time === undefined || every === undefined || unit?.times !== 1) return undefined
  if (within === undefined || more !== undefined || unitsWithin(within, every) !== n) return undefined
  return {
    value: { every, within, assumptions: time.value.assumptions },
    end: skip(reading, time.end, inARow),
  }
}

/** How many calendar units a calendar year, or a stretch between two dates, is made of. */
function unitsWithin(within: Window, every: CalendarUnit): number | undefined {
  if (within.kind === 'calendar' && within.unit === 'year' && within.count === undefined)
    return { day: undefined, week: undefined, month: 12, quarter: 4, year: 1 }[every]
  if (within.kind !== 'dates' || within.from === undefined || within.to === undefined) return undefined
  const after = Temporal.PlainDate.from(within.to).add({ days: 1 })
  const months = Temporal.PlainDate.from(within.from).until(after, { largestUnit: 'months' })
  if (months.days !== 0) return undefined
  return {
    day: undefined,
    week: undefined,
    month: months.months,
    quarter: months.months / 3,
    year: months.months / 12,
  }[every]
}

const again = phrase(...THAT_IS, ',|(|- so', ',|(|:|-')
const closed = phrase(')')
const onceEach = phrase(',? at least once|1 per|in|a|each|every each|every|a? month|week|quarter|year|day')

/** "the last three full months, i.e. Aug and Sept and Oct, at least once per month": the same, said again. */
function saidAgain(reading: Reading, at: number, within: Window): number {
  const opened = again(reading, at)
  const time = opened < 0 ? undefined : window(reading, opened)
  const windows = time?.value.windows ?? []
  const { now, zone } = reading.situation
  const whole = boundsOf(within, now, zone)
  const parts = windows.map((one) => boundsOf(one, now, zone))
  const meet = parts.every((part, i) => part.from === (i === 0 ? whole.from : (parts[i - 1]?.to ?? 0) + 1))
  const same = time !== undefined && parts.length > 0 && meet && parts.at(-1)?.to === whole.to
  return skip(reading, same ? skip(reading, time.end, closed) : at, onceEach)
}

/** "in each of the last 3 months" */
function ofPeriods(reading: Reading, at: number): Found<Rhythm> | undefined {
  const opened = eachOf(reading, at)
  const time = opened < 0 ? undefined : windowFrom(reading, [opened, opened - 1])
  const [within, more] = time?.value.windows ?? []
  if (time === undefined || within === undefined || more !== undefined || !('unit' in within))
    return undefined
  const every = CALENDAR_UNITS.find((unit) => unit === within.unit)
  if (every === undefined) return undefined
  return {
    value: { every, within, assumptions: time.value.assumptions },
    end: saidAgain(reading, skip(reading, time.end, inARow), within),
  }
}

/** The article of "of the last 3 months" may be a part of either. */
const windowFrom = (reading: Reading, places: readonly number[]) =>
  places.map((at) => window(reading, at)).find((found) => found !== undefined)

/** "in at least 4 of the last 6 weeks", "weekly for 4 of the last 6 weeks", "in at least 2 calendar months that began this year". */
function someOf(reading: Reading, at: number): Found<Rhythm> | undefined {
  const spoken = adverbAt(reading, at)
  const start = skip(reading, spoken?.end ?? at, inWord)
  const number = comparison(reading, start)
  const [test, more] = number?.value.tests ?? []
  if (number === undefined || more !== undefined || typeof test?.value !== 'number' || number.value.times)
    return undefined
  const after = number.value.bare ? suffix(reading, number.end) : undefined
  const least = leastOf(after?.op ?? test.op, test.value)
  if (least === undefined) return undefined
  const from = after?.end ?? number.end
  const of = ofThe(reading, from)
  const length = of < 0 ? undefined : span(reading, of)
  if (length !== undefined && !length.value.bare && !length.value.plus) {
    const every = CALENDAR_UNITS.find((unit) => unit === length.value.unit)
    if (every === undefined || (spoken !== undefined && spoken.value !== every)) return undefined
    const within: Window = { kind: 'last', n: length.value.n, unit: every }
    const assumptions =
      number.value.bare && after === undefined
        ? [`“${least} of ${length.value.n}” is read as at least ${least} of them.`]
        : []
    return { value: { every, least, within, assumptions }, end: skip(reading, length.end, inARow) }
  }
  return spoken === undefined ? ofUnits(reading, from, least) : undefined
}

const isCountedBack = (reading: Reading, at: number): boolean =>
  countedBack(reading, skip(reading, at, comma)) >= 0

const begun = (said: boolean): { began?: true } => (said ? { began: true } : {})

function leastOf(op: string, value: number): number | undefined {
  if (value < 1 || !Number.isInteger(value)) return undefined
  return op === '>=' || op === '=' ? value : op === '>' ? value + 1 : undefined
}

/** "… 2 calendar months that began this year", "… 4 weeks in the last 6 weeks". */
function ofUnits(reading: Reading, at: number, least: number): Found<Rhythm> | undefined {
  const spoken = calendarUnits(reading, at)
  const unit = unitAt(reading, skip(reading, at, calendarUnits))
  const every = CALENDAR_UNITS.find((one) => one === unit?.unit)
  if (unit === undefined || unit.times > 1 || every === undefined) return undefined
  const start = skip(reading, unit.end, began)
  const time = window(reading, start) ?? window(reading, skip(reading, start, onWord))
  const [within, more] = time?.value.windows ?? []
  if (time === undefined || within === undefined || more !== undefined) return undefined
  // "in 3 months in 2024" says nothing of separate ones.
  if (spoken < 0 && within.kind !== 'last' && within.kind !== 'ago' && start === unit.end) return undefined
  return {
    value: {
      every,
      least,
      within,
      ...begun(start > unit.end || isCountedBack(reading, time.end)),
      assumptions: time.value.assumptions,
    },
    end: skip(reading, time.end, inARow),
  }
}

/** "every month this quarter", "weekly", "at least once a month". */
function everyUnit(reading: Reading, at: number): Found<Rhythm> | undefined {
  const spoken = adverbAt(reading, at)
  const once = skip(reading, at, times)
  const opened =
    spoken === undefined ? Math.max(each(reading, at), once > at ? perUnit(reading, once) : -1) : -1
  const unit = opened < 0 ? undefined : unitAt(reading, skip(reading, opened, calendarUnits))
  const every =
    spoken?.value ?? (unit?.times === 1 ? CALENDAR_UNITS.find((one) => one === unit.unit) : undefined)
  const head = spoken?.end ?? unit?.end
  if (every === undefined || head === undefined) return undefined
  const start = skip(reading, skip(reading, head, inARow), began)
  const time = window(reading, start) ?? window(reading, skip(reading, start, onWord))
  const [within, more] = time?.value.windows ?? []
  if (more !== undefined) return undefined
  const end = skip(reading, time?.end ?? head, inARow)
  const units = begun(start > skip(reading, head, inARow) || isCountedBack(reading, time?.end ?? head))
  return {
    value: { every, ...(within && { within }), ...units, assumptions: time?.value.assumptions ?? [] },
    end,
  }
}

export function adverbAt(reading: Reading, at: number): Found<CalendarUnit> | undefined {
  for (const [value, words] of adverb) {
    const end = words(reading, at)
    if (end >= 0) return { value, end }
  }
  return undefined
}

/** "at least once" that was read as a part of the deed: "ordered at least once a month". */
export function perOnce(reading: Reading, at: number): Found<Rhythm> | undefined {
  if (!/^(?:once|least|time|times)$/.test(wordAt(reading, at - 1))) return undefined
  const opened = perUnit(reading, at)
  const unit = opened < 0 ? undefined : unitAt(reading, opened)
  return unit === undefined || unit.times > 1
    ? undefined
    : (everyUnit(reading, at - 1) ?? everyFrom(reading, unit))
}

function everyFrom(reading: Reading, unit: { unit: string; end: number }): Found<Rhythm> | undefined {
  const every = CALENDAR_UNITS.find((one) => one === unit.unit)
  const time = window(reading, unit.end)
  const [within] = time?.value.windows ?? []
  if (every === undefined) return undefined
  return {
    value: { every, ...(within && { within }), assumptions: time?.value.assumptions ?? [] },
    end: time?.end ?? unit.end,
  }
}
