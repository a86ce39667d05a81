import { phrase, skip } from './phrase.ts'
import type { Reading } from './reading.ts'

const of = phrase('of|in')
const comma = phrase(',')
const lastYear = phrase('of? last|previous year|yr')
const thisYear = phrase('of? this|current year|yr')

/** `, 2025`, `of 2025`, `last year`, `'25`: the year behind a month or a quarter. */
export function yearAfter(reading: Reading, at: number): { year: number; end: number } | undefined {
  const behind = lastYear(reading, at)
  if (behind >= 0) return { year: reading.today.year - 1, end: behind }
  const current = thisYear(reading, at)
  if (current >= 0) return { year: reading.today.year, end: current }
  return yearNumber(reading, skip(reading, at, of, comma))
}

/** `2025`: four digits of a year that people speak of. */
export function yearNumber(reading: Reading, at: number): { year: number; end: number } | undefined {
  const token = reading.tokens[at]
  if (token?.kind !== 'number' || !/^(?:19[5-9]|20[0-4])\d$/.test(token.text)) return undefined
  return { year: Number(token.text), end: at + 1 }
}

/** "1 Dec 24": two digits behind a day and its month, with nothing behind them that they could be a number of. */
export function shortYear(reading: Reading, at: number): { year: number; end: number } | undefined {
  const token = reading.tokens[at]
  if (token?.kind !== 'number' || !/^[12]\d$/.test(token.text)) return undefined
  const next = reading.tokens[at + 1]?.word ?? ''
  return /^(?:|[.,;:)!?-]|to|and|until|till|through|thru|or|but|who)$/.test(next)
    ? { year: 2000 + Number(token.text), end: at + 1 }
    : undefined
}

/** The year in which a day without a year came last. */
export function recentYear({ today: now }: Reading, month: number, day: number): number {
  return month < now.month || (month === now.month && day <= now.day) ? now.year : now.year - 1
}

/** "2022/23": both of these years, as a stretch; undefined where the second is not the next. */
export function yearPair({ tokens }: Reading, first: { year: number; end: number }): number | undefined {
  const [slash, second] = [tokens[first.end], tokens[first.end + 1]]
  const joined = slash?.word === '/' && slash.end === second?.start
  if (!joined || !/^(?:20)?\d\d$/.test(second?.text ?? '')) return undefined
  return Number(second?.text) % 100 === (first.year + 1) % 100 ? first.end + 2 : undefined
}
