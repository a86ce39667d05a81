import { sql } from 'kysely'
import { countOf } from '#kernel/text.ts'
import type { Population, Ranked } from '../../customers/record.ts'
import { type Entity, ENTITY_WORDS } from '../../entities/entity.ts'
import type { SetPlan } from '../../members/plan.ts'
import type { ScoreRecord } from '../../profiles/score-of.ts'
import type { Convention, PlanContext, Problem, ReadingContext } from '../define.ts'
import { noneLiveOf } from '../profile/profile-problems.ts'
import { actualWords } from '../profile/profile-words.ts'
import { uncut } from '../shared/set-query.ts'
import type { ScoreRankCondition } from './score-rank.ts'
import { kindRanked, ORDER, type ScoreRankAsked, type ScoreRankBy } from './score-rank-shape.ts'

const SCORES: Readonly<Record<ScoreRankBy, string>> = {
  icp: 'ICP score',
  persona: 'persona score',
  combined: 'ICP and persona scores together',
}

const TIED: Convention = {
  words: /\bpersona\b/iu,
  says: 'Of equal persona scores the higher ICP score comes first.',
}

/** The readings of ranks by score, as scores were computed last. */
export function scoreRankReadings(entity: Exclude<Entity, 'customer'>, view: string) {
  const { one, many } = ENTITY_WORDS[entity]
  return {
    about: () => 'rank by score',
    called: () => 'rank ranking top best score',
    money: () => false,
    sources: () => ['scores' as const],
    convention: ({ by }: ScoreRankAsked): Convention | undefined => (by === 'persona' ? TIED : undefined),
    check: ({ by }: ScoreRankAsked, ctx: PlanContext): readonly Problem[] =>
      noneLiveOf(entity, kindRanked(by), 'by', ctx),
    words: ({ by, top }: ScoreRankAsked): string =>
      `are among the ${countOf(top, one, many)} with the highest ${SCORES[by]}`,
    plan: ({ by, top }: ScoreRankAsked, ctx: PlanContext): SetPlan =>
      uncut(
        ctx.dialect,
        sql`SELECT record_id FROM scores
            WHERE entity = ${entity} AND ${sql.ref(`${kindRanked(by)}_score`)} IS NOT NULL
            ORDER BY ${sql.raw([...ORDER[by], 'record_id'].join(', '))} LIMIT ${top}`,
      ),
    predicate({ by, top }: ScoreRankAsked): string {
      const scored = `${kindRanked(by)}_score IS NOT NULL`
      const order = [...ORDER[by], 'id'].join(', ')
      return `${entity}.id IN (SELECT id FROM ${view} WHERE ${scored} ORDER BY ${order} LIMIT ${top})`
    },
    holds: (condition: ScoreRankCondition, record: Ranked, population: Population): boolean =>
      population.rankHolds(condition, record),
    actual(
      { by }: ScoreRankAsked,
      { score }: { readonly score: ScoreRecord | null },
      _population: unknown,
      ctx: ReadingContext,
    ): string {
      const words = actualWords({ kind: kindRanked(by) }, score, ctx)
      if (by !== 'combined' || score === null || score.persona === null) return words
      return `${actualWords({ kind: 'icp' }, score, ctx)} and ${words}`
    },
  }
}
