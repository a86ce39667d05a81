import { comparison, isPlain, type Test } from '../../language/grammar/comparison.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, wordAt } from '../../language/grammar/reading.ts'

/** "orders, over 100" speaks of what they came to rather than of how many there were. */
export const MOST_ORDERS = 20

const introduced = phrase(',|:|-|(')
const alone = /^(?:[,.;:)]|and|or|but|in|over|during|since|within|this|last|who|)$/

/** "tablet orders, 2 or more": how many of them, said behind. A plain number there may be anything. */
export function countBehind(reading: Reading, at: number): Found<Test> | undefined {
  const found = comparison(reading, skip(reading, at, introduced))
  if (found === undefined || found.value.bare || !alone.test(wordAt(reading, found.end))) return undefined
  if (!isPlain(found.value)) return undefined
  const few = found.value.tests.every(({ value }) => typeof value === 'number' && value <= MOST_ORDERS)
  if (!few) return undefined
  return { value: found.value, end: wordAt(reading, found.end) === ')' ? found.end + 1 : found.end }
}
