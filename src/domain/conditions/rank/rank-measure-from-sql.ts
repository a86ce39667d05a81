import { isCallOf, isCount, unwrapped } from '../../criteria/sql/aggregate.ts'
import type { Expression, Query } from '../../criteria/sql/expression.ts'
import { sqlOf } from '../../criteria/sql/expression-text.ts'
import { numberOf } from '../../criteria/sql/take.ts'
import { orderMeasure } from '../orders/orders-from-sql.ts'
import { lineMeasure } from '../purchases/purchases-from-sql.ts'
import { drawnAt } from './rank-plan.ts'
import type { RankCondition } from './rank.ts'

/** What customers are ordered by, over the rows of a view. */
export function measureOf(part: Expression, view: string | undefined): RankCondition['by'] | undefined {
  const { part: value } = unwrapped(part)
  if (view === 'v_items') return lineMeasure(value)
  if (isCallOf(value, 'max', 'ordered_at')) return 'last_date'
  if (isCallOf(value, 'min', 'ordered_at')) return 'first_date'
  if (isMinorAverage(value)) return 'average'
  const measure = orderMeasure(part)
  if (measure === 'smallest') return undefined
  return measure === 'count' ? 'orders' : measure
}

/** `ROUND(100 * SUM(total)) / COUNT(*)`, as sqlView writes an average in whole minor units. */
function isMinorAverage(value: Expression): boolean {
  if (value.kind !== 'binary' || value.op !== '/' || !isCount(value.right, 'id')) return false
  const { part: sum } = unwrapped(value.left)
  return (
    sum.kind === 'binary' &&
    sum.op === '*' &&
    numberOf(sum.left) !== undefined &&
    isCallOf(sum.right, 'sum', 'total')
  )
}

/** `(10 * ranked + 99) / 100`: a share that rounds up. */
export function shareIn(part: Expression, isRanked: (part: Expression) => boolean): number | undefined {
  if (part.kind !== 'binary' || part.op !== '/' || part.left.kind !== 'binary' || part.left.op !== '+')
    return undefined
  const [whole, rest, product] = [numberOf(part.right), numberOf(part.left.right), part.left.left]
  if (whole === undefined || rest !== whole - 1 || product.kind !== 'binary' || product.op !== '*')
    return undefined
  const share = numberOf(product.left)
  return share === undefined || !isRanked(product.right)
    ? undefined
    : Math.round((10_000 * share) / whole) / 100
}

/**
 * How many are taken: `100`, or a share of those who have a value. `isCounted` knows what counts them, `isOfThose` whether
 * a query is of the ones who are ranked.
 */
export function sizeIn(
  limit: Expression,
  isCounted: (part: Expression) => boolean,
  isOfThose: (counted: Query) => boolean,
): Pick<RankCondition, 'customers' | 'percent'> | undefined {
  if (limit.kind === 'number') return Number.isInteger(limit.value) ? { customers: limit.value } : undefined
  if (limit.kind !== 'query') return undefined
  const [column, another] = limit.query.columns
  if (column === undefined || another !== undefined || !isOfThose(limit.query)) return undefined
  const percent = shareIn(column.of, isCounted)
  return percent === undefined ? undefined : { percent }
}

/** Whether customers are ordered by what is drawn. */
export const isDrawn = (part: Expression | undefined, id: string): boolean =>
  part !== undefined && plain(sqlOf(part)) === plain(drawnAt(id))

const plain = (sql: string): string => sql.replace(/[\s()]/g, '').replace(/[a-z_]+\./g, '')
