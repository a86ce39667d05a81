import { format } from 'sql-formatter'
import type { PlanContext } from '../conditions/define.ts'
import { definitionOf } from '../conditions/index.ts'
import { allText } from '../conditions/sql-text.ts'
import { type Criteria, isCondition } from './schema.ts'
import { groupOf } from './walk.ts'

/**
 * Criteria as a whole statement over the documented views, for people to read, copy and run: its internal ids
 * are the members. Dates are spelled out, segments are written out as their criteria.
 */
export function sqlView(criteria: Criteria, ctx: PlanContext): string {
  const tests = 'all' in criteria ? criteria.all : [criteria]
  const where = tests.map((test) => predicateOf(test, ctx)).join(' AND ')
  return format(`SELECT id FROM v_customers AS customer WHERE ${where}`, {
    language: 'sqlite',
    expressionWidth: 100,
  })
}

/** One predicate on `customer`, which can stand anywhere. */
function predicateOf(criteria: Criteria, ctx: PlanContext): string {
  if (isCondition(criteria)) {
    const definition = definitionOf(criteria)
    const expanded = definition.expand?.(criteria, ctx)
    return expanded === undefined ? definition.predicate(criteria, ctx) : predicateOf(expanded, ctx)
  }
  const { group, branches } = groupOf(criteria)
  const tests = branches.map((branch) => predicateOf(branch, ctx))
  switch (group) {
    case 'all':
      return allText(tests)
    case 'any':
      return anyText(tests)
    case 'none':
      // Not NOT: what is unknown passes no test, and so passes its negation.
      return `(${anyText(tests)}) IS NOT TRUE`
  }
}

const anyText = (tests: readonly string[]): string =>
  tests.length === 1 ? tests.join() : `(${tests.join(' OR ')})`
