import { conjunctsOf, type Expression } from '../../criteria/sql/expression.ts'
import { firstIn } from '../../criteria/sql/inner-parts.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { comparisonIn, numberOf, numberTest } from '../../criteria/sql/take.ts'
import { takeLines } from '../purchases/purchases-from-sql.ts'
import { mapValues } from '../shared/comparison.ts'
import { takeOrderFilter, takeOrderScope } from '../shared/order-rows-from-sql.ts'
import { takeProductFilter } from '../shared/product-filter-from-sql.ts'

/** `… HAVING 100 * SUM(CASE WHEN … THEN total ELSE 0 END) >= 50 * SUM(total)` */
export function shareFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'members' || test.rows.having.length !== 2) return undefined
  const { rows, shown } = test
  const share = rows.having.find((one) => partIn(one) !== undefined)
  const part = share && partIn(share)
  if (share === undefined || part === undefined) return undefined
  const asked = numberTest(share, (one) => scaledBy(one) !== undefined && holdsCase(one), scaledBy)
  const parts = asked && firstIn(share, (one) => (holdsCase(one) ? scaledBy(one) : undefined))
  if (asked === undefined || parts === undefined) return undefined
  const { test: compared, denied } = comparisonIn(asked)
  if (denied) return undefined
  const percent = mapValues(compared, (value) => (100 * value) / parts)
  const tests = [...rows.tests]
  const when = [...conjunctsOf(part)]
  if (rows.view === 'v_items') {
    const { within } = takeLines(tests, ctx)
    const products = takeProductFilter(when, ctx)
    if (products === undefined) return undefined
    return ctx.printed(
      [{ type: 'share', of: 'spend', products, ...percent, ...(within && { within }) }],
      shown,
    )
  }
  const { within } = takeOrderScope(tests, ctx)
  const where = takeOrderFilter(when, ctx)
  if (where === undefined) return undefined
  const candidates = (['orders', 'spend'] as const).map(
    (of) => ({ type: 'share', of, where, ...percent, ...(within && { within }) }) as const,
  )
  return ctx.printed(candidates, shown)
}

/** What the part is that is looked at: `CASE WHEN … THEN 1 ELSE 0 END`. */
const partIn = (test: Expression): Expression | undefined =>
  firstIn(test, (one) => (one.kind === 'case' ? one.whens[0]?.when : undefined))

const holdsCase = (part: Expression): boolean => partIn(part) !== undefined

/** The 25 of `25 * SUM(total)`. */
const scaledBy = (part: Expression): number | undefined =>
  part.kind === 'binary' && part.op === '*' ? numberOf(part.left) : undefined
