import type { ReadingContext } from '../../conditions/define.ts'
import { describe } from '../../criteria/describe.ts'
import { explain } from '../../criteria/evaluate.ts'
import { criteriaIn } from '../../criteria/expand.ts'
import type { Population } from '../../customers/record.ts'
import type { Entity } from '../../entities/entity.ts'
import type { RecordOf } from '../../entities/record.ts'
import { linesOf } from '../../explanations/shown-why.ts'
import type { Parameter, ProfileParameters } from '../parameter.ts'
import { WHOLE_CREDIT } from '../score.ts'
import { type Holds, holdsFor } from './one.ts'
import type { ExplainedParameter, RankedProfile } from './shown-explained.ts'
import { unknownOf } from './unknown.ts'

/** One record, and what criteria are read with. */
export interface ReadRecord {
  readonly record: RecordOf[Entity]
  readonly population: Population
  readonly ctx: ReadingContext
}

/** How one record stands to each of a profile's parameters, and what that comes to. */
export const explainParameters = (
  parameters: ProfileParameters,
  read: ReadRecord,
): readonly ExplainedParameter[] => parameters.map((parameter) => explainParameter(parameter, read))

function explainParameter(parameter: Parameter, read: ReadRecord): ExplainedParameter {
  const { record, population, ctx } = read
  const holds = holdsFor(record, population, ctx)
  const explanation = explain(parameter.criteria, record, population, ctx)
  const lacking = unknownOf([parameter.criteria], criteriaIn(ctx))
  const lines = linesOf(explanation, 0)
  return {
    mode: parameter.mode,
    words: explanation.words,
    state: explanation.holds ? 'held' : lacking !== null && holds(lacking) ? 'unknown' : 'not_held',
    actual: explanation.actual ?? null,
    lines: lines.length === 1 ? [] : lines,
    ...pointsOf(parameter, explanation.holds, holds, ctx),
  }
}

function pointsOf(
  parameter: Parameter,
  held: boolean,
  holds: Holds,
  ctx: ReadingContext,
): Pick<ExplainedParameter, 'points' | 'of' | 'grade'> {
  if (parameter.mode !== 'score') return { points: 0, of: 0, grade: null }
  const { weight, grades = [] } = parameter
  const grade = held ? undefined : grades.find(({ criteria }) => holds(criteria))
  const credit = held ? WHOLE_CREDIT : (grade?.credit ?? 0)
  return {
    points: (weight * credit) / WHOLE_CREDIT,
    of: weight,
    grade: grade === undefined ? null : { words: describe(grade.criteria, ctx), credit: grade.credit },
  }
}

/** The first parameter that keeps a record out of a profile; null where it fits. */
export function outOf(
  parameters: ProfileParameters,
  holds: Holds,
  ctx: ReadingContext,
): RankedProfile['out'] {
  for (const { mode, criteria } of parameters) {
    if (mode === 'score' || holds(criteria) === (mode === 'filter')) continue
    return { mode, words: describe(criteria, ctx) }
  }
  return null
}
