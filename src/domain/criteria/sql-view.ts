import { format } from 'sql-formatter'
import type { PlanContext } from '../conditions/define.ts'
import { definitionOf } from '../conditions/index.ts'
import { allText } from '../conditions/shared/sql-text.ts'
import { isCondition } from './node.ts'
import type { Criteria } from './schema.ts'
import { groupOf } from './walk.ts'

/**
 * Criteria as a whole statement over the documented views, for people to read, copy and run: its internal ids
 * are the members. Dates are spelled out, segments are written out as their criteria.
 */
export function sqlView(criteria: Criteria, ctx: PlanContext): string {
  const tests = 'all' in criteria ? criteria.all : [criteria]
  const where = tests.map((test) => predicateOf(test, ctx)).join(' AND ')
  const sql = `SELECT id FROM v_customers AS customer WHERE ${where}`
  return joinShortClauses(format(sql, { language: 'sqlite', expressionWidth: 100 }))
}

const CLAUSE = /^ *(?:SELECT|FROM|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT)$/

/** The formatter gives every clause a block of its own; one that holds a single line reads better beside it. */
function joinShortClauses(sql: string): string {
  const lines = sql.split('\n')
  const joined: string[] = []
  for (let i = 0; i < lines.length; i++) {
    const [line = '', inside = '', after = ''] = lines.slice(i, i + 3)
    const single = indentOf(after) < indentOf(inside) && !inside.endsWith('(')
    joined.push(CLAUSE.test(line) && single ? `${line} ${inside.trim()}` : line)
    if (CLAUSE.test(line) && single) i++
  }
  return joined.join('\n')
}

const indentOf = (line: string): number => line.length - line.trimStart().length

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
