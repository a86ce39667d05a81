import { Temporal } from 'temporal-polyfill'
import type { Window } from '../../time/window.ts'
import { question } from './meaning.ts'
import { yearNumber } from './period-years.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Parser, type Reading, said, wordAt } from './reading.ts'
import { THAT_IS } from './that-is.ts'
import type { Timing } from './timing.ts'

const explaining = phrase(...THAT_IS, ',|(|-|:|=', ', from', ',? so')
const closed = phrase(')')

/**
 * "over the summer, June to August", "the run-up to Christmas (1-24 Dec)": the dates behind say which are meant, in
 * the year that was said before them. Dates that are known may be said again: "Easter weekend, Good Friday through
 * Easter Monday".
 */
export function explained(
  reading: Reading,
  at: number,
  { value, end }: Found<Timing>,
  read: Parser<Timing>,
): Found<Timing> | undefined {
  const opened = explaining(reading, end)
  const dates = opened < 0 ? undefined : inItsYear(reading, [at, end], value, opened, read)
  if (dates === undefined || dates.value.doubts.length > 0) return undefined
  const behind = skip(reading, dates.end, closed)
  if (value.doubts.length > 0) return isOneStretch(dates.value) ? { ...dates, end: behind } : undefined
  if (JSON.stringify(value.windows) === JSON.stringify(dates.value.windows)) return { value, end: behind }
  // In brackets they may be those of a holiday before the year: "BFCM of 2024 (29 Nov to 2 Dec)".
  if (wordAt(reading, end) === '(') return undefined
  return saysYear(reading, at, end) && touches(value.windows, dates.value.windows, 0)
    ? { value: { ...value, doubts: [whichDates(reading, at, end, [opened, dates])] }, end: behind }
    : undefined
}

/** Dates behind a period of some year are of that year, and not the last that there were. */
function inItsYear(
  reading: Reading,
  [at, end]: readonly [from: number, to: number],
  before: Timing,
  opened: number,
  read: Parser<Timing>,
): Found<Timing> | undefined {
  const lately = read(reading, opened)
  if (lately === undefined || !saysYear(reading, at, end)) return lately
  if (saysYear(reading, opened, lately.end) || saysDay(reading, opened, lately.end))
    return touches(before.windows, lately.value.windows, MONTHS_AROUND) ? lately : undefined
  const last = before.windows.map((window) => (window.kind === 'dates' ? window.to : undefined)).at(-1)
  if (last === undefined) return undefined
  const close = Temporal.PlainDate.from(last)
  return [close, close.add({ months: 3 })]
    .map((today) => read({ ...reading, today, memo: [] }, opened))
    .find((dates) => dates !== undefined && touches(before.windows, dates.value.windows, 0))
}

/** A season of the other half of the world is half a year from the one that is named. */
const MONTHS_AROUND = 6

const saysYear = (reading: Reading, from: number, to: number): boolean =>
  reading.tokens.slice(from, to).some((token, i) => {
    return token.word === 'year' || token.date !== undefined || yearNumber(reading, from + i) !== undefined
  })

/** "June to today": counted from the day on which it is said. */
const saysDay = (reading: Reading, from: number, to: number): boolean =>
  reading.tokens
    .slice(from, to)
    .some(({ word }) => /^(?:today|now|yesterday|last|this|current|previous)$/.test(word))

/** "June, July and August" are all of one season, and no three times at which something was done. */
const isOneStretch = ({ every, windows }: Timing): boolean => every !== true || windows.length === 1

const touches = (some: readonly Window[], others: readonly Window[], months: number): boolean =>
  some.some((a) => others.some((b) => overlap(a, b, months)))

function overlap(a: Window, b: Window, months: number): boolean {
  if (a.kind !== 'dates' || b.kind !== 'dates') return false
  if (a.from === undefined || a.to === undefined || b.from === undefined || b.to === undefined) return false
  const from = Temporal.PlainDate.from(a.from).subtract({ months }).toString()
  const to = Temporal.PlainDate.from(a.to).add({ months }).toString()
  return from <= b.to && b.from <= to
}

/** "in 2024, June through August", "Black Friday 2023, 24-27 November": other dates than were said before them. */
function whichDates(
  reading: Reading,
  at: number,
  end: number,
  [opened, { value, end: last }]: readonly [number, Found<Timing>],
) {
  const stretches = value.windows.flatMap((window) =>
    window.kind === 'dates' && window.from !== undefined && window.to !== undefined
      ? [`from ${window.from} to ${window.to}`]
      : [],
  )
  const whole = said(reading, at, end)
  const closer = stretches.join(' or ')
  return question(at, last, `Is “${whole}” meant, or “${said(reading, opened, last)}”?`, [
    [whole, `${/^(?:in|on|over|during)$/.test(wordAt(reading, at)) ? '' : 'in '}${whole}`],
    [closer, closer],
  ])
}
