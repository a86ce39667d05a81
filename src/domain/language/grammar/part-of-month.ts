import { dateWords } from '../../time/words.ts'
import type { Period } from './period.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Parser, Reading } from './reading.ts'

const the = phrase('the')
const ofWord = phrase('of', 'in', 'of the month of')

/** Parts by their first and last day; none: to the end of the month. */
const PARTS: readonly (readonly [words: ReturnType<typeof phrase>, first: number, last?: number])[] = [
  [phrase('early', 'the? beginning|start of', 'the? first third of'), 1, 10],
  [phrase('mid', 'the? middle of'), 11, 20],
  [phrase('late', 'the? latter part of'), 21],
  [phrase('the? first half of'), 1, 15],
  [phrase('the? second half of', 'the? latter half of'), 16],
  [phrase('the? first week of|in', 'week one|1 of'), 1, 7],
  [phrase('the? second week of|in'), 8, 14],
  [phrase('the? third week of|in'), 15, 21],
  [phrase('the? fourth week of|in'), 22, 28],
  [phrase('the? first two|2 weeks of'), 1, 14],
]
const lastWeek = phrase('the? last|final week of|in')
const lastTwo = phrase('the? last|final two|2 weeks of')

/** `early`, `the first week of`: its first and last day, the last of the month where none is told. */
export function partAt(reading: Reading, at: number): Found<{ first: number; last?: number }> | undefined {
  let best: Found<{ first: number; last?: number }> | undefined
  for (const [words, first, last] of PARTS) {
    const end = words(reading, at)
    if (end > (best?.end ?? -1)) best = { value: { first, ...(last === undefined ? {} : { last }) }, end }
  }
  return best
}

/** `early November`, `the first week of May`, `the second half of October 2024`: days that are said with it. */
export const partOfMonth =
  (month: Parser<Period>): Parser<Period> =>
  (reading, at) => {
    const part = partAt(reading, at)
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
