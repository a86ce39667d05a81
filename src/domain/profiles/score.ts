import type { Criteria } from '../criteria/schema.ts'
import type { ProfileParameters, ScoreParameter } from './parameter.ts'

/** Points of a weight are counted in hundredths, so that credits in percent stay whole numbers. */
export const WHOLE_CREDIT = 100

/** The credit that a score parameter gives, in percent of its weight, by what holds: the whole, a grade’s, or none. */
export function creditOf(
  { criteria, grades = [] }: ScoreParameter,
  holds: (criteria: Criteria) => boolean,
): number {
  if (holds(criteria)) return WHOLE_CREDIT
  return grades.find((grade) => holds(grade.criteria))?.credit ?? 0
}

/** Σ weights of the score parameters. */
export const totalWeight = (parameters: ProfileParameters): number =>
  parameters.reduce((sum, parameter) => sum + (parameter.mode === 'score' ? parameter.weight : 0), 0)

/**
 * 100 × weight held ÷ total weight, rounded to a whole number, halves up; 100 where nothing is scored.
 *
 * @param earned Σ weight × credit in percent
 * @param total Σ weight
 */
export const scoreOf = (earned: number, total: number): number =>
  total === 0 ? 100 : Math.floor((2 * earned + total) / (2 * total))
