import { type Condition, definitionOf } from '../conditions/index.ts'
import type { Criteria } from './schema.ts'
import { type Leaf, leavesOf, mapConditions } from './walk.ts'

/** The criteria over another entity that a condition holds, and the key under which it does. */
export function nestedIn(condition: Condition): { key: string; criteria: Criteria } | undefined {
  const { nested } = definitionOf(condition)
  const criteria = nested?.of(condition)
  return nested === undefined || criteria === undefined ? undefined : { key: nested.key, criteria }
}

/** Every condition, those inside of conditions as well: "people at companies that …". */
export const allLeavesOf = (node: Criteria, path: readonly (string | number)[] = []): Leaf[] =>
  leavesOf(node, path).flatMap((leaf) => {
    const inner = nestedIn(leaf.condition)
    return inner === undefined ? [leaf] : [leaf, ...allLeavesOf(inner.criteria, [...leaf.path, inner.key])]
  })

/** The same tree with every condition replaced, those inside of conditions first. */
export const mapAllConditions = (node: Criteria, change: (condition: Condition) => Condition): Criteria =>
  mapConditions(node, (condition) => {
    const inner = nestedIn(condition)
    const { nested } = definitionOf(condition)
    return change(
      inner === undefined || nested === undefined
        ? condition
        : nested.with(condition, mapAllConditions(inner.criteria, change)),
    )
  })
