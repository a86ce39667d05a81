import { type RawBuilder, sql } from 'kysely'
import { NotFoundError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import { type Entity, ENTITY_WORDS } from '../../entities/entity.ts'
import type { SetPlan } from '../../members/plan.ts'
import type { ScoreRecord } from '../../profiles/score-of.ts'
import type { Convention, Miss, PlanContext, Problem, ProfileMeaning, ReadingContext } from '../define.ts'
import { compare, normalComparison } from '../shared/comparison.ts'
import { comparisonRaw } from '../shared/comparison-sql.ts'
import { unknownValue } from '../shared/problems.ts'
import { allOf, cutBy, inPiece, not } from '../shared/set-query.ts'
import { KIND_WORDS, profiledEntity, profilesCalled, profilesFor, profileWords } from './profile-named.ts'
import { noneLiveOf } from './profile-problems.ts'
import { profilePredicate } from './profile-predicate.ts'
import { type ProfileAsked, scoreTest } from './profile-shape.ts'
import { actualWords, askedWords, scoreMiss } from './profile-words.ts'

interface Scored {
  readonly score: ScoreRecord | null
}

/** The readings of conditions about the scores of customers, companies or people, as they were computed last. */
export function profileReadings(entity: Entity) {
  const held = (record: Scored, asked: ProfileAsked, ctx: ReadingContext): number | undefined => {
    const { score } = record
    const found =
      asked.kind === 'icp' ? score && { number: score.icp, score: score.icpScore } : score?.persona
    if (!found) return undefined
    const meant = asked.profile?.map((id) => ctx.profile(id).number)
    return meant === undefined || meant.includes(found.number) ? found.score : undefined
  }
  return {
    about: ({ kind }: ProfileAsked): string => KIND_WORDS[kind],
    called: ({ kind }: ProfileAsked): string => `${KIND_WORDS[kind].toLowerCase()} profile score fit`,
    money: () => false,
    sources: () => ['scores' as const],
    normal<C extends ProfileAsked>(condition: C): C {
      const test = scoreTest(condition)
      const { profile } = condition
      return {
        ...condition,
        ...(profile && { profile: [...new Set(profile)] }),
        ...(test && normalComparison(test)),
      }
    },
    convention: ({ kind, profile }: ProfileAsked): Convention | undefined =>
      profile === undefined ? undefined : { words: SAID, says: `${ONE_EACH[entity][kind]} ${NOT_ALL}` },
    check: (asked: ProfileAsked, ctx: PlanContext): readonly Problem[] => {
      const named = (asked.profile ?? []).flatMap((id, at) =>
        wrongIn(id, ['profile', at], entity, asked, ctx),
      )
      return named.length > 0 ? named : noneLiveOf(entity, asked.kind, 'kind', ctx)
    },
    words: (asked: ProfileAsked, ctx: ReadingContext): string => askedWords(asked, ctx),
    plan(asked: ProfileAsked, ctx: PlanContext): SetPlan {
      const { kind, profile, unfit } = asked
      const test = scoreTest(asked)
      const numbers = profile?.map((id) => ctx.profile(id).number)
      const score = kind === 'icp' ? sql`s.icp_score` : sql`s.persona_score`
      const rows = allOf([
        sql<boolean>`s.entity = ${entity}`,
        inPiece('s.record_id'),
        ...(numbers === undefined ? [] : [isAmong(kind, numbers)]),
        ...(test === undefined ? [] : [comparisonRaw(score, test)]),
        ...(kind === 'persona' ? [sql<boolean>`s.persona IS ${unfit === true ? sql`` : sql`NOT `}NULL`] : []),
      ])
      const members = cutBy(entity, ctx.dialect, sql`SELECT s.record_id FROM scores AS s WHERE ${rows}`)
      return kind === 'icp' && unfit === true ? not(members) : members
    },
    predicate: (asked: ProfileAsked, ctx: PlanContext): string => profilePredicate(entity, asked, ctx),
    holds(asked: ProfileAsked, record: Scored, _population: unknown, ctx: ReadingContext): boolean {
      if (asked.unfit === true)
        return asked.kind === 'icp' ? record.score === null : record.score?.persona === null
      const score = held(record, asked, ctx)
      const test = scoreTest(asked)
      return score !== undefined && (test === undefined || compare(score, test))
    },
    miss: (
      asked: ProfileAsked,
      record: Scored,
      _population: unknown,
      ctx: ReadingContext,
    ): Miss | undefined => scoreMiss(asked, held(record, asked, ctx)),
    actual: (asked: ProfileAsked, record: Scored, _population: unknown, ctx: ReadingContext): string =>
      actualWords(asked, record.score, ctx),
  }
}

const SAID = /\b(?:fits?|fitting|match\w*|icp|persona)\b/iu
const NOT_ALL = 'scores highest under, though others may fit as well.'
/** A record has one profile of a kind, which is not all that people may mean by "fits". */
const ONE_EACH: Readonly<Record<Entity, Readonly<Record<ProfileAsked['kind'], string>>>> = {
  customer: {
    icp: 'Each customer has one ICP, the live one that the customer',
    persona: 'Each customer has one persona, the live one of their ICP that the customer',
  },
  company: { icp: 'Each company has one ICP, the live one that it', persona: '' },
  person: {
    icp: 'Each person has the ICP of their company, the live one that the company',
    persona: 'Each person has one persona, the live one of their ICP that the person',
  },
}

const isAmong = (kind: ProfileAsked['kind'], numbers: readonly number[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(kind === 'icp' ? 's.icp' : 's.persona')} IN (${sql.join(numbers)})`

/** What is wrong with one profile that was asked for. */
function wrongIn(
  id: string,
  path: Problem['path'],
  entity: Entity,
  { kind }: ProfileAsked,
  ctx: PlanContext,
): readonly Problem[] {
  const candidates = profilesFor(ctx.profiles(), entity, kind)
  const called = profilesCalled(candidates, id)
  if (called.length > 1) {
    return [
      {
        path,
        message: `“${id}” is the name of ${called.length} personas, in different ICPs`,
        next: 'Say in which ICP it is, or give its id.',
        choices: called.map((one) => one.id),
      },
    ]
  }
  const found = meaningOf(id, ctx)
  const field = entity === 'customer' ? 'profile' : kind === 'icp' ? 'company.profile' : 'person.profile'
  if (found === undefined) {
    return [unknownValue(field, id, ctx.dictionary.known(field, foldText(id)).nearest, path)]
  }
  const is = `${profileWords(found)} is ${A_KIND[found.kind]}`
  if (!candidates.some((one) => one.id === id)) {
    const wanted = `${A_KIND[kind]} over ${ENTITY_WORDS[profiledEntity(entity, kind)].many}`
    const message = `${is} over ${ENTITY_WORDS[found.entity].many}, not ${wanted}`
    return [{ path, message, next: `Name ${wanted}.` }]
  }
  if (found.live) return []
  const message = `${is} that is not live, so that nobody has a score under it`
  return [{ path, message, next: 'Set it live first, and its ICP too, or leave this condition out.' }]
}

const A_KIND = { icp: 'an ICP', persona: 'a persona' } as const

function meaningOf(id: string, ctx: PlanContext): ProfileMeaning | undefined {
  try {
    return ctx.profile(id)
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error
    return undefined
  }
}
