import { measureOf } from '../indicators/measures/index.ts'
import type { Reader } from '#db/run.ts'
import { type Clock, type Instant, toMinute } from '#kernel/clock.ts'
import type { PlanContext } from '../conditions/define.ts'
import { describe } from '../criteria/describe.ts'
import { explain, holds } from '../criteria/evaluate.ts'
import type { Criteria } from '../criteria/schema.ts'
import { measureSqlView, sqlView } from '../criteria/sql-view.ts'
import { entityOf } from '../criteria/entity.ts'
import type { Members } from '../members/members.ts'
import type { Previews } from '../previews/previews.ts'
import type { Segments } from '../segments/read.ts'
import { criteriaBehind } from './criteria-behind.ts'
import { nearestMiss } from '../criteria/nearest-miss.ts'
import type { Explained, Explanations } from './explanations.ts'
import { findOne } from './find-one.ts'
import { populationAround } from './population.ts'
import { whatIsNext } from './what-is-next.ts'

export interface ExplanationsDeps {
  readonly reader: Reader
  readonly clock: Clock
  readonly segments: Segments
  readonly previews: Previews
  readonly members: Members
  context(now: Instant): PlanContext
}

/** Reads explanations as of now; a preview's numbers stay those of its own time. */
export function createExplanations(deps: ExplanationsDeps): Explanations {
  const { reader, clock, segments, previews, members, context } = deps
  const now = () => toMinute(clock.now())

  const criteriaOf = (what: Explained): Criteria => criteriaBehind(what, { segments, previews })

  return {
    words: (criteria) => describe(criteria, context(now())),
    sql: (criteria) => sqlView(criteria, context(now())),
    indicatorSql: (definition) =>
      definition.kind === 'status'
        ? sqlView(definition.criteria, context(now()))
        : measureSqlView(definition.measure, context(now())),
    measureWords: (measure) => measureOf(measure).words(measure, context(now())),
    async counted(what, options) {
      if ('previewId' in what) return previews.get(what.previewId)
      const about = segments.get(what.segment).id
      return previews.count(criteriaOf(what), { ...options, about })
    },
    async one(named, what, options) {
      const criteria = criteriaOf(what)
      const entity = entityOf(criteria)
      const { record, masked } = findOne(reader, entity, named)
      const asOf = now()
      const ctx = context(asOf)
      const population = await populationAround(record.id, [criteria], { members, ctx, ...options })
      return {
        entity,
        one: masked,
        words: describe(criteria, ctx),
        explanation: explain(criteria, record, population, ctx),
        nearest: nearestMiss(criteria, record, population, ctx).map(({ condition, holds, miss }) => ({
          words: describe(condition, ctx),
          holds,
          miss: miss?.words ?? null,
        })),
        next: whatIsNext(criteria, record, population, ctx),
      }
    },
    async segmentsOf(named, options) {
      const { record, masked } = findOne(reader, 'customer', named)
      const ctx = context(now())
      const all = segments
        .list({})
        .map((segment) => ({ segment, criteria: criteriaOf({ segment: segment.id }) }))
      const criteria = all.map((each) => each.criteria)
      const population = await populationAround(record.id, criteria, { members, ctx, ...options })
      return {
        one: masked,
        segments: all
          .filter((each) => holds(each.criteria, record, population, ctx))
          .map(({ segment }) => segment),
      }
    },
  }
}
