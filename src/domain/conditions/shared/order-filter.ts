import { type RawBuilder, sql } from 'kysely'
import { foldText, joinWords } from '#kernel/text.ts'
import type { Source } from '#db/schema.ts'
import type { OrderRecord } from '../../customers/record.ts'
import { basketPasses, basketProblems, basketRaw, basketText, basketWords, looksInside } from './basket.ts'
import { compare, inMinor, isUpTo, moneyWords } from './comparison.ts'
import { comparisonRaw, comparisonText } from './comparison-sql.ts'
import type { PlanContext, Problem, ReadingContext } from '../define.ts'
import type { OrderFilter } from './filters.ts'
import { anyOf } from './value-words.ts'
import { isAmong } from './text-match.ts'
import { unknownValues, unpayable } from './problems.ts'
import { recurs } from './recurring.ts'
import { recurringRaw, recurringText } from './recurring-sql.ts'
import { recurringWords } from './recurring-words.ts'
import { oneOfText, spelledText } from './sql-text.ts'

/** Follows "orders": `through the channel online with a discount`. No "and": that would begin another condition. */
export function orderFilterWords(filter: OrderFilter, ctx: ReadingContext): string {
  const parts: string[] = []
  if (filter.channel !== undefined) parts.push(`through the channel ${anyOf(filter.channel)}`)
  if (filter.device !== undefined) parts.push(`on the device ${anyOf(filter.device)}`)
  if (filter.code !== undefined) parts.push(`with the discount code ${anyOf(filter.code)}`)
  if (filter.coded !== undefined)
    parts.push(filter.coded ? 'with any discount code' : 'without a discount code')
  if (filter.discounted !== undefined) parts.push(filter.discounted ? 'with a discount' : 'at full price')
  if (filter.discount !== undefined)
    parts.push(`with a discount of ${moneyWords(filter.discount, ctx.currency)}`)
  if (filter.status !== undefined)
    parts.push(`with the status ${joinWords(filter.status.map(statusWords), 'or')}`)
  if (filter.total !== undefined) parts.push(`with a total of ${moneyWords(filter.total, ctx.currency)}`)
  parts.push(...basketWords(filter, ctx), ...recurringWords(filter))
  return parts.join(' ')
}

const statusWords = (status: string): string => status.replace('_', ' ')

/** Tests on a row of `orders` under an alias. */
export function orderFilterRaw(
  filter: OrderFilter | undefined,
  alias: string,
  ctx: PlanContext,
): RawBuilder<boolean>[] {
  if (filter === undefined) return []
  const { dialect, dictionary } = ctx
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const tests: RawBuilder<boolean>[] = []
  if (filter.status !== undefined) tests.push(dialect.oneOf(column('status'), filter.status))
  for (const key of ['channel', 'device'] as const) {
    const names = filter[key]
    if (names !== undefined) tests.push(dialect.oneOf(column(key), dictionary.spellings(key, names)))
  }
  if (filter.code !== undefined) {
    tests.push(dialect.oneOf(column('discount_key'), filter.code.map(foldText)))
  }
  if (filter.coded !== undefined) {
    tests.push(sql<boolean>`${column('discount_key')} IS ${sql.raw(filter.coded ? 'NOT NULL' : 'NULL')}`)
  }
  if (filter.discounted !== undefined) {
    const [some, none] = [sql`> 0 OR`, sql`= 0 AND`]
    tests.push(
      filter.discounted
        ? sql<boolean>`(${column('discount_total')} ${some} ${column('discount_key')} IS NOT NULL)`
        : sql<boolean>`(${column('discount_total')} ${none} ${column('discount_key')} IS NULL)`,
    )
  }
  if (filter.discount !== undefined) {
    tests.push(comparisonRaw(column('discount_total'), inMinor(filter.discount, ctx.currency)))
    if (isUpTo(filter.discount)) tests.push(sql<boolean>`${column('discount_total')} <> 0`)
  }
  if (filter.total !== undefined) {
    tests.push(comparisonRaw(column('total'), inMinor(filter.total, ctx.currency)))
  }
  tests.push(...recurringRaw(filter, column('ordered_at'), ctx), ...basketRaw(filter, alias, ctx))
  return tests
}

/** The same on a row of the view `v_orders`. */
export function orderFilterText(filter: OrderFilter | undefined, ctx: PlanContext): string[] {
  if (filter === undefined) return []
  const tests: string[] = []
  if (filter.status !== undefined) tests.push(oneOfText('status', filter.status))
  for (const key of ['channel', 'device'] as const) {
    const names = filter[key]
    if (names === undefined) continue
    tests.push(spelledText(key, names, ctx))
  }
  if (filter.code !== undefined) {
    tests.push(oneOfText('discount_code_key', filter.code.map(foldText)))
  }
  if (filter.coded !== undefined) tests.push(`discount_code_key IS ${filter.coded ? 'NOT NULL' : 'NULL'}`)
  if (filter.discounted === true) {
    tests.push('(discount_total > 0 OR discount_code IS NOT NULL)')
  }
  if (filter.discounted === false) {
    tests.push('discount_total = 0 AND discount_code IS NULL')
  }
  if (filter.discount !== undefined) {
    tests.push(comparisonText('discount_total', filter.discount))
    if (isUpTo(filter.discount)) tests.push('discount_total <> 0')
  }
  if (filter.total !== undefined) tests.push(comparisonText('total', filter.total))
  tests.push(...recurringText(filter, 'ordered_at', ctx), ...basketText(filter))
  return tests
}

/** The same in memory. */
export function orderPasses(
  filter: OrderFilter | undefined,
  order: OrderRecord,
  ctx: ReadingContext,
): boolean {
  if (filter === undefined) return true
  const discounted = order.discount > 0 || order.code !== null
  return (
    (filter.status?.some((status) => status === order.status) ?? true) &&
    isAmong(order.channel, filter.channel) &&
    isAmong(order.device, filter.device) &&
    isAmong(order.code, filter.code) &&
    (filter.coded === undefined || filter.coded === (order.code !== null)) &&
    (filter.discounted === undefined || filter.discounted === discounted) &&
    (filter.discount === undefined ||
      (order.discount > 0 && compare(order.discount, inMinor(filter.discount, ctx.currency)))) &&
    (filter.total === undefined || compare(order.total, inMinor(filter.total, ctx.currency))) &&
    recurs(filter, order.at, ctx.zone) &&
    basketPasses(filter, order, ctx)
  )
}

/** Tables that the filtered orders depend on. */
export const orderSources = (filter: OrderFilter | undefined): readonly Source[] =>
  looksInside(filter) ? ['orders', 'products'] : ['orders']

export const orderFilterProblems = (
  filter: OrderFilter | undefined,
  ctx: PlanContext,
  path: readonly (string | number)[],
): Problem[] => [
  ...unknownValues(ctx.dictionary, 'channel', filter?.channel, [...path, 'channel']),
  ...unknownValues(ctx.dictionary, 'device', filter?.device, [...path, 'device']),
  ...unknownValues(ctx.dictionary, 'discount_code', filter?.code, [...path, 'code']),
  ...unpayable(filter?.discount, ctx.currency, [...path, 'discount', 'value']),
  ...unpayable(filter?.total, ctx.currency, [...path, 'total', 'value']),
  ...(filter === undefined ? [] : basketProblems(filter, ctx, path)),
]
