import { doubtful, type Meaning, missing } from '../grammar/meaning.ts'
import { phrase } from '../grammar/phrase.ts'
import type { Parser, Reading } from '../grammar/reading.ts'

const ranked = phrase(
  'top|bottom|first|largest|biggest|smallest|highest|lowest|fastest',
  'the top|bottom|largest|biggest|smallest|highest|lowest',
)
const superlative = phrase(
  'largest|biggest|smallest|fastest|richest growing? companies|accounts|firms|customers|ones',
  'most employees|revenue|funding|staff',
  'with|has|have|having|by? the? most|least|fewest|highest|lowest|largest|smallest|biggest|longest|shortest years? of|in|at? experience|employees|revenue|funding|staff|tenure|role|headcount|hiring',
  'with|has|have|having? the? most|fewest open? roles|jobs|vacancies|people|years',
)
/** “Top 25 manufacturers by revenue”: by what is said behind those who are ranked. */
const byWhat = phrase(
  'ranked|sorted|ordered? by|in the? annual? revenue|turnover|sales|headcount|size|employees|staff|hiring|experience|tenure|growth|funding',
)

/** `top 10 companies by revenue` */
export const accountRank: Parser<Meaning> = (reading, at) => {
  const word = ranked(reading, at)
  const behind = word >= 0 && reading.tokens[word]?.number !== undefined ? word + 1 : -1
  // “The 10 biggest”, “25 fastest growing”
  const before = reading.tokens[at]?.number === undefined ? -1 : ranked(reading, at + 1)
  const number = Math.max(behind, before)
  const end = Math.max(number, superlative(reading, at), at > 0 ? byWhatRanked(reading, at) : -1)
  if (end < 0) return undefined
  const says =
    'Companies are ranked by ICP score, and people by persona score or both: “top 50 companies by ICP score”. For anything else ask with a limit, such as “revenue above 10 million”, “more than 1,000 employees” or “headcount growth above 50%”.'
  const doubt = { ...missing(at, end, 'ranks of companies and people', says), understood: true as const }
  return { value: doubtful(doubt), end }
}

function byWhatRanked(reading: Reading, at: number): number {
  const end = byWhat(reading, at)
  return end >= 0 && reading.tokens.slice(0, at).some((_, from) => ranked(reading, from) >= 0) ? end : -1
}
