import { dateWords } from '../../time/words.ts'
import type { Period } from './period.ts'
import { longestIn, type Phrase, phrase, skip } from './phrase.ts'
import type { Found, Parser, Reading } from './reading.ts'

const the = phrase('the')
const ofWord = phrase('of', 'in', 'of the month of')

/** The days of a month from the first to the last; without one to its end. */
interface Days {
  readonly first: number
  readonly last?: number
}

/** `early`, `the first week of`: which days of the month behind it are meant. */
export const PARTS: readonly (readonly [days: Days, words: Phrase])[] = [
  [{ first: 1, last: 10 }, phrase('early', 'the? beginning|start of', 'the? first third of')],
  [{ first: 11, last: 20 }, phrase('mid', 'the? middle of')],
  [{ first: 21 }, phrase('late', 'the? latter part of')],
  [{ first: 1, last: 15 }, phrase('the? first half of')],
  [{ first: 16 }, phrase('the? second half of', 'the? latter half of')],
  [{ first: 1, last: 7 }, phrase('the? first week of|in', 'week one|1 of')],
  [{ first: 8, last: 14 }, phrase('the? second week of|in')],
  [{ first: 15, last: 21 }, phrase('the? third week of|in')],
  [{ first: 22, last: 28 }, phrase('the? fourth week of|in')],
  [{ first: 1, last: 14 }, phrase('the? first two|2 weeks of')],
]
const lastWeek = phrase('the? last|final week of|in')
const lastTwo = phrase('the? last|final two|2 weeks of')

/** `early November`, `the first week of May`, `the second half of October 2024`: days that are said with it. */
export const partOfMonth =
  (month: Parser<Period>): Parser<Period> =>
  (reading, at) => {
    const part = longestIn(reading, at, PARTS)
    const found = part && monthBehind(reading, part.end, month)
    if (part !== undefined && found !== undefined) return cut(found, part.value.first, part.value.last)
    const week = monthBehind(reading, lastWeek(reading, at), month)
    if (week !== undefined) return cut(week, week.value.to.day - 6)
    const two = monthBehind(reading, lastTwo(reading, at), month)
    return two && cut(two, two.value.to.day - 13)
  }

function monthBehind(reading: Reading, at: number, month: Parser<Period>): Found<Period> | undefined {
  return at < 0 ? undefined : month(reading, skip(reading, skip(reading, at, ofWord), the))
}

function cut({ value, end }: Found<Period>, first: number, last = value.to.day): Found<Period> {
  const [from, to] = [value.from.with({ day: first }), value.to.with({ day: last })]
  const stated = `Of that month, the days from ${dateWords(from.toString())} to ${dateWords(to.toString())} are counted.`
  return { value: { ...value, from, to, assumptions: [stated] }, end }
}
