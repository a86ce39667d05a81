import { Temporal } from 'temporal-polyfill'
import { phrase } from './phrase.ts'

export const MONTHS: readonly (readonly [name: string, words: ReturnType<typeof phrase>])[] = [
  ['January', phrase('january|jan')],
  ['February', phrase('february|feb')],
  ['March', phrase('march|mar')],
  ['April', phrase('april|apr')],
  ['May', phrase('may')],
  ['June', phrase('june|jun')],
  ['July', phrase('july|jul')],
  ['August', phrase('august|aug')],
  ['September', phrase('september|sep|sept')],
  ['October', phrase('october|oct')],
  ['November', phrase('november|nov')],
  ['December', phrase('december|dec')],
]

export const WEEKDAYS: readonly (readonly [name: string, words: ReturnType<typeof phrase>])[] = [
  ['Monday', phrase('monday|mondays')],
  ['Tuesday', phrase('tuesday|tuesdays')],
  ['Wednesday', phrase('wednesday|wednesdays')],
  ['Thursday', phrase('thursday|thursdays')],
  ['Friday', phrase('friday|fridays')],
  ['Saturday', phrase('saturday|saturdays')],
  ['Sunday', phrase('sunday|sundays')],
]

interface Holiday {
  readonly name: string
  readonly words: ReturnType<typeof phrase>
  on(year: number): Temporal.PlainDate
}

const fixed = (month: number, day: number) => (year: number) => new Temporal.PlainDate(year, month, day)

/** The n-th weekday of a month (1 is Monday). */
function nth(year: number, month: number, weekday: number, n: number): Temporal.PlainDate {
  const first = new Temporal.PlainDate(year, month, 1)
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (n - 1) })
}
const thanksgiving = (year: number) => nth(year, 11, 4, 4)

/** Western Easter Sunday (the anonymous Gregorian computus). */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor((8 * b + 13) / 25)
  const e = (19 * a + b - Math.floor(b / 4) - d + 15) % 30
  const f = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - e - (c % 4)) % 7
  const g = Math.floor((a + 11 * e + 22 * f) / 451)
  const days = e + f - 7 * g + 114
  return new Temporal.PlainDate(year, Math.floor(days / 31), (days % 31) + 1)
}

/** Days that shops talk about, with the date they fall on in a year. */
export const HOLIDAYS: readonly Holiday[] = [
  { name: 'Black Friday', words: phrase('black friday', 'bf'), on: (y) => thanksgiving(y).add({ days: 1 }) },
  { name: 'Cyber Monday', words: phrase('cyber monday'), on: (y) => thanksgiving(y).add({ days: 4 }) },
  { name: 'Thanksgiving', words: phrase('thanksgiving', 'thanksgiving day'), on: thanksgiving },
  { name: 'Christmas Day', words: phrase('christmas', 'christmas day', 'xmas'), on: fixed(12, 25) },
  { name: 'Christmas Eve', words: phrase('christmas eve'), on: fixed(12, 24) },
  { name: 'Boxing Day', words: phrase('boxing day'), on: fixed(12, 26) },
  { name: 'New Year’s Eve', words: phrase("new year 's? eve", 'new years eve'), on: fixed(12, 31) },
  { name: 'New Year’s Day', words: phrase("new year 's? day", 'new years day'), on: fixed(1, 1) },
  { name: 'Valentine’s Day', words: phrase("valentine|valentines 's? day?"), on: fixed(2, 14) },
  { name: 'Halloween', words: phrase('halloween'), on: fixed(10, 31) },
  { name: 'Singles’ Day', words: phrase('singles day', "single 's day", "singles ' day"), on: fixed(11, 11) },
  { name: 'Easter Sunday', words: phrase('easter', 'easter sunday'), on: easter },
  { name: 'Mother’s Day', words: phrase("mother|mothers 's? day"), on: (y) => nth(y, 5, 7, 2) },
]
