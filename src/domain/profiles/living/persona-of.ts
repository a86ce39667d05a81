import type { Criteria } from '../../criteria/schema.ts'
import type { Parameter } from '../parameter.ts'
import type { Trait } from './behaviours/define.ts'
import { type Bound, onGrid } from './grouping/bounds.ts'
import type { TraitContrast } from './grouping/contrast.ts'

/** With fewer orders nobody's habits can be told. */
export const LEAST_ORDERS = 3
const MOST_SCORES = 3
const MOST_WEIGHT = 10

/** The criteria that a group is saved as: what must hold, and what speaks for somebody beside it. */
export interface GroupCriteria {
  readonly filters: readonly Criteria[]
  readonly scores: readonly { readonly criteria: Criteria; readonly weight: number }[]
}

/**
 * Bounds become filters. What sets the group apart beside them is scored, by as much as it does: whoever is past the
 * middle between the group and all others has it.
 */
export function criteriaOfGroup(
  bounds: readonly Bound[],
  apart: readonly TraitContrast[],
  traits: readonly Trait[],
): GroupCriteria {
  const bounded = new Set(bounds.map(({ trait }) => trait))
  const scores = apart.flatMap(({ trait, group, rest, deviations }) => {
    const known = traits[trait]
    const side = deviations > 0 ? known?.more : known?.less
    const bound = known === undefined ? 0 : onGrid((group + rest) / 2, known.grid)
    return bounded.has(trait) || side === undefined || bound <= 0
      ? []
      : [{ criteria: side.criteria(bound), weight: weightOf(deviations) }]
  })
  return {
    filters: [
      { type: 'orders', measure: 'count', op: '>=', value: LEAST_ORDERS },
      ...bounds.flatMap(({ trait, side, bound }) => traits[trait]?.[side]?.criteria(bound) ?? []),
    ],
    scores: scores.slice(0, MOST_SCORES),
  }
}

const weightOf = (deviations: number): number =>
  Math.max(1, Math.min(MOST_WEIGHT, Math.round(4 * Math.abs(deviations))))

export const parametersOfGroup = ({ filters, scores }: GroupCriteria): readonly Parameter[] => [
  ...filters.map((criteria): Parameter => ({ mode: 'filter', criteria })),
  ...scores.map(({ criteria, weight }): Parameter => ({ mode: 'score', criteria, weight })),
]
