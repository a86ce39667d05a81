import { Temporal } from 'temporal-polyfill'
import { dateWords } from '../../time/words.ts'
import { type Doubt, question } from './meaning.ts'
import type { Period } from './period.ts'
import { phrase } from './phrase.ts'
import { type Found, type Reading, remembered, said } from './reading.ts'

/** `31/03/2025`, `2025-03-31`. */
export function writtenDate(reading: Reading, at: number): Found<Period> | undefined {
  const written = reading.tokens[at]?.date
  if (written === undefined) return undefined
  const [a, b, c] = written.parts
  if (written.order === 'ymd') return dated(a, b, c, at + 1) ?? noneOf(reading, at, [a, b, c])
  if (written.order === 'dmy') return dated(c, b, a, at + 1) ?? noneOf(reading, at, [c, b, a])
  const order = orderOfDates(reading)
  if (order === 'dmy' || a === b) return dated(c, b, a, at + 1)
  if (order === 'mdy') return dated(c, a, b, at + 1)
  const found = dated(c, b, a, at + 1)
  if (found === undefined) return undefined
  const [dmy, mdy] = [iso(c, b, a), iso(c, a, b)]
  const doubt = question(
    at,
    at + 1,
    `Is ${reading.tokens[at]?.text ?? ''} written day first or month first?`,
    [
      [`${dateWords(dmy)} (day first, European)`, dmy],
      [`${dateWords(mdy)} (month first, American)`, mdy],
    ],
  )
  return { value: { ...found.value, doubts: [doubt] }, end: found.end }
}

/** "2024-11-31": its month has fewer days. */
const noneOf = (reading: Reading, at: number, [y, m, d]: readonly [number, number, number]) =>
  m >= 1 && m <= 12 && d >= 1 && d <= 31 ? noSuchDay(reading, at, at + 1, [y, m]) : undefined

const dayFirst = phrase('dd / mm', 'day first', 'european|british|uk format|style|dates|notation')
const monthFirst = phrase('mm / dd', 'month first', 'american|us format|style|dates|notation')

/** A date such as 31/03/2025 anywhere in the message proves the order of the others, and so do words that say it. */
export const orderOfDates = (reading: Reading): 'dmy' | 'mdy' | undefined => orderIn(reading, 0)

/** Remembered, at the first place: it is asked for each date. */
const orderIn = remembered((reading): 'dmy' | 'mdy' | undefined => {
  const said = [...reading.tokens.keys()].find(
    (at) => Math.max(dayFirst(reading, at), monthFirst(reading, at)) >= 0,
  )
  if (said !== undefined) return dayFirst(reading, said) >= 0 ? 'dmy' : 'mdy'
  for (const [at, { date, word }] of reading.tokens.entries()) {
    // "11/1 to 11/15"
    const [before, after] = [reading.tokens[at - 1]?.text ?? '', reading.tokens[at + 1]?.text ?? '']
    if (word === '/' && /^\d\d?$/.test(before) && /^\d\d?$/.test(after)) {
      if (Number(before) > 12 && Number(after) <= 12) return 'dmy'
      if (Number(after) > 12 && Number(before) <= 12) return 'mdy'
    }
    if (date?.order !== 'unsure') continue
    if (date.parts[0] > 12) return 'dmy'
    if (date.parts[1] > 12) return 'mdy'
  }
  return undefined
})

export const iso = (y: number, m: number, d: number) =>
  `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`

export function dated(y: number, m: number, d: number, end: number): Found<Period> | undefined {
  if (m < 1 || m > 12 || d < 1 || d > new Temporal.PlainYearMonth(y, m).daysInMonth) return undefined
  const day = new Temporal.PlainDate(y, m, d)
  return { value: { from: day, to: day, assumptions: [], doubts: [] }, end }
}

/** "31 November": no day is put in its place unasked. */
export function noSuchDay(
  reading: Reading,
  at: number,
  end: number,
  [year, month]: readonly [year: number, month: number],
): Found<Period> {
  const whole = new Temporal.PlainYearMonth(year, month)
  const last = whole.toPlainDate({ day: whole.daysInMonth })
  const choices = [last, last.add({ days: 1 })].map(
    (day) => [dateWords(day.toString()), day.toString()] as const,
  )
  const says = `There is no “${said(reading, at, end)}”: that month has ${last.day} days. Which day do you mean?`
  // “Born on 29 February” speaks of no year.
  const doubt: Doubt = { ...question(at, end, says, choices), ofWindow: true }
  return { value: { from: last, to: last, assumptions: [], doubts: [doubt] }, end }
}
