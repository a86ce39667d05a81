import type { Condition } from '../index.ts'
import { bracketed } from '../shared/nested-phrases.ts'
import { doubtful, meaning, type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, type Reading, remembered } from '../../language/grammar/reading.ts'
import { noneLive } from '../profile/profile-names-phrases.ts'
import { countAt } from './count-phrases.ts'
import { rankInProfile } from './rank-in-profile-phrases.ts'
import { kindRanked, type ScoreRankAsked, type ScoreRankBy } from './score-rank-shape.ts'

const lead = phrase('among|in|of|at|from the', 'among|in|of|at|from', 'the')
const top = phrase(
  'top',
  'best',
  'highest',
  'top scoring|ranking|ranked',
  'highest|best scoring|ranking|ranked',
)
const nouns = {
  company: phrase('companies|company|accounts|account|firms|firm'),
  person: phrase('people|person|leads|lead|contacts|contact|ones'),
} as const
const by = phrase(
  'by|on|ranked|sorted|ordered by|on? their|the?',
  'by|on|with|having their|the|an|a',
  'by|on|with|having the? highest|best|top',
  'by|on',
)
const SCORES: readonly (readonly [ScoreRankBy, ReturnType<typeof phrase>])[] = [
  ['icp', phrase('icp score|scores|fit?', 'icp')],
  ['persona', phrase('persona score|scores|fit?', 'persona')],
  [
    'combined',
    phrase(
      'combined|total|overall|joint score|scores',
      'icp and|& persona score|scores together|combined?',
      'both scores together|combined?',
    ),
  ],
]

const each = phrase('of|at|in|from|for each|every company|account|firm', 'per|each company|account|firm')
const group = phrase('among|of|amongst those|the? who|that|which')

/**
 * `top 50 companies by ICP score`, `among the 100 people with the highest persona score`, `the 3 people of each company
 * with the highest persona score among those who (…)`.
 */
export const scoreRankPhrases = (
  make: (asked: ScoreRankAsked) => Condition,
  entity: 'company' | 'person',
): readonly Parser<Meaning>[] => [
  remembered((reading, at) => {
    const { negative, end: polar } = polarity(reading, at)
    const opened = skip(reading, polar, lead)
    const best = top(reading, opened)
    const count = countAt(reading, best >= 0 ? best : opened)
    if (count === undefined) return undefined
    const behind = skip(reading, count.end, top)
    const noun = nouns[entity](reading, behind)
    const counted = noun >= 0 ? noun : behind
    const apiece = entity === 'person' ? each(reading, counted) : -1
    const from = by(reading, apiece >= 0 ? apiece : counted)
    const scored = from < 0 ? undefined : scoreAt(reading, from, entity)
    // "50 companies by ICP score" are no best ones.
    const isBest = reading.tokens.slice(opened, from).some(({ word }) => BEST.test(word))
    if (scored === undefined || !isBest) return undefined
    const { by: score } = scored
    const later = entity === 'person' && apiece < 0 ? each(reading, scored.end) : -1
    const among = bracketed(reading, group(reading, Math.max(later, scored.end)), entity)
    const end = among?.end ?? Math.max(later, scored.end)
    const doubts = [...noneLive(reading, kindRanked(score), at, end), ...(among?.value.doubts ?? [])]
    if (doubts.length > 0) return { value: doubtful(...doubts), end }
    const criteria = make({
      by: score,
      top: count.value,
      ...(Math.max(apiece, later) >= 0 && { per: 'company' as const }),
      ...(among?.value.criteria && { among: among.value.criteria }),
    })
    const said = meaning(negative ? negated(criteria) : criteria, among?.value.assumptions)
    return { value: { ...said, people: true }, end }
  }),
  rankInProfile(make, entity),
]

const BEST = /^(?:top|best|highest)$/

function scoreAt(reading: Reading, at: number, entity: 'company' | 'person') {
  let found: { readonly by: ScoreRankBy; readonly end: number } | undefined
  for (const [score, words] of SCORES) {
    if ((score === 'icp') !== (entity === 'company')) continue
    const end = words(reading, at)
    if (end > (found?.end ?? at)) found = { by: score, end }
  }
  return found
}
