import { canonicalJson } from '#kernel/hash.ts'
import { normalCriteria } from '../../criteria/normal.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { leavesOf } from '../../criteria/walk.ts'
import { criteriaOfParameter } from '../fit.ts'
import type { ProfileParameters } from '../parameter.ts'
import type { Trait } from './behaviours/define.ts'

/** The numbers of the traits that parameters ask for, with whatever bounds. */
export function traitsAsked(parameters: ProfileParameters, traits: readonly Trait[]): ReadonlySet<number> {
  const asked = new Set(
    parameters.flatMap(criteriaOfParameter).flatMap((criteria) => leavesOf(criteria).map(kindOf)),
  )
  const found = traits.flatMap(({ more, less }, at) =>
    [more, less].some(
      (side) =>
        side !== undefined &&
        leavesOf(normalCriteria(side.criteria(SOME_BOUND))).some((leaf) => asked.has(kindOf(leaf))),
    )
      ? [at]
      : [],
  )
  return new Set(found)
}

/** Any bound will do: it is left out of the comparison. */
const SOME_BOUND = 2

/** What a condition asks of, without how much of it. */
function kindOf({ condition }: { readonly condition: Extract<Criteria, { type: string }> }): string {
  const kept = Object.entries(condition).filter(([key]) => !BOUNDS.has(key))
  return canonicalJson(Object.fromEntries(kept))
}

const BOUNDS: ReadonlySet<string> = new Set(['op', 'value', 'apart'])
