import { canonicalJson } from '#kernel/hash.ts'
import { type Condition, definitionOf } from '../conditions/index.ts'
import { isCondition } from './node.ts'
import type { Criteria } from './schema.ts'
import { unite } from './unite.ts'
import { groupFrom, groupOf } from './walk.ts'

/** A condition in its one way of writing. */
function normalCondition(condition: Condition): Condition {
  const definition = definitionOf(condition)
  const normal = definition.normal?.(condition) ?? condition
  const inner = definition.nested?.of(normal)
  return inner === undefined ? normal : (definition.nested?.with(normal, normalCriteria(inner)) ?? normal)
}

/**
 * Criteria in one way of writing for many that mean the same: groups of one are opened, an `all` within an `all`
 * and an `any` within an `any` too, branches stand once, values
 * that any of will do are one list, and a double negation is none.
 */
export function normalCriteria(node: Criteria): Criteria {
  if (isCondition(node)) return normalCondition(node)
  const { group, branches } = groupOf(node)
  const normal = branches.map(normalCriteria)
  if (group === 'none') {
    const opened = distinct(
      unite(normal.flatMap((branch) => ('any' in branch ? branch.any : [branch]))).map(normalOpened),
    )
    const [only] = opened
    return opened.length === 1 && only !== undefined && 'none' in only
      ? normalCriteria({ any: only.none })
      : { none: opened }
  }
  const members = normal.flatMap((branch) => branchesIn(branch, group))
  const opened = distinct(group === 'any' ? unite(members).map(normalOpened) : members)
  const [only] = opened
  return opened.length === 1 && only !== undefined ? only : groupFrom(group, opened)
}

/** What was united may hold a value twice. */
const normalOpened = (branch: Criteria): Criteria => (isCondition(branch) ? normalCondition(branch) : branch)

/** What a branch adds to a group of this kind. */
function branchesIn(branch: Criteria, group: 'all' | 'any'): readonly Criteria[] {
  if (isCondition(branch)) return [branch]
  const inner = groupOf(branch)
  return inner.group === group ? inner.branches : [branch]
}

const distinct = (branches: readonly Criteria[]): Criteria[] => [
  ...new Map(branches.map((branch) => [canonicalJson(branch), branch])).values(),
]
