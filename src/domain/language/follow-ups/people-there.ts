import { entityOf } from '../../criteria/entity.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { leadsIn } from './leads.ts'
import { courtesyAtEnd, type SaidPart, trimmed } from './refined.ts'

const asks = phrase(
  'and|now|so|ok|okay',
  'show|give|find|get|list me|us?',
  'who are|is',
  'what|how about',
  'i want|need',
  'then',
)
const EACH = /^(?:all|each|both|every|any|most|none|some)$/
/** "who works there in operations?" */
const worksThere = phrase(
  'who|which people|contacts? works|work|is|are there',
  'who|which people|contacts? works|work for|in|at them|those|these',
)
const their = phrase('their|its|whose', "the|those|these companies|accounts|firms '|'s")
const there = phrase(
  'there',
  'at|in|of|from|inside|within them|those|these',
  'working|employed? at|in|of|from|inside the|these|those|all? companies|accounts|firms|businesses|ones|orgs',
  'working|employed at|in|for|inside them|those|these|there',
  'working|employed there',
  'who|that work|works? there|for them',
)

/**
 * `and their CFOs?`, `marketing directors at those companies`: people at the companies at hand. Answers what says
 * who they are, to be read as said of people; undefined where none are spoken of.
 */
const allOf = phrase('the|all|any')
export function peopleThere(reading: Reading, current: Criteria): SaidPart | undefined {
  if (entityOf(current) !== 'company') return undefined
  let at = leadsIn(reading).from
  const works = worksThere(reading, at)
  if (works >= 0) {
    const last = trimmed(reading, reading.tokens.length, courtesyAtEnd)
    return works < last ? { from: works, to: last } : undefined
  }
  for (let i = 0; i < 3; i++) at = skip(reading, at, asks)
  const to = trimmed(reading, reading.tokens.length, courtesyAtEnd)
  const from = skip(reading, at, their)
  const end = [...Array(6).keys()]
    .map((back) => to - back - 1)
    .find((i) => i > from && there(reading, i) === to)
  if (from === at && end === undefined) return undefined
  const said = { from: skip(reading, from, allOf), to: end ?? to }
  // "over 50 people, all of them" says once more whom it is said of.
  if (EACH.test(wordAt(reading, said.to - 1))) return undefined
  return said.from < said.to ? said : undefined
}
