import { sql } from 'kysely'
import { countOf } from '#kernel/text.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Population, Ranked } from '../../customers/record.ts'
import { type Entity, ENTITY_WORDS } from '../../entities/entity.ts'
import type { SetPlan, SetQuery } from '../../members/plan.ts'
import type { ScoreRecord } from '../../profiles/score-of.ts'
import type { Convention, InnerReadings, PlanContext, Problem, ReadingContext } from '../define.ts'
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
export function scoreRankReadings<C extends ScoreRankCondition>(
  entity: Exclude<Entity, 'customer'>,
  view: string,
) {
  const { one, many, relative } = ENTITY_WORDS[entity]
  return {
    about: () => 'rank by score',
    called: () => 'rank ranking top best score',
    money: () => false,
    sources: ({ per }: ScoreRankAsked) =>
      per === undefined ? (['scores'] as const) : (['scores', 'people'] as const),
    convention: ({ by }: ScoreRankAsked): Convention | undefined => (by === 'persona' ? TIED : undefined),
    check: ({ by }: ScoreRankAsked, ctx: PlanContext): readonly Problem[] =>
      noneLiveOf(entity, kindRanked(by), 'by', ctx),
    words(
      { by, top, per, among }: ScoreRankAsked,
      _ctx: unknown,
      inner: Pick<InnerReadings, 'words'>,
    ): string {
      const each = per === undefined ? '' : ' of each company'
      const group = among === undefined ? '' : ` among those ${relative} (${inner.words(among)})`
      return `are among the ${countOf(top, one, many)}${each} with the highest ${SCORES[by]}${group}`
    },
    nested: {
      key: 'among',
      of: ({ among }: C): Criteria | undefined => among,
      with: (condition: C, among: Criteria): C => ({ ...condition, among }),
    },
    plan: ({ by, top, per, among }: ScoreRankAsked, ctx: PlanContext): SetPlan => {
      const scored = sql`s.entity = ${entity} AND ${sql.ref(`s.${kindRanked(by)}_score`)} IS NOT NULL`
      const order = sql.raw([...ORDER[by], 'record_id'].join(', '))
      if (among === undefined && per === undefined) {
        return uncut(
          ctx.dialect,
          sql`SELECT s.record_id FROM scores AS s WHERE ${scored} ORDER BY ${order} LIMIT ${top}`,
        )
      }
      // Among some, or at each company, the engine counts off.
      const employed = sql`JOIN people AS p ON p.id = s.record_id AND p.company_id IS NOT NULL`
      const column = (name: string): SetQuery => ({
        ...ctx.dialect.compile(sql`
          SELECT ${sql.ref(name)} FROM scores AS s ${per === undefined ? sql`` : employed}
          WHERE ${scored} ORDER BY ${order}`),
        cut: { by: 'none' },
      })
      return {
        kind: 'ranked',
        order: [column('s.record_id'), ...(per === undefined ? [] : [column('p.company_id')])],
        size: { customers: top },
        ...(among && { among }),
      }
    },
    predicate(
      { by, top, per, among }: ScoreRankAsked,
      _ctx: unknown,
      inner: Pick<InnerReadings, 'predicate'>,
    ): string {
      const group =
        among === undefined
          ? ''
          : ` AND id IN (SELECT id FROM ${view} AS ${entity} WHERE ${inner.predicate(among)})`
      const scored = `${view} WHERE ${kindRanked(by)}_score IS NOT NULL`
      const order = [...ORDER[by], 'id'].join(', ')
      if (per === undefined)
        return `${entity}.id IN (SELECT id FROM ${scored}${group} ORDER BY ${order} LIMIT ${top})`
      const place = `ROW_NUMBER() OVER (PARTITION BY company_id ORDER BY ${order}) AS place`
      const placed = `SELECT id, ${place} FROM ${scored} AND company_id IS NOT NULL${group}`
      return `${entity}.id IN (SELECT id FROM (${placed}) AS each_company WHERE place <= ${top})`
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
