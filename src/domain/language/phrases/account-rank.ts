import { doubtful, type Meaning, missing } from '../grammar/meaning.ts'
import { phrase } from '../grammar/phrase.ts'
import type { Parser } from '../grammar/reading.ts'

const ranked = phrase(
  'top|bottom|first|largest|biggest|smallest|highest|lowest|fastest',
  'the top|bottom|largest|biggest|smallest|highest|lowest',
)
const superlative = phrase(
  'largest|biggest|smallest|fastest|richest growing? companies|accounts|firms|customers|ones',
  'most employees|revenue|funding|staff',
)

/** `top 10 companies by revenue` */
export const accountRank: Parser<Meaning> = (reading, at) => {
  const word = ranked(reading, at)
  const behind = word >= 0 && reading.tokens[word]?.number !== undefined ? word + 1 : -1
  // “The 10 biggest”, “25 fastest growing”
  const before = reading.tokens[at]?.number === undefined ? -1 : ranked(reading, at + 1)
  const number = Math.max(behind, before)
  const end = Math.max(number, superlative(reading, at))
  if (end < 0) return undefined
  const says =
    'Companies are ranked by ICP score, and people by persona score or both: “top 50 companies by ICP score”. For anything else ask with a limit, such as “revenue above 10 million”, “more than 1,000 employees” or “headcount growth above 50%”.'
  return { value: doubtful(missing(at, end, 'ranks of companies and people', says)), end }
}
