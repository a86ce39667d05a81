import { conjunctsOf, type Expression, type Query } from '../../criteria/sql/expression.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { unread } from '../../criteria/sql/reading.ts'
import { comparisonIn, numberTest, oneOf, opposite, take } from '../../criteria/sql/take.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import type { IndicatorCondition } from './indicator.ts'

/** How sqlView calls the parts that are computed indicators. */
export const INDICATOR_PART = 'indicator: '

/** `… FROM "indicator: Order interval" WHERE value < 30`, `… FROM v_indicators WHERE indicator = 'Active'` */
export function indicatorFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind === 'columns') {
    return test.test.kind === 'in_query' ? namedIn(test.test.query, test.test, ctx) : undefined
  }
  const { rows, shown } = test
  if (rows.view === undefined && shown.kind === 'in_query') return namedIn(shown.query, shown, ctx)
  if (rows.view !== 'v_indicators') return undefined
  const plain = rows.having.length + rows.groupBy.length === 0 && (rows.limit ?? rows.next) === undefined
  const tests = [...rows.tests]
  const [name, another] = take(tests, oneOf('indicator_id', 'indicator')) ?? []
  const id = name === undefined || another !== undefined ? undefined : ctx.indicatorId(name)
  if (name === undefined || !plain) {
    return unread(shown, 'asks for indicators without their name', "Say which: indicator = 'Order interval'.")
  }
  if (id === undefined) return unread({ kind: 'text', value: name }, 'is no indicator')
  const printed = ctx.printed(candidatesFor(id, tests, ctx), shown)
  if (printed !== undefined) return printed
  const value = take(tests, valueTest)
  const [left] = tests
  if (left !== undefined) return unread(left, 'is nothing that indicators can be narrowed by')
  const found: IndicatorCondition = { type: 'indicator', indicator: id, ...value }
  const isNumber = ctx.indicator(id).kind === 'number'
  if (isNumber !== (value !== undefined)) {
    return isNumber
      ? unread(shown, 'asks for a number without comparing it', 'Compare it: value > 30.')
      : unread(shown, 'compares a status, which holds or does not')
  }
  return test.not ? { none: [found] } : found
}

/** A part of the statement that is an indicator, as it still is. */
function namedIn({ from, where }: Query, test: Expression, ctx: SqlContext): SqlReading {
  const [source, another] = from
  if (source?.part?.startsWith(INDICATOR_PART) !== true || another !== undefined) return undefined
  const name = source.part.slice(INDICATOR_PART.length)
  const id = ctx.indicatorId(name) ?? ctx.indicatorId(/ \(([^()]+)\)$/.exec(name)?.[1] ?? '')
  if (id === undefined) return undefined
  const found = ctx.printed(candidatesFor(id, conjunctsOf(where), ctx), test)
  if (found === undefined && ctx.indicator(id).kind === 'status') {
    ctx.assume(`The indicator ${name} is different by now, so its criteria are written out.`)
    return source.query === undefined ? undefined : ctx.criteria(source.query)
  }
  return found ?? unread(test, `is not what the indicator ${name} is by now`, `Ask for it by its name.`)
}

/** The status, or the number compared as it stands, and as it is where those who fail are left out. */
function candidatesFor(
  id: string,
  tests: readonly Expression[],
  ctx: SqlContext,
): readonly IndicatorCondition[] {
  if (ctx.indicator(id).kind === 'status') return [{ type: 'indicator', indicator: id }]
  const compared = tests.flatMap((test) => {
    const found = numberTest(test, isNamed('value'))
    return found === undefined ? [] : [found, opposite(found)]
  })
  return compared.flatMap((one): IndicatorCondition[] => {
    const asked = comparisonIn(one)
    return asked.denied ? [] : [{ type: 'indicator', indicator: id, ...asked.test }]
  })
}

function valueTest(test: Expression) {
  const found = numberTest(test, isNamed('value'))
  const asked = found && comparisonIn(found)
  return asked === undefined || asked.denied ? undefined : asked.test
}
