import { countOf } from '#kernel/text.ts'
import type { InnerReadings, ReadingContext } from '../define.ts'
import { numberWords } from '../shared/comparison.ts'
import { productFilterWords } from '../shared/product-filter.ts'
import { scopeWords } from '../purchases/purchase-words.ts'
import type { RankCondition } from './rank.ts'
import type { RankMeasure } from './rank-values.ts'

const MEASURE_WORDS: Readonly<Record<Exclude<RankMeasure, 'random'>, string>> = {
  spend: 'money spent',
  net_spend: 'money spent net of refunds',
  orders: 'number of orders',
  quantity: 'number of units bought',
  average: 'average order',
  largest: 'largest order',
  discount: 'money saved through discounts',
  last_date: 'date of the last order',
  first_date: 'date of the first order',
  signed_up: 'date of signing up',
}

/**
 * `are among the top 10% by money spent in the last 90 days`,
 * `are among the top 5% by money spent on any product in the category Tea among those who (…)`
 */
export function rankWords(
  condition: RankCondition,
  ctx: ReadingContext,
  inner: Pick<InnerReadings, 'words'>,
): string {
  const { direction, percent, customers = 0, per, among } = condition
  const size = percent === undefined ? countOf(customers, 'customer') : `${numberWords(percent)}%`
  const each = per === undefined ? '' : ` of each ${per}`
  const group = among === undefined ? '' : ` among those who (${inner.words(among)})`
  return condition.by === 'random'
    ? `are among ${size}${each} drawn at random${group}`
    : `are among the ${direction} ${size}${each} by ${measureWords(condition, ctx)}${group}`
}

function measureWords(condition: RankCondition, ctx: ReadingContext): string {
  const { by, of, direction } = condition
  if (by === 'random') return ''
  const products =
    of === undefined ? '' : `${PRODUCT_WORDS[by] ?? ''} any product ${productFilterWords(of, ctx)}`
  const first = direction === 'top' ? 'latest' : 'earliest'
  const dated = by === 'last_date' || by === 'first_date' || by === 'signed_up' ? ` (${first} first)` : ''
  return `${MEASURE_WORDS[by]}${dated}${products}${scopeWords(condition, ctx)}`
}

/** What joins a measure and the products that it is of. */
const PRODUCT_WORDS: Readonly<Partial<Record<RankMeasure, string>>> = {
  spend: ' on',
  orders: ' with',
  quantity: ' of',
}
