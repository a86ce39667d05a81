import { InputError } from '#kernel/errors.ts'
import type { PlanContext, Problem } from '../conditions/define.ts'
import { isAnswered, withQuestionId } from '../conditions/answer/answer-named.ts'
import { type Condition, definitionOf } from '../conditions/index.ts'
import { isProfiled, withProfileIds } from '../conditions/profile/profile-named.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'
import { entityOf } from './entity.ts'
import { allLeavesOf, mapAllConditions } from './nested.ts'
import { normalCriteria } from './normal.ts'
import { parseCriteria } from './parse.ts'
import type { Criteria } from './schema.ts'

export interface ResolveContext {
  readonly ctx: PlanContext
  /** The id of a segment or list, from its id or name. */
  segmentId(idOrName: string): string | undefined
  /** The id of an indicator likewise. */
  indicatorId(idOrName: string): string | undefined
  /** The share of customers for whom a field has a value; 0: the workspace holds none. */
  filled(field: string): number
}

/**
 * Criteria from anything, ready to be read against this workspace's data: parsed, with the names of segments
 * turned into ids, without a field or value that the data does not hold, and in their one way of writing. Throws
 * InputError that names all problems, with the path of the first.
 */
export function resolveCriteria(
  input: unknown,
  { ctx, segmentId, indicatorId, filled }: ResolveContext,
): Criteria {
  const criteria = mapAllConditions(parseCriteria(input), (condition) => {
    if (condition.type === 'segment') {
      const idOf = (named: string) => segmentId(named) ?? named
      const { segment, from } = condition
      return { ...condition, segment: idOf(segment), ...(from !== undefined && { from: idOf(from) }) }
    }
    if (isProfiled(condition)) return withProfileIds(condition, ctx)
    if (isAnswered(condition)) return withQuestionId(condition, ctx)
    return condition.type === 'indicator'
      ? { ...condition, indicator: indicatorId(condition.indicator) ?? condition.indicator }
      : condition
  })
  entityOf(criteria)
  const problems = allLeavesOf(criteria).flatMap(({ condition, path }) =>
    [...missingField(condition, filled), ...definitionOf(condition).check(condition, ctx)].map((problem) => ({
      ...problem,
      path: [...path, ...problem.path],
    })),
  )
  const [first] = problems
  if (first === undefined) return normalCriteria(criteria)
  throw new InputError(problems.map(({ message }) => message).join('. '), first)
}

/** A field without any value is named as missing: counting it would only look like an answer. */
function missingField(condition: Condition, filled: (field: string) => number): readonly Problem[] {
  const columns = definitionOf(condition).columns?.(condition) ?? []
  const { one, many } = ENTITY_WORDS[definitionOf(condition).entity]
  const none = one !== 'customer' && filled(`${one}.id`) === 0
  return columns
    .filter(({ name }) => filled(name) === 0)
    .slice(0, 1)
    .map(({ name, key }) => ({
      path: [key],
      message: none
        ? `The data holds no ${many}`
        : `The data holds no ${name.replace(`${one}.`, '').replaceAll(/[._]/g, ' ')} of any ${one}`,
      next: 'Leave this condition out, or import data that has it.',
    }))
}
