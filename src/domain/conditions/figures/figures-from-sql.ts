import { type Compare, conjunctsOf, type Expression, type Query } from '../../criteria/sql/expression.ts'
import { firstIn } from '../../criteria/sql/inner-parts.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { numberOf, oneOf, take } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import { takeLines } from '../purchases/purchases-from-sql.ts'
import { takeEventFilter } from '../shared/event-rows-from-sql.ts'
import { takeOrderScope } from '../shared/order-rows-from-sql.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import { type Figure, ORDER_FIGURES } from './figure.ts'
import { CHANGE_OPERATORS } from '../change/change.ts'
import type { FiguresCondition } from './figures.ts'

/** Two figures, each a SELECT of one number of the customer: `(SELECT COUNT(*) FROM v_orders WHERE …) > (SELECT …)`. */
export function figuresFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'columns') return undefined
  const compared = conjunctsOf(test.test).findLast((one): one is Compare => one.kind === 'compare')
  const op = CHANGE_OPERATORS.find((one) => one === compared?.op)
  if (compared === undefined || op === undefined) return undefined
  const [lefts, rights] = [compared.left, compared.right].map((side) => figuresIn(side, ctx))
  if (lefts === undefined || rights === undefined) return undefined
  const [part, whole] = [compared.left, compared.right].map(factorIn)
  const times = part === undefined || whole === undefined || part === whole ? {} : { times: whole / part }
  const candidates = lefts.flatMap((left) =>
    rights.map((right): FiguresCondition => ({ type: 'figures', left, op, ...times, right })),
  )
  return ctx.printed(candidates, test.test)
}

/** The figures that one side may be, the SELECT in it read as each measure of its view. */
function figuresIn(side: Expression, ctx: SqlContext): readonly Figure[] | undefined {
  const query = firstIn(side, (part) => (part.kind === 'query' ? part.query : undefined))
  const [source] = query?.from ?? []
  if (query === undefined || source?.view === undefined) return undefined
  const tests = [...conjunctsOf(query.where)]
  if (take(tests, isOwn) === undefined) return undefined
  if (source.view === 'v_events') return eventFigure(tests, ctx)
  if (source.view === 'v_items') {
    const scope = takeLines(tests, ctx)
    return (['count', 'spend', 'units'] as const).map((measure) => ({ from: 'orders', measure, ...scope }))
  }
  if (source.view !== 'v_orders') return undefined
  const scope = takeOrderScope(tests, ctx)
  return measuresOf(query).map((measure) => ({ from: 'orders', measure, ...scope }))
}

const measuresOf = (query: Query) =>
  ORDER_FIGURES.filter((measure) => measure !== 'units').filter(
    (measure) => (measure === 'first' || measure === 'last') === query.orderBy.length > 0,
  )

function eventFigure(tests: Expression[], ctx: SqlContext): readonly Figure[] | undefined {
  const event = take(tests, oneOf('type'))?.map((value) => ctx.spelled('event', value))
  if (event === undefined) return undefined
  const { within } = takeWindow(tests, isNamed('occurred_at'), ctx)
  const where = takeEventFilter(tests, ctx)
  return [{ from: 'events', event, ...(where && { where }), ...(within && { within }) }]
}

/** `customer_id = customer.id` */
const isOwn = (test: Expression): true | undefined =>
  test.kind === 'compare' &&
  test.op === '=' &&
  [test.left, test.right].every((part) => part.kind === 'column') &&
  [test.left, test.right].some(isNamed('customer_id'))
    ? true
    : undefined

/** The number that a side is multiplied with. */
const factorIn = (side: Expression): number | undefined =>
  side.kind === 'binary' && side.op === '*' ? numberOf(side.left) : undefined
