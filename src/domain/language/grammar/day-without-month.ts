import { dateWords } from '../../time/words.ts'
import type { Temporal } from 'temporal-polyfill'
import { question } from './meaning.ts'
import type { Period } from './period.ts'
import { recentYear } from './period-years.ts'
import { type Found, type Reading, said, wordAt } from './reading.ts'
import { dated, iso, orderOfDates } from './written-date.ts'

/** What can stand behind a day, where it is none of what else a number counts. */
const ENDS =
  /^(?:|[.,;:!?)(-]|and|or|but|who|that|which|to|until|till|through|onwards|onward|in|from|with|without|only|give|plus)$/
/** What leads to a day: "2/3 of them" is a share, and "24/7" no day in July. */
const LEADS =
  /^(?:on|since|before|after|until|till|from|between|by|to|and|or|of|starting|beginning|ending|commencing|through|-|around|for|dated|the)$/

/** `on 11/11`, `since 25/12`, `before 3/15`: a day and a month without a year, of the last time that there was one. */
export function slashDay(reading: Reading, at: number): Found<Period> | undefined {
  const { tokens } = reading
  const [first, slash, second] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (slash?.word !== '/' || !/^\d\d?$/.test(first?.text ?? '') || !/^\d\d?$/.test(second?.text ?? ''))
    return undefined
  if (first?.end !== slash.start || second?.start !== slash.end) return undefined
  if (!LEADS.test(wordAt(reading, at - 1)) || !ENDS.test(wordAt(reading, at + 3))) return undefined
  const [a, b] = [Number(first.text), Number(second.text)]
  const order = a > 12 ? 'dmy' : b > 12 ? 'mdy' : orderOfDates(reading)
  const dayFirst = dayIn(reading, b, a, at)
  const monthFirst = dayIn(reading, a, b, at)
  if (order === 'dmy' || (a === b && dayFirst !== undefined)) return dayFirst
  if (order === 'mdy') return monthFirst
  if (dayFirst === undefined || monthFirst === undefined) return undefined
  const choices = [
    [dayFirst, 'day first, European'],
    [monthFirst, 'month first, American'],
  ] as const
  const doubt = question(
    at,
    dayFirst.end,
    `Is ${said(reading, at, at + 3)} written day first or month first?`,
    choices.map(([{ value }, label]) => {
      const day = value.from.toString()
      return [`${dateWords(day)} (${label})`, day] as const
    }),
  )
  return { ...dayFirst, value: { ...dayFirst.value, doubts: [doubt] } }
}

function dayIn(reading: Reading, month: number, day: number, at: number): Found<Period> | undefined {
  const found = dated(recentYear(reading, month, day), month, day, at + 3)
  if (found === undefined) return undefined
  const stated = `${said(reading, at, at + 3)} is read as ${dateWords(iso(found.value.from.year, month, day))}.`
  const inYear = (year: number) => dated(year, month, day, at + 3)?.value ?? found.value
  return { ...found, value: { ...found.value, assumptions: [stated], yearless: true, inYear } }
}

/** `on the 10th`, `since the 3rd`: of the last month in which there was such a day. */
export function dayAlone(reading: Reading, at: number): Found<Period> | undefined {
  const start = wordAt(reading, at) === 'the' ? at + 1 : at
  const token = reading.tokens[start]
  const day = token?.number
  if (day === undefined || token?.ordinal !== true || !/^\d/.test(token.text) || day < 1 || day > 31)
    return undefined
  const before = wordAt(reading, at - 1)
  if (start === at && before !== 'the') return undefined
  const led = start === at ? wordAt(reading, at - 2) : before
  if (!LEADS.test(led) || !ENDS.test(wordAt(reading, start + 1))) return undefined
  const date = lastWith(reading.today, day)
  const stated = `“the ${token.text}” is read as ${dateWords(date.toString())}.`
  return { value: { from: date, to: date, assumptions: [stated], doubts: [] }, end: start + 1 }
}

function lastWith(today: Temporal.PlainDate, day: number): Temporal.PlainDate {
  let month = day <= today.day ? today : today.subtract({ months: 1 })
  while (month.daysInMonth < day) month = month.subtract({ months: 1 })
  return month.with({ day })
}
