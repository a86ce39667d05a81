import type { Source } from '#db/schema.ts'
import { InputError } from '#kernel/errors.ts'
import type { Condition } from '../conditions/index.ts'
import type { PlanContext } from '../conditions/define.ts'
import { type Criteria, isCondition } from '../criteria/schema.ts'
import type { Expression } from './expression.ts'
import type { SetPlan, SetQuery } from './plan.ts'

/** A set that has to be read: by a query, or from everybody's RFM scores. */
export type SetSource =
  | { readonly kind: 'query'; readonly query: SetQuery; readonly sources: readonly Source[] }
  | { readonly kind: 'rfm'; readonly patterns: readonly boolean[] }

export interface Compiled {
  readonly expression: Expression
  /** By the keys that the expression names; equal keys are equal sets while the data stays. */
  readonly sets: ReadonlyMap<string, SetSource>
}

/** How one condition is read, and the tables that its members depend on. */
export interface ConditionPlan {
  readonly plan: SetPlan
  readonly sources: readonly Source[]
}
export type PlanCondition = (condition: Condition, ctx: PlanContext) => ConditionPlan

/** Segments inside segments, beyond which they can only be going round in a circle. */
const MAX_EXPANSIONS = 50

/** Criteria as set algebra over named sets, with every segment expanded. */
export function compileSets(criteria: Criteria, ctx: PlanContext, planCondition: PlanCondition): Compiled {
  const sets = new Map<string, SetSource>()

  const ofCriteria = (node: Criteria, expansions: number): Expression => {
    if (isCondition(node)) {
      const { plan, sources } = planCondition(node, ctx)
      return ofPlan(plan, sources, expansions)
    }
    const inner = (branches: readonly Criteria[]) => branches.map((branch) => ofCriteria(branch, expansions))
    if ('all' in node) return { kind: 'all', of: inner(node.all) }
    if ('any' in node) return { kind: 'any', of: inner(node.any) }
    return { kind: 'not', of: { kind: 'any', of: inner(node.none) } }
  }

  const ofPlan = (plan: SetPlan, sources: readonly Source[], expansions: number): Expression => {
    switch (plan.kind) {
      case 'query':
        return named(`query ${JSON.stringify(plan.query)}`, { kind: 'query', query: plan.query, sources })
      case 'rfm':
        return named(`rfm ${plan.patterns.map(Number).join('')}`, plan)
      case 'not':
        return { kind: 'not', of: ofPlan(plan.of, sources, expansions) }
      case 'all':
      case 'any':
        return { kind: plan.kind, of: plan.of.map((inner) => ofPlan(inner, sources, expansions)) }
      case 'criteria':
        if (expansions === MAX_EXPANSIONS) throw circular()
        return ofCriteria(plan.criteria, expansions + 1)
      case 'everyone':
      case 'nobody':
        return plan
    }
  }

  const named = (key: string, source: SetSource): Expression => {
    sets.set(key, source)
    return { kind: 'set', key }
  }

  return { expression: ofCriteria(criteria, 0), sets }
}

const circular = () =>
  new InputError('These segments refer to each other in a circle', {
    next: 'Take the reference out of one of them.',
  })
