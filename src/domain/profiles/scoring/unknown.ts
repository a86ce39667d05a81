import { canonicalJson } from '#kernel/hash.ts'
import { isAnswered } from '../../conditions/answer/answer-named.ts'
import { type Condition, definitionOf } from '../../conditions/index.ts'
import type { CriteriaOf } from '../../criteria/expand.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { leavesOf } from '../../criteria/walk.ts'

/**
 * Who lacks a value that criteria ask for, so that a test of it could not hold: criteria of the same entity, or null
 * where nothing that they ask for can be missing. What nobody noted of signals and orders did not happen.
 */
export function unknownOf(criteria: readonly Criteria[], criteriaOf: CriteriaOf): Criteria | null {
  const lacking = new Map<string, Criteria>()
  const opened = new Set<string>()
  const note = (condition: Condition) => {
    const lacks = lackOf(condition, criteriaOf)
    if (lacks !== null) lacking.set(canonicalJson(lacks), lacks)
    const expanded = criteriaOf(condition)
    const key = canonicalJson(condition)
    if (expanded === undefined || opened.has(key)) return
    opened.add(key)
    for (const leaf of leavesOf(expanded)) note(leaf.condition)
  }
  for (const { condition } of criteria.flatMap((one) => leavesOf(one))) note(condition)
  const [first, ...others] = lacking.values()
  if (first === undefined) return null
  return others.length === 0 ? first : { any: [first, ...others] }
}

function lackOf(condition: Condition, criteriaOf: CriteriaOf): Criteria | null {
  if (condition.type === 'works_at') {
    const company = unknownOf([condition.company], criteriaOf)
    return company && { type: 'works_at', company }
  }
  if (isAnswered(condition)) return { none: [{ type: condition.type, question: condition.question }] }
  if ((definitionOf(condition).columns?.(condition) ?? []).length === 0) return null
  if (condition.type === 'company') return { type: 'company', field: condition.field, op: 'unknown' }
  if (condition.type === 'person') return { type: 'person', field: condition.field, op: 'unknown' }
  if (condition.type === 'attribute') return { type: 'attribute', field: condition.field, op: 'unknown' }
  return null
}
