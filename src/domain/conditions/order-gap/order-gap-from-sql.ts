import { conjunctsOf, type Expression } from '../../criteria/sql/expression.ts'
import { firstIn } from '../../criteria/sql/inner-parts.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { comparisonIn, numberTest } from '../../criteria/sql/take.ts'
import { mapValues } from '../shared/comparison.ts'
import { GAPS, HUNDREDTHS } from './order-gap-plans.ts'
import { takeOrderScope } from '../shared/order-rows-from-sql.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'

const DAY = 86_400

/** `… HAVING MIN(gap) > 2592000`, or the time from the first order to the last against so much for each. */
export function orderGapFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'members') return undefined
  const { rows, shown } = test
  const where = rows.view === 'v_orders' ? rows.tests : conjunctsOf(rows.source.query?.where)
  const having = rows.having.at(-1)
  const overdue = having && factorIn(having)
  if (overdue !== undefined) {
    const scope = takeOrderScope([...where], ctx)
    return ctx.printed(
      GAPS.map((gap) => ({ type: 'order_gap', gap, overdue, ...scope }) as const),
      shown,
    )
  }
  const asked = having && numberTest(having, isNoNumber, (part) => firstIn(part, numberIn))
  if (having === undefined || asked === undefined || !isOfGaps(having)) return undefined
  const { test: compared, denied } = comparisonIn(asked)
  if (denied) return undefined
  const days = mapValues(compared, (seconds) => seconds / DAY)
  const scope = takeOrderScope([...where], ctx)
  return ctx.printed(
    GAPS.map((gap) => ({ type: 'order_gap', gap, ...days, ...scope }) as const),
    shown,
  )
}

/** `100 * (now - MAX(…)) > 150 * (MAX(gap))`: so many hundredths of a gap. */
function factorIn(having: Expression): number | undefined {
  if (having.kind !== 'compare' || having.op !== '>') return undefined
  const { left, right } = having
  const isProduct = left.kind === 'binary' && left.op === '*' && right.kind === 'binary' && right.op === '*'
  const hundredths = isProduct ? numberIn(right.left) : undefined
  return hundredths === undefined ? undefined : hundredths / HUNDREDTHS
}

const isOfGaps = (having: Expression): boolean =>
  firstIn(having, (part) =>
    isNamed('gap')(part) || (part.kind === 'call' && part.name === 'strftime') ? true : undefined,
  ) ?? false

const numberIn = (part: Expression): number | undefined => (part.kind === 'number' ? part.value : undefined)

/** What is compared: `MIN(gap)`, the time between the first and the last. */
const isNoNumber = (part: Expression): boolean =>
  part.kind === 'call' || (part.kind === 'binary' && part.op === '-')
