import type { Condition } from '../index.ts'
import { bracketed } from '../shared/nested-phrases.ts'
import { doubtful, meaning, type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, type Reading, remembered } from '../../language/grammar/reading.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { type Named, namesAt, noneLive } from '../profile/profile-names-phrases.ts'
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
    const loose = bestOf(reading, opened, entity) ?? fitBest(reading, opened, entity)
    if (loose !== undefined) return rankOf(reading, loose, loose.top, negative, make)
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
    const ofNamed = isBest && scored === undefined ? rankedIn(reading, counted, entity) : undefined
    if (ofNamed !== undefined) return rankOf(reading, ofNamed, count.value, negative, make)
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

/** An ICP or a persona whose best ones are asked for. */
interface RankedIn {
  readonly named: Named
  readonly end: number
}

const under = phrase('for|in|of|under|as|from|by|within|on the|our|my? icp|persona?')
const fitting = phrase('that|which|who? fit|fits|match|matches|fitting|matching|in|under')

/** `top 10 accounts for Enterprise`, `best 25 SMB SaaS companies`: behind the number. */
function rankedIn(reading: Reading, at: number, entity: 'company' | 'person'): RankedIn | undefined {
  const from = skip(reading, at, under, fitting)
  const found = namesAt(reading, from)
  // A name of one word may be anything: “top 10 SaaS companies”.
  if (found === undefined || (from === at && found.end - from < SURE_WORDS)) return undefined
  if (entity === 'company' && found.value.kind === 'persona') return undefined
  const noun = nouns[entity](reading, found.end)
  return { named: found.value, end: Math.max(noun, found.end) }
}
const SURE_WORDS = 2

const highest = phrase(
  'best|top|highest fit|fitting|matching|scoring|scored|ranking|ranked',
  'best|top|highest - fit|fitting|matching|scoring|scored|ranking|ranked',
  'best|top',
)

/** `best-scoring people for Procurement`: all of them, the best ones first. */
function bestOf(reading: Reading, at: number, entity: 'company' | 'person') {
  const opened = highest(reading, at)
  const noun = opened < 0 ? -1 : nouns[entity](reading, opened)
  const from = opened < 0 ? -1 : Math.max(noun, opened)
  const found =
    from < 0 || reading.tokens[from]?.number !== undefined ? undefined : rankedIn(reading, from, entity)
  return found && { ...found, top: undefined }
}

const fit = phrase('fit|fits|match|matches|score|scores in|into|under|on|for?')
const mostly = phrase('the? best|most|highest')
const enough = phrase('?|,|.|:|-|– top|first|best')

/** `which companies fit SMB SaaS best? top 10 is enough` */
function fitBest(reading: Reading, at: number, entity: 'company' | 'person') {
  const opened = fit(reading, at)
  const found = opened < 0 ? undefined : namesAt(reading, opened)
  const end = found === undefined ? -1 : mostly(reading, found.end)
  if (found === undefined || end < 0 || (entity === 'company' && found.value.kind === 'persona'))
    return undefined
  const more = enough(reading, end)
  const count = more < 0 ? undefined : countAt(reading, more)
  const behind = count === undefined ? end : skip(reading, count.end, isEnough)
  return { named: found.value, end: behind, top: count?.value }
}
const isEnough = phrase('is|are enough|fine|ok|okay|good', 'please|pls|only|will do')

function rankOf(
  reading: Reading,
  { named, end }: RankedIn,
  count: number | undefined,
  negative: boolean,
  make: (asked: ScoreRankAsked) => Condition,
) {
  if (named.doubts.length > 0) return { value: doubtful(...named.doubts), end }
  const among: Criteria =
    reading.entity === 'company'
      ? { type: 'company_profile', kind: 'icp', profile: [...named.ids] }
      : { type: 'person_profile', kind: named.kind, profile: [...named.ids] }
  if (count === undefined) {
    const value = meaning(negative ? negated(among) : among, [
      'The best ones are those with the highest score: they are listed first.',
    ])
    return { value: { ...value, people: true as const }, end }
  }
  const criteria = make({ by: reading.entity === 'company' ? 'icp' : 'persona', top: count, among })
  const says = `They are the ${count} with the highest score; equal scores are told apart by id.`
  return {
    value: { ...meaning(negative ? negated(criteria) : criteria, [says]), people: true as const },
    end,
  }
}

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
