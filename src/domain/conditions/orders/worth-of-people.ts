import { comparison } from '../../language/grammar/comparison.ts'
import { people } from '../../language/grammar/fillers.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { type Reading, wordAt } from '../../language/grammar/reading.ts'

const worth = phrase('worth')
const toUs = phrase('to us')
const BETWEEN = /^(?:who|that|are|is|were|they|now|us)$/
const LONGEST_NAME = 4
const PRODUCTS = /^(?:product|category|brand|sku)/

/** "UK customers worth over 500", "worth at least 150 to us": people are worth what they spent, and what is worth of products is another thing. */
export function worthOfPeople(reading: Reading, at: number): number {
  const end = worth(reading, at)
  if (end < 0) return -1
  const amount = comparison(reading, end)
  if (amount !== undefined && toUs(reading, amount.end) >= 0) return end
  let before = at
  while (BETWEEN.test(wordAt(reading, before - 1))) before--
  for (let i = before - 1; i >= Math.max(0, before - LONGEST_NAME); i--) {
    if (people(reading, i) === before) return end
    const named = reading.links.at(i).filter((link) => link.end === before)
    if (named.length > 0) return named.some(({ field }) => PRODUCTS.test(field)) ? -1 : end
  }
  return -1
}
