import type { Criteria } from '../../criteria/schema.ts'
import type { Condition } from '../index.ts'
import { type Named, namesAt } from '../profile/profile-names-phrases.ts'
import { doubtful, type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, remembered, wordAt } from '../../language/grammar/reading.ts'
import { countAt } from './count-phrases.ts'
import type { ScoreRankAsked } from './score-rank-shape.ts'

type Ranked = 'company' | 'person'

const lead = phrase('the|our|my', 'at|in|among|of|from the|our?', 'is|are the?')
const best = phrase(
  'top|best|highest|strongest scoring|scored|ranked|ranking|fitting|fit|matching|rated?',
  'top|best|highest - scoring|scored|ranked|ranking|fitting|fit|matching',
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
  'for|in|of|as|under|on|from|inside|within|by|to the|our|my? icp|persona?',
  'who|that|which? fit|fits|match|matches|fitting|matching|have|are in? the|our|my? icp|persona?',
  'by|on the|their? icp|persona? score|scores|fit for|in|of|under|as the|our? icp|persona?',
)
const byScore = phrase(
  'by|on|with|sorted|ranked by|on? the|their? highest? icp|persona? score|scores|fit',
  'by|on|sorted|ranked|ordered by|on? the|their? icp|persona? score|scores|fit',
)
const fits = phrase('that|which|who? fit|fits|match|matches|score|scores in|into|under|on|for?')
const mostly = phrase('the? best|highest|most')
const limit = phrase('the? top|best|first')
const enough = phrase(
  'is|are|will be? enough|fine|plenty|ok|okay|good|do',
  'is|are|will do',
  'please|pls|only|max',
)

/**
 * `top 10 companies for SMB SaaS`, `the 20 best Ops Leads`, `fit SMB SaaS best? Top 10 is enough`: ranks among those who
 * have one profile. Without a number all of them are meant, who are then listed by their score.
 */
export const rankInProfile = (make: (asked: ScoreRankAsked) => Condition, entity: Ranked): Parser<Meaning> =>
  remembered((reading, at) => {
    const { negative, end: start } = polarity(reading, at)
    const found = before(reading, start, entity) ?? behind(reading, start, entity)
    if (found === undefined) return undefined
    const { names, top, end } = found
    if (names.doubts.length > 0) return { value: doubtful(...names.doubts), end }
    const among = within(names, entity)
    const criteria =
      top === undefined ? among : make({ by: entity === 'company' ? 'icp' : 'persona', top, among })
    const says =
      top === undefined
        ? 'The best ones are those with the highest score: they are listed first.'
        : `They are the ${top} with the highest score; equal scores are told apart by id.`
    const value = meaning(negative ? negated(criteria) : criteria, [says, ...names.assumptions])
    return { value: { ...value, people: true }, end }
  })

/** Those who have one of the profiles; companies have ICPs alone. */
const within = ({ kind, ids }: Named, entity: Ranked): Criteria =>
  entity === 'company'
    ? { type: 'company_profile', kind: 'icp', profile: [...ids] }
    : { type: 'person_profile', kind, profile: [...ids] }

interface InProfile {
  readonly names: Named
  readonly top?: number
  readonly end: number
}

/** `top 10 accounts for …`, `10 best … companies`, `the best-scoring people for …` */
function before(reading: Reading, at: number, entity: Ranked): InProfile | undefined {
  const start = skip(reading, at, lead)
  const first = best(reading, start)
  const count = countAt(reading, Math.max(first, start))
  const counted = count?.end ?? first
  const opened = skip(reading, counted, best)
  // “10 companies for SMB SaaS” are no best ones.
  if (counted < 0 || (first < 0 && opened === counted)) return undefined
  const noun = Math.max(nouns[entity](reading, opened), opened)
  const into = inside(reading, Math.max(byScore(reading, noun), noun))
  const names = namesOf(reading, Math.max(into, noun), entity)
  // Behind a noun, or without a number, a name of one word may be anything: “top 10 companies SaaS”.
  const sure = into >= 0 || (count !== undefined && noun === opened)
  if (names === undefined || (!sure && names.end - noun < SURE_WORDS)) return undefined
  const after = Math.max(nouns[entity](reading, names.end), names.end)
  const end = Math.max(byScore(reading, after), after)
  return { names: names.value, ...(count && { top: count.value }), end }
}
const SURE_WORDS = 2

/** `fit SMB SaaS best? Top 10 is enough` */
function behind(reading: Reading, at: number, entity: Ranked): InProfile | undefined {
  const opened = fits(reading, at)
  const names = opened < 0 ? undefined : namesOf(reading, opened, entity)
  const end = names === undefined ? -1 : mostly(reading, names.end)
  if (names === undefined || end < 0) return undefined
  const limited = limitBehind(reading, end)
  return { names: names.value, ...(limited && { top: limited.value }), end: limited?.end ?? end }
}

function limitBehind(reading: Reading, at: number): Found<number> | undefined {
  const sign = /^[,.;:?(–-]$/.test(wordAt(reading, at)) ? at + 1 : at
  const opened = limit(reading, sign)
  const count = opened < 0 ? undefined : countAt(reading, opened)
  return count && { value: count.value, end: skip(reading, count.end, enough) }
}

/** Companies have no persona. */
function namesOf(reading: Reading, at: number, entity: Ranked): Found<Named> | undefined {
  const found = namesAt(reading, at)
  return entity === 'company' && found?.value.kind === 'persona' ? undefined : found
}
