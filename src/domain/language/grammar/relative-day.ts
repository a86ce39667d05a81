import type { Period } from './period.ts'
import { phrase } from './phrase.ts'
import { type Found, type Reading, wordAt } from './reading.ts'

const today = phrase('today', 'now')
const yesterday = phrase('yesterday')
const dayBefore = phrase('the? day before yesterday')
const theOneBefore = phrase('the? day before that|it|yesterday?')

/** `today`, `yesterday`, `the day before yesterday`, and the day before in "yesterday or the day before". */
export function relativeDay(reading: Reading, at: number): Found<Period> | undefined {
  for (const [words, days] of [
    [today, 0],
    [yesterday, 1],
    [dayBefore, 2],
  ] as const) {
    const end = words(reading, at)
    if (end >= 0) return { value: daysBack(reading, days), end }
  }
  const beside =
    /^(?:or|and|nor|\/)$/.test(wordAt(reading, at - 1)) && wordAt(reading, at - 2) === 'yesterday'
  const end = beside ? theOneBefore(reading, at) : -1
  return end < 0 ? undefined : { value: daysBack(reading, 2), end }
}

function daysBack({ today: now }: Reading, days: number): Period {
  const day = now.subtract({ days })
  return { from: day, to: day, assumptions: [], doubts: [] }
}
