import type { Expression } from '../../criteria/sql/expression.ts'
import { takeComparison } from '../../criteria/sql/number-key.ts'
import type { SqlContext } from '../../criteria/sql/reading.ts'
import { oneOf, take, takeIf, textTest } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import { countedStatus, type OrderFilter } from './filters.ts'
import { takeBasket } from './basket-from-sql.ts'
import { isNamed } from './product-filter-from-sql.ts'
import { takeRecurring } from './recurring-from-sql.ts'
import { isUpTo } from './comparison.ts'
import type { Scope } from './order-rows.ts'

/** Takes what narrows the rows of `v_orders` out of their tests; what is left is no filter of orders. */
export function takeOrderScope(tests: Expression[], ctx: SqlContext): Scope {
  takeCounted(tests, 'status', ctx)
  const { within } = takeWindow(tests, isNamed('ordered_at'), ctx)
  const where = takeOrderFilter(tests, ctx)
  return { ...(within === undefined ? {} : { within }), ...(where === undefined ? {} : { where }) }
}

/** Cancelled orders never count; SQL that doesn't say so is told. */
export function takeCounted(tests: Expression[], column: string, { assume }: SqlContext): void {
  const said = takeIf(tests, (test) => {
    const found = textTest(test)
    return found?.field === column && found.not && found.values.join() === 'cancelled'
  })
  const chosen = tests.some((test) => oneOf(column)(test) !== undefined)
  if (!said && !chosen) assume('Cancelled orders never count, also where the SQL does not leave them out.')
}

export function takeOrderFilter(tests: Expression[], ctx: SqlContext): OrderFilter | undefined {
  const filter: OrderFilter = {}
  const status = take(tests, countedStatuses)
  if (status !== undefined) filter.status = status
  const texts = { channel: 'channel', device: 'device', code: 'discount_code' } as const
  for (const key of ['channel', 'device', 'code'] as const) {
    const values = take(tests, oneOf(texts[key]))
    if (values !== undefined) filter[key] = values.map((value) => ctx.spelled(texts[key], value))
  }
  const discounted = takeDiscounted(tests, ctx)
  if (discounted !== undefined) filter.discounted = discounted
  if (takeIf(tests, (test) => CODE(test, true))) filter.coded = true
  else if (takeIf(tests, (test) => CODE(test, false))) filter.coded = false
  const discount = takeComparison(tests, isNamed('discount_total'))
  if (discount !== undefined) {
    filter.discount = discount
    const some = takeIf(tests, (test) => AMOUNT(test, '<>'))
    if (isUpTo(discount) && !some)
      ctx.assume('How much was taken off at most is read of orders with something taken off.')
  }
  const total = takeComparison(tests, isNamed('total'))
  if (total !== undefined) filter.total = total
  const found: OrderFilter = {
    ...filter,
    ...takeRecurring(tests, 'ordered_at', ctx),
    ...takeBasket(tests, ctx),
  }
  return Object.keys(found).length === 0 ? undefined : found
}

function countedStatuses(test: Expression): OrderFilter['status'] {
  const values = oneOf('status')(test)
  const found = values?.flatMap((value) => countedStatus.options.filter((status) => status === value))
  return found !== undefined && found.length === values?.length ? found : undefined
}

const AMOUNT = (test: Expression, op: '>' | '=' | '<>'): boolean =>
  test.kind === 'compare' &&
  test.op === op &&
  isNamed('discount_total')(test.left) &&
  test.right.kind === 'number' &&
  test.right.value === 0

const CODE = (test: Expression, not: boolean): boolean =>
  test.kind === 'is' &&
  test.what === 'null' &&
  test.not === not &&
  test.of.kind === 'column' &&
  test.of.name.startsWith('discount_code')

/** With an amount or a code; or with neither. */
function takeDiscounted(tests: Expression[], { assume }: SqlContext): boolean | undefined {
  const some = takeIf(
    tests,
    (test) =>
      test.kind === 'or' &&
      test.of.length === 2 &&
      test.of.some((one) => AMOUNT(one, '>')) &&
      test.of.some((one) => CODE(one, true)),
  )
  if (some) return true
  const plain = tests.some((test) => AMOUNT(test, '='))
  if (plain && tests.some((test) => CODE(test, false))) {
    takeIf(tests, (test) => AMOUNT(test, '='))
    takeIf(tests, (test) => CODE(test, false))
    return false
  }
  if (takeIf(tests, (test) => AMOUNT(test, '='))) {
    assume('“Without a discount” is read as without an amount and without a code.')
    return false
  }
  if (!takeIf(tests, (test) => AMOUNT(test, '>'))) return undefined
  assume('“With a discount” is read as with an amount or a code.')
  return true
}
