import type { Condition } from '../conditions/index.ts'
import { isCondition } from './node.ts'
import type { Criteria } from './schema.ts'

export type Group = 'all' | 'any' | 'none'

/** A group's word and its branches. */
export function groupOf(node: Exclude<Criteria, Condition>): {
  readonly group: Group
  readonly branches: readonly Criteria[]
} {
  if ('all' in node) return { group: 'all', branches: node.all }
  return 'any' in node ? { group: 'any', branches: node.any } : { group: 'none', branches: node.none }
}

/** A group made anew with other branches. */
export function groupFrom(group: Group, branches: readonly Criteria[]): Criteria {
  switch (group) {
    case 'all':
      return { all: branches }
    case 'any':
      return { any: branches }
    case 'none':
      return { none: branches }
  }
}

export interface Leaf {
  readonly condition: Condition
  /** Where it stands: `['all', 0, 'none', 1]`. */
  readonly path: readonly (string | number)[]
}

/** Every condition with its place, in reading order. */
export function leavesOf(node: Criteria, path: readonly (string | number)[] = []): Leaf[] {
  if (isCondition(node)) return [{ condition: node, path }]
  const { group, branches } = groupOf(node)
  return branches.flatMap((branch, i) => leavesOf(branch, [...path, group, i]))
}

/** The same tree with every condition replaced. */
export function mapConditions(
  node: Criteria,
  change: (condition: Condition, path: readonly (string | number)[]) => Criteria,
  path: readonly (string | number)[] = [],
): Criteria {
  if (isCondition(node)) return change(node, path)
  const { group, branches } = groupOf(node)
  return groupFrom(
    group,
    branches.map((branch, i) => mapConditions(branch, change, [...path, group, i])),
  )
}
