import { z } from 'zod'
import { formatMoney, fromMinor } from '#kernel/money.ts'
import { countOf, joinWords } from '#kernel/text.ts'
import { windowSchema } from '../../time/window.ts'
import {
  type Comparison,
  compare,
  comparedSchema,
  comparisonOf,
  inMinor,
  isNone,
  isSome,
  normalComparison,
  normalCount,
  OPERATORS,
  refineAmount,
  refineComparison,
  refineCount,
} from '../shared/comparison.ts'
import type { ConditionDefinition, ReadingContext } from '../define.ts'
import { countMiss, moneyMiss } from '../shared/miss.ts'
import { orderFilterSchema, type ProductFilter, productFilterSchema } from '../shared/filters.ts'
import { normalOrderFilter, normalProductFilter } from '../shared/normal-filter.ts'
import { orderFilterProblems } from '../shared/order-filter.ts'
import { valueWords } from '../shared/value-words.ts'
import { unpayable } from '../shared/problems.ts'
import { productFilterProblems } from '../shared/product-filter.ts'
import {
  AT_LEAST_ONCE,
  LINE_MEASURES,
  type LinesTest,
  NEVER,
  planLines,
  planOutside,
} from './purchase-plans.ts'
import { linesPredicate, onlyPredicate } from './purchase-predicates.ts'
import { type LineRecord, lineSelected, linesIn } from './purchase-rows.ts'
import type { Selection } from '../shared/selection.ts'
import { boughtWords, scopeWords, selectionWords } from './purchase-words.ts'
import { not } from '../shared/set-query.ts'
import { productNounPhrases } from './product-noun-phrases.ts'
import { productBuyers } from './product-buyers-phrases.ts'
import { productOrdersPhrases } from './product-orders-phrases.ts'
import { impliedPhrases } from './bought-none-phrases.ts'
import { purchasePhrases } from './purchases-phrases.ts'
import { productColumn } from './product-column-phrases.ts'
import { purchasesFromSql } from './purchases-from-sql.ts'

/**
 * A test over a customer's order lines.
 * - `any` (the usual): the measure over the lines that match `of` (and not `except`) passes the comparison,
 *   which is "at least 1 order" when none is given.
 * - `all`: the same holds for each value of the one key in `of` by itself ("bought X and Y").
 * - `only`: at least one such line, and no line outside `of`.
 * - `none`: no such line.
 *
 * @example { type: 'purchases', match: 'any', of: { category: ['Tea'] }, measure: 'orders', op: '>=', value: 2 }
 */
export const purchasesSchema = z
  .strictObject({
    type: z.literal('purchases'),
    match: z.enum(['any', 'all', 'only', 'none']),
    of: productFilterSchema,
    except: productFilterSchema.optional(),
    measure: z.enum(LINE_MEASURES).optional(),
    op: z.enum(OPERATORS).optional(),
    value: comparedSchema.optional(),
    within: windowSchema.optional(),
    where: orderFilterSchema.optional(),
  })
  .superRefine((c, ctx) => {
    const refuse = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [key], message })
    if (c.match === 'only' || c.match === 'none') {
      for (const key of ['measure', 'op', 'value'] as const) {
        if (c[key] !== undefined) refuse(key, `"${c.match}" compares nothing: leave ${key} out`)
      }
      return
    }
    if (c.match === 'all' && (Object.keys(c.of).length !== 1 || c.of.price !== undefined)) {
      refuse('of', '"all" takes exactly one of product, category, brand, sku, tag, with its values')
    }
    refineComparison(c, ctx)
    if ((c.measure === undefined) !== (c.op === undefined)) {
      refuse('measure', 'a comparison needs its measure, and a measure a comparison: give both or neither')
    }
    if (c.measure === 'spend') refineAmount(c.value, ctx)
    else refineCount(c.value, ctx)
  })
export type PurchasesCondition = z.infer<typeof purchasesSchema>

export const purchases: ConditionDefinition<'purchases', PurchasesCondition> = {
  type: 'purchases',
  entity: 'customer',
  schema: purchasesSchema,
  form: {
    title: 'What they bought',
    start: { type: 'purchases', match: 'any', of: { category: ['Tea'] } },
  },
  meaning:
    'Order lines that match of. any: at least 1 order unless op says else. all: so for each value by itself. only: and nothing else. none: no such line',
  phrases: [
    ...impliedPhrases,
    ...purchasePhrases,
    productBuyers,
    ...productOrdersPhrases,
    ...productNounPhrases,
    productColumn,
  ],
  deeds: [...purchasePhrases, productBuyers, ...productOrdersPhrases, ...productNounPhrases],
  neighbours(condition) {
    const several = Object.values(condition.of).some((value) => Array.isArray(value) && value.length > 1)
    if (!several || condition.measure !== undefined || Object.keys(condition.of).length > 1) return []
    if (condition.match === 'any')
      return [{ instead: 'all of them instead of any', criteria: { ...condition, match: 'all' } }]
    return condition.match === 'all'
      ? [{ instead: 'any of them instead of all', criteria: { ...condition, match: 'any' } }]
      : []
  },
  called: () => 'product purchase category brand item bought',
  money: ({ measure }) => measure === 'spend',
  normal,
  sources: () => ['orders', 'products'],
  check: (condition, ctx) => [
    ...productFilterProblems(condition.of, ctx, ['of']),
    ...productFilterProblems(condition.except, ctx, ['except']),
    ...(condition.measure === 'spend' ? unpayable(comparisonOf(condition), ctx.currency, ['value']) : []),
    ...orderFilterProblems(condition.where, ctx, ['where']),
  ],
  words(condition, ctx) {
    const asked = { measure: condition.measure ?? 'orders', test: comparisonOf(condition) }
    const counts = condition.match === 'none' || (asked.test !== undefined && asked.measure === 'orders')
    const scope = scopeWords(condition, ctx, counts ? 'whole' : undefined)
    switch (condition.match) {
      case 'any':
      case 'all':
        return `${boughtWords(condition, { ...asked, each: selectionsOf(normal(condition)).length > 1 }, ctx)}${scope}`
      case 'only':
        return `bought ${selectionWords(condition, ctx, 'only products')}${scope}`
      case 'none':
        return `${scope === '' ? 'have never bought' : 'have not bought'} ${selectionWords(condition, ctx)}${scope}`
    }
  },
  plan(condition, ctx) {
    const lines = testsOf(condition, testOf(condition, ctx)).map((asked) => planLines(asked, ctx))
    switch (condition.match) {
      case 'any':
      case 'all':
        return { kind: 'all', of: lines }
      case 'only':
        return { kind: 'all', of: [...lines, not(planOutside(condition, ctx))] }
      case 'none':
        return not({ kind: 'all', of: lines })
    }
  },
  predicate(condition, ctx) {
    const test = condition.match === 'none' ? NEVER : (comparisonOf(condition) ?? AT_LEAST_ONCE)
    const lines = testsOf(condition, test)
    const [only] = lines
    return condition.match === 'only' && only !== undefined
      ? onlyPredicate(only, ctx)
      : linesPredicate(lines, ctx)
  },
  fromSql: (test, ctx) => (test.kind === 'members' ? purchasesFromSql(test, ctx) : undefined),
  holds(condition, customer, _population, ctx) {
    const lines = linesIn(customer, condition, ctx)
    const passes = testsOf(condition, testOf(condition, ctx)).map((asked) =>
      compare(measured(asked, lines, ctx), asked.test),
    )
    switch (condition.match) {
      case 'any':
      case 'all':
        return passes.every(Boolean)
      case 'only':
        return passes.every(Boolean) && lines.every((line) => lineSelected(line, condition, ctx))
      case 'none':
        return !passes.some(Boolean)
    }
  },
  actual(condition, customer, _population, ctx) {
    const lines = linesIn(customer, condition, ctx)
    const outside = lines.filter((line) => !lineSelected(line, condition, ctx))
    const bought = testsOf(condition, AT_LEAST_ONCE).map((asked) => {
      const amount = measured(asked, lines, ctx)
      const what = selectionWords(asked, ctx)
      if (amount === 0) return `has not bought ${what}`
      switch (asked.measure) {
        case 'orders':
          return `bought ${what} ${countOf(amount, 'time')}`
        case 'quantity':
          return `bought ${countOf(amount, 'unit')} of ${what}`
        case 'spend':
          return `spent ${formatMoney(fromMinor(amount, ctx.currency), ctx.currency)} on ${what}`
      }
    })
    if (condition.match === 'only' && outside.length > 0) {
      const titles = [...new Set(outside.map((line) => line.product.title))].slice(0, 3)
      bought.push(`bought ${joinWords(titles.map(valueWords), 'and')} too`)
    }
    return `${joinWords(bought, 'and')}${scopeWords(condition, ctx)}`
  },
  miss(condition, customer, _population, ctx) {
    if (condition.match !== 'any') return undefined
    const lines = linesIn(customer, condition, ctx)
    const [asked] = testsOf(condition, testOf(condition, ctx))
    if (asked === undefined) return undefined
    const { measure, test } = asked
    const n = measured(asked, lines, ctx)
    const of = selectionWords(asked, ctx)
    if (measure === 'spend') return moneyMiss(n, test, { currency: ctx.currency, what: `spent on ${of}` })
    return measure === 'orders'
      ? countMiss(n, test, `order with ${of}`, `orders with ${of}`)
      : countMiss(n, test, `unit of ${of}`, `units of ${of}`)
  },
}

/** Each value once; "all" of one value is "any" of it. */
function normal(condition: PurchasesCondition): PurchasesCondition {
  const of = normalProductFilter(condition.of)
  const several = Object.values(of).some((values) => Array.isArray(values) && values.length > 1)
  return normalMeasure({
    ...condition,
    match: condition.match === 'all' && !several ? 'any' : condition.match,
    of,
    ...(condition.except && { except: normalProductFilter(condition.except) }),
    ...(condition.where && { where: normalOrderFilter(condition.where) }),
  })
}

/** "At least 1 order" goes without saying, "no order" is what `none` is for. */
function normalMeasure(condition: PurchasesCondition): PurchasesCondition {
  const { measure, op: _op, value: _value, ...others } = condition
  const test = comparisonOf(condition)
  if (test === undefined) return condition
  if (measure !== 'orders') return { ...condition, ...normalComparison(test) }
  if (isSome(test)) return others
  return isNone(test) ? { ...others, match: 'none' } : { ...others, measure, ...normalCount(test) }
}

/** `all` asks for each value by itself, the others for the filter as it stands. */
function selectionsOf({ match, of, except }: PurchasesCondition): readonly Selection[] {
  if (match !== 'all') return [{ of, except }]
  const keys = ['product', 'category', 'brand', 'sku', 'tag'] as const
  return keys.flatMap((key) =>
    (of[key] ?? []).map((value): Selection => ({ of: { [key]: [value] } satisfies ProductFilter, except })),
  )
}

const testsOf = (condition: PurchasesCondition, test: Comparison): readonly LinesTest[] =>
  selectionsOf(condition).map((selection) => ({
    ...selection,
    within: condition.within,
    where: condition.where,
    measure: condition.measure ?? 'orders',
    test,
  }))

/** The comparison in what is stored: money in minor units. */
function testOf(condition: PurchasesCondition, { currency }: ReadingContext): Comparison {
  const test = comparisonOf(condition) ?? AT_LEAST_ONCE
  return condition.measure === 'spend' ? inMinor(test, currency) : test
}

function measured(
  { measure, ...asked }: LinesTest,
  lines: readonly LineRecord[],
  ctx: ReadingContext,
): number {
  const selected = lines.filter((line) => lineSelected(line, asked, ctx))
  switch (measure) {
    case 'orders':
      return new Set(selected.map((line) => line.orderId)).size
    case 'quantity':
      return selected.reduce((sum, line) => sum + line.quantity, 0)
    case 'spend':
      return selected.reduce((sum, line) => sum + line.quantity * line.price, 0)
  }
}
