import type { Criteria } from '../../criteria/schema.ts'
import type { Condition } from '../index.ts'
import { type Named, namesAt } from '../profile/profile-names-phrases.ts'
import { doubtful, type Meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Parser, type Reading, remembered, wordAt } from '../../language/grammar/reading.ts'
import { countAt } from './count-phrases.ts'
import type { ScoreRankAsked } from './score-rank-shape.ts'

type Ranked = 'company' | 'person'

const lead = phrase('the|our|my', 'at|in|among|of|from the|our?', 'is|are the?')
const best = phrase(
  'top|best|highest|strongest scoring|ranked|ranking|fitting|fit|matching|rated?',
  'top-scoring|best-scoring|highest-scoring|best-fitting|best-fit|best-matching|top-ranked|highest-ranked',
)
const nouns = {
  company: phrase(
    'fitting|matching|scoring? companies|company|accounts|account|firms|firm|fits|fit|matches|ones?',
  ),
  person: phrase(
    'fitting|matching|scoring? people|person|leads|lead|contacts|contact|fits|fit|matches|ones?',
  ),
} as const
const inside = phrase(
  'for|in|of|as|under|on|from|inside|within|by|to the|our? icp|persona?',
  'who|that|which? fit|fits|match|matches|have|are in? the|our? icp|persona?',
  'by|on the|their? icp|persona? score|scores|fit for|in|of|under|as the|our? icp|persona?',
)
const byScore = phrase(
  'by|on|with|sorted|ranked by|on? the|their? highest? icp|persona? score|scores|fit',
  'by|on|sorted|ranked|ordered by|on? the|their? icp|persona? score|scores|fit',
)
const fits = phrase('that|which|who? fit|fits|match|matches|score|scores')
const bestOf = phrase('the? best|highest|most for|in|on|as|under?')
const bestBehind = phrase('the? best|highest|most|well')
const limit = phrase('the? top|best|first')
const enough = phrase('is|are|will be? enough|fine|plenty|ok|okay|do', 'is|are|will do', 'please|only|max')

/**
 * `top 10 companies for SMB SaaS`, `top 20 SMB SaaS accounts`, `fit SMB SaaS best? Top 10 is enough`:
 * ranks among those who have one profile.
 */
export const rankInProfile = (make: (asked: ScoreRankAsked) => Condition, entity: Ranked): Parser<Meaning> =>
  remembered((reading, at) => {
    const found = before(reading, at, entity) ?? behind(reading, at)
    // Without a number all of them are meant, the best first.
    if (found?.top === undefined) return undefined
    const { names, top, end } = found
    if (names.doubts.length > 0) return { value: doubtful(...names.doubts), end }
    const criteria = make({ by: names.kind, top, among: within(names, entity) })
    return { value: { criteria, assumptions: names.assumptions, doubts: [], people: true }, end }
  })

/** Those who have one of the profiles; companies have ICPs alone. */
const within = ({ kind, ids }: Named, entity: Ranked): Criteria =>
  entity === 'company'
    ? { type: 'company_profile', kind: 'icp', profile: [...ids] }
    : { type: 'person_profile', kind, profile: [...ids] }

interface InProfile {
  readonly names: Named
  readonly top?: number | undefined
  readonly end: number
}

function before(reading: Reading, at: number, entity: Ranked): InProfile | undefined {
  const start = skip(reading, at, lead)
  const first = best(reading, start)
  const count = countAt(reading, Math.max(first, start))
  const counted = count?.end ?? first
  const opened = skip(reading, counted, best)
  // “10 companies for SMB SaaS” are no best ones.
  if (counted < 0 || (first < 0 && opened === counted)) return undefined
  const noun = nouns[entity](reading, opened)
  const scored = byScore(reading, Math.max(noun, opened))
  const into = inside(reading, Math.max(scored, noun, opened))
  const names =
    into >= 0 ? ofRanked(reading, into, entity) : noun >= 0 ? undefined : ofRanked(reading, opened, entity)
  if (names === undefined) return undefined
  const after = into >= 0 ? names.end : Math.max(nouns[entity](reading, names.end), names.end)
  const end = Math.max(byScore(reading, after), after)
  return { names: names.value, top: count?.value, end }
}

function behind(reading: Reading, at: number): InProfile | undefined {
  const opened = fits(reading, at)
  const highest = skip(reading, opened, bestOf)
  const names = opened < 0 ? undefined : ofRanked(reading, Math.max(highest, opened), rankedOf(reading))
  if (names === undefined) return undefined
  const after = highest > opened ? names.end : bestBehind(reading, names.end)
  if (after < 0) return undefined
  const limited = limitBehind(reading, after)
  return { names: names.value, ...(limited && { top: limited.value }), end: limited?.end ?? after }
}

/** `…? Top 10 is enough` */
function limitBehind(reading: Reading, at: number): Found<number> | undefined {
  const sign = /^[,.;:?(-]$/.test(wordAt(reading, at)) ? at + 1 : at
  const opened = limit(reading, sign)
  const count = opened < 0 ? undefined : countAt(reading, opened)
  return count && { value: count.value, end: skip(reading, count.end, enough) }
}

const rankedOf = ({ entity }: Reading): Ranked => (entity === 'person' ? 'person' : 'company')

/** Companies are ranked within ICPs, and people within personas. */
function ofRanked(reading: Reading, at: number, entity: Ranked): Found<Named> | undefined {
  const found = namesAt(reading, at)
  return found?.value.kind === (entity === 'company' ? 'icp' : 'persona') ? found : undefined
}
