import { Temporal } from 'temporal-polyfill'
import { monthAt } from '../../language/grammar/calendar.ts'
import { PARTS } from '../../language/grammar/part-of-month.ts'
import { longestIn, phrase, skip } from '../../language/grammar/phrase.ts'
import { type Parser, said } from '../../language/grammar/reading.ts'
import { inWord, when, type When, yearAt } from './anniversary-dates.ts'

const of = phrase('of', 'in', 'of the month of')

/** `in the first two weeks of December`, `late May`: those days of any year. */
export const partOfMonth: Parser<When> = (reading, at) => {
  const opened = skip(reading, at, inWord)
  const part = longestIn(reading, opened, PARTS)
  const month = part && monthAt(reading, skip(reading, part.end, of))
  if (part === undefined || month === undefined || yearAt(reading, month.end) !== undefined) return undefined
  const [first, last] = [part.value.first, part.value.last ?? daysIn(month.month)]
  const [from, to] = [first, last].map((day) => `${twoDigits(month.month)}-${twoDigits(day)}`)
  if (from === undefined || to === undefined) return undefined
  const stated = `“${said(reading, opened, month.end)}” is read as the days ${first} to ${last} of that month.`
  return { value: when({ kind: 'days', from, to }, stated), end: month.end }
}

/** 29 of February, which is a day of the year. */
const daysIn = (month: number): number => new Temporal.PlainYearMonth(2024, month).daysInMonth
const twoDigits = (n: number): string => String(n).padStart(2, '0')
