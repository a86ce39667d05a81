import type { Expression, Query } from '../../criteria/sql/expression.ts'
import type { SqlContext } from '../../criteria/sql/reading.ts'
import { take } from '../../criteria/sql/take.ts'
import { takeLines } from '../purchases/purchases-from-sql.ts'
import { takeOrderScope } from '../shared/order-rows-from-sql.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import type { RankCondition } from './rank.ts'

/** What narrows the rows that customers are ranked by. */
export type RankedScope = Pick<RankCondition, 'within' | 'where' | 'of' | 'among'>

/** Takes it out of the tests of `v_orders` or `v_items`. */
export function takeRankedScope(tests: Expression[], view: string | undefined, ctx: SqlContext): RankedScope {
  const among = take(tests, (test) => amongIn(test, 'customer_id', ctx))
  const scope = view === 'v_items' ? takeLines(tests, ctx) : takeOrderScope(tests, ctx)
  return { ...scope, ...(among === undefined ? {} : { among }) }
}

/** `customer_id IN (SELECT id FROM v_customers AS customer WHERE …)`: those who are ranked. */
export function amongIn(test: Expression, id: string, ctx: SqlContext): RankCondition['among'] {
  if (test.kind !== 'in_query' || test.not || !isNamed(id)(test.of)) return undefined
  return isWholeQuery(test.query) ? ctx.criteria(test.query) : undefined
}

const isWholeQuery = ({ columns, from }: Query): boolean =>
  columns.length === 1 && columns.every(({ of }) => isNamed('id')(of)) && from.length === 1
