import type { Criteria } from '../../criteria/schema.ts'
import { atLeast } from '../grammar/asked.ts'
import { comparison, type Test } from '../grammar/comparison.ts'
import { type Doubt, doubtful, type Meaning, meaning, missing, negated } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { polarity } from '../grammar/polarity.ts'
import { foldText } from '#kernel/text.ts'
import { type Found, type Parser, type Reading, remembered, said } from '../grammar/reading.ts'
import { profileAt } from '../profiles/profile-at.ts'
import { fitFor, suits } from '../profiles/fit-for.ts'
import type { NamedProfile } from '../situation.ts'
import { scoring as scoredBy } from '../../profiles/score-criteria.ts'
import { compare } from '../../conditions/shared/comparison.ts'
import type { ProfileAsked } from '../../conditions/profile/profile-shape.ts'

type Kind = ProfileAsked['kind']

/**
 * ICPs and personas that score nobody yet, since they are drafts: `in Banks`, `companies scoring between 60 and 80 in
 * Hubspotters`, `ICP score over 70` of the one that the conversation is about. Whom they would fit is meant, or who
 * would get such a score, and that is said.
 */
export const unscored: Parser<Meaning> = remembered((reading, at) => {
  if (reading.situation.allProfiles === undefined) return undefined
  const { negative, end: start } = polarity(reading, at)
  const found = inside(reading, start) ?? scored(reading, start)
  if (found === undefined) return undefined
  const { criteria } = found.value
  return negative && criteria !== undefined
    ? { ...found, value: { ...found.value, criteria: negated(criteria) } }
    : found
})

const lead = phrase(
  'in|inside|within|of|under|from|fit|fits|fitting|match|matches|matching|into|for both|either?',
  'is|are|be|that|which|who in|inside|within|part of?',
  'belong|belongs|belonging to|in',
  'members|member of',
)
const noun = phrase('the|our|my|this|that? icp|persona')
const withScore = phrase('with|and|at|on? a|an|the? score|scores of|is|:?', 'scoring|scored|scores')

/** `in Banks`, `persona Fin Head`, `in the ICP Stores with a score of at least 60` */
function inside(reading: Reading, at: number): Found<Meaning> | undefined {
  const opened = lead(reading, at)
  const word = noun(reading, skip(reading, at, lead))
  const found = unscoredAt(reading, Math.max(opened, at))
  // A name of several words is one by itself: “boutique cafes in London”.
  if (opened < 0 && word < 0 && !isWholeName(reading, at, found)) return undefined
  if (found === undefined) return undefined
  const from = withScore(reading, found.end)
  const test = from < 0 ? undefined : comparison(reading, from)
  return meantBy(reading, at, found.value, test?.value, test?.end ?? found.end)
}

const isWholeName = (reading: Reading, at: number, found: Found<NamedProfile> | undefined): boolean =>
  found !== undefined &&
  found.end - at > 1 &&
  foldText(said(reading, at, found.end)) === foldText(found.value.name)

const scoring = phrase(
  'with|having|have|has? a|an|the? score|scores of|is|are?',
  'score|scores|scored|scoring|rated|rating of|is|at?',
)
const ofKind = phrase('icp|account|company|persona|contact|person|fit? score|scores|points is|of|:?')
const under = phrase('in|under|for|as|on|by|of|against the|our|my? icp|persona?')

/** `scoring 75 or more in Cyber Buyers`, `account score >= 50` */
function scored(reading: Reading, at: number): Found<Meaning> | undefined {
  const kindEnd = ofKind(reading, at)
  const opened = Math.max(kindEnd, scoring(reading, at))
  const test = opened < 0 ? undefined : comparison(reading, opened)
  if (test === undefined || test.value.currency !== undefined || test.value.percent) return undefined
  const behind = under(reading, test.end)
  const named = behind < 0 ? undefined : unscoredAt(reading, behind)
  if (named !== undefined) return meantBy(reading, at, named.value, test.value, named.end)
  const words = reading.tokens.slice(at, opened).map(({ word }) => word)
  const kind: Kind = words.some((word) => /^(?:persona|contact|person)$/.test(word)) ? 'persona' : 'icp'
  const spoken = spokenOf(reading, kind)
  return spoken && meantBy(reading, at, spoken, test.value, test.end)
}

/** A profile that is not live, where it can be said of those who are asked for. */
function unscoredAt(reading: Reading, at: number): Found<NamedProfile> | undefined {
  const found = profileAt(reading, at)
  return found !== undefined && found.value.status !== 'live' && suits(reading.entity, found.value)
    ? found
    : undefined
}

/** The one that the conversation is about, where none that is live could be meant. */
function spokenOf(reading: Reading, kind: Kind): NamedProfile | undefined {
  const { situation } = reading
  const all = (situation.allProfiles?.() ?? []).filter(
    (one) => one.kind === kind && suits(reading.entity, one),
  )
  if (all.some(({ status }) => status === 'live')) return undefined
  const [only, another] = all
  if (another === undefined) return only
  const last = situation.talksOfProfiles === true ? situation.lastProfile : undefined
  return all.find(({ id }) => id === last?.id || id === last?.icpId)
}

function meantBy(
  reading: Reading,
  from: number,
  profile: NamedProfile,
  test: Test | undefined,
  end: number,
): Found<Meaning> | undefined {
  const { entity, situation } = reading
  const asked = test === undefined ? undefined : atLeast(test, '')
  const passing =
    asked === undefined
      ? null
      : scoredBy(profile.parameters, (score) => asked.test.tests.every((one) => compare(score, one)))
  if (passing === undefined || passing === 'nobody')
    return { value: doubtful(noSuchScore(profile, from, end, passing)), end }
  const parameters = passing === null ? profile.parameters : [...profile.parameters, filter(passing)]
  const criteria = fitFor(entity, { ...profile, parameters }, situation)
  if (criteria === null) return undefined
  const note =
    test === undefined
      ? `“${profile.name}” is not live, so nobody is in it yet: whom it would fit is meant.`
      : `“${profile.name}” is not live, so nobody has a score yet: who would get such a score is meant.`
  return { value: meaning(criteria, [note, ...(asked?.assumptions ?? [])]), end }
}

const filter = (criteria: Criteria) => ({ mode: 'filter', criteria }) as const

function noSuchScore({ name }: NamedProfile, from: number, to: number, why: 'nobody' | undefined): Doubt {
  const says =
    why === 'nobody'
      ? `No score under “${name}” can be so: of its preferences none come to that.`
      : `“${name}” is not live, and its scores have too many ways to be said ahead: set it live to ask for them.`
  return missing(from, to, `scores of ${name}`, says)
}
