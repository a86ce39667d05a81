import { conjunctsOf, type Expression } from '../../criteria/sql/expression.ts'
import { everyPart } from '../../criteria/sql/inner-parts.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { numberOf, take } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import { takeLines } from '../purchases/purchases-from-sql.ts'
import { takeOrderScope } from '../shared/order-rows-from-sql.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'

const MEASURES = ['count', 'spend', 'net_spend', 'average', 'units'] as const
const OPERATORS = ['>', '>=', '<', '<=', '='] as const

/** The orders of one window against those of another: `HAVING SUM(CASE WHEN … THEN total …) > SUM(CASE WHEN …)` */
export function changeFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'members') return undefined
  const { rows, shown } = test
  const compared = rows.having.find((one) => one.kind === 'compare' && one.right.kind !== 'number')
  if (compared?.kind !== 'compare') return undefined
  const op = OPERATORS.find((one) => one === compared.op)
  const [within, against] = [compared.left, compared.right].map((side) => windowIn(side, ctx))
  if (op === undefined || within === undefined || against === undefined) return undefined
  const [part, whole] = [compared.left, compared.right].map(factorIn)
  const times = part === undefined || whole === undefined || part === whole ? {} : { times: whole / part }
  const tests = [...rows.tests]
  take(tests, (one) => (one.kind === 'or' ? one : undefined))
  const { of, where } =
    rows.view === 'v_items' ? takeLines(tests, ctx) : { of: undefined, ...takeOrderScope(tests, ctx) }
  const candidates = MEASURES.map(
    (measure) =>
      ({
        type: 'change',
        measure,
        within,
        op,
        ...times,
        against,
        ...(of && { of }),
        ...(where && { where }),
      }) as const,
  )
  return ctx.printed(candidates, shown)
}

/** The window of the first CASE in a part. */
function windowIn(part: Expression, ctx: SqlContext) {
  for (const one of everyPart(part)) {
    const when = one.kind === 'case' ? one.whens[0]?.when : undefined
    if (when !== undefined) return takeWindow([...conjunctsOf(when)], isNamed('ordered_at'), ctx).within
  }
  return undefined
}

/** The number that a sum is multiplied with; the outermost stands first. */
function factorIn(part: Expression): number | undefined {
  for (let at = part; at.kind === 'binary' && at.op === '*'; at = at.left) {
    const number = numberOf(at.left)
    if (number !== undefined) return number
  }
  return undefined
}
