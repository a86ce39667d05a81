import type { Described } from '../../language/grammar/inner.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { clauseAt } from './rank-clause-phrases.ts'
import { type Measure, measureAt, plainMeasureAt } from './rank-measure-phrases.ts'
import { recentBuyers, recentSignUps, type Size, sizeAt, superlative } from './rank-parts-phrases.ts'
import type { RankCondition } from './rank.ts'

/** A rank as it is read, piece by piece. */
export interface Pieces {
  readonly size: Size
  readonly direction: 'top' | 'bottom'
  measure?: Measure
  per?: RankCondition['per']
  group?: Described & { readonly text: string }
  end: number
}

const top = phrase(
  'top|upper|best|highest|biggest|largest|most|greatest',
  'the? single? top|best|highest|biggest|most',
  'our|my|your top|best|biggest|highest',
  'top|highest ranked|ranking',
)
const bottom = phrase(
  'bottom|lower|lowest|worst|smallest|least',
  'the? single? bottom|lower|lowest|worst|smallest|least',
)
export const people = phrase(
  'customers|customer|people|buyers|clients|shoppers|ones|users|subscribers|contacts|accounts',
  'of all? our? customers|people|buyers|shoppers|clients',
  'of the customers|buyers|people',
)
export const article = phrase('the|our|my')
const one = phrase('customer|person|buyer|client|shopper|spender|one')
const by = phrase(
  'by|ranked|sorted|per|ordered|measured',
  'in terms of',
  'based on',
  'ranked|sorted|ordered|measured by',
  'as measured by',
  'by|in total|lifetime|overall',
  'on|for|in',
  ',? according to',
  ',? judged|rated|scored|going on|by',
  ',? measured|ranked|sorted|based by|on',
  ',|- by',
  'when ranked|sorted by',
)
/** "top 50 customers", "50 best customers", "the highest spending 50 customers". */
export function headAt(reading: Reading, at: number): { head: number; pieces: Pieces } | undefined {
  const clause = superlative(reading, at) ?? recentSignUps(reading, at) ?? recentBuyers(reading, at)
  if (clause !== undefined) {
    const { size, direction, measure } = clause.value
    return { head: at, pieces: { size, direction, measure, end: clause.end } }
  }
  const before = sizeAt(reading, at)
  const counted = sizeAt(reading, skip(reading, at, article))
  const described = counted === undefined ? undefined : clauseAt(reading, counted)
  if (described !== undefined) {
    const { size, direction, measure, group, from, to } = described.value
    const text = said(reading, from, to)
    return { head: at, pieces: { size, direction, measure, group: { ...group, text }, end: described.end } }
  }
  const from = before?.end ?? at
  const up = top(reading, from)
  // "at least 400" is no rank.
  const down = wordAt(reading, from - 1) === 'at' ? -1 : bottom(reading, from)
  const head = Math.max(up, down)
  if (head < 0) return undefined
  const direction = up >= down ? 'top' : 'bottom'
  const large =
    before === undefined || !LARGEST.test(wordAt(reading, head - 1)) ? -1 : theirOrders(reading, head)
  if (before !== undefined && large >= 0)
    return { head, pieces: { size: before.value, direction, measure: OF_LARGEST, end: large } }
  // "top 20 most frequent buyers" says it twice.
  const twice = before === undefined && direction === 'top' ? superlative(reading, head) : undefined
  if (twice !== undefined && twice.value.direction === 'top') {
    const { size, measure } = twice.value
    return { head, pieces: { size, direction, measure, end: twice.end } }
  }
  const early = plainMeasureAt(reading, head)
  const behind = before ?? sizeAt(reading, early?.end ?? head)
  const single = behind === undefined && one(reading, head) >= 0 ? { customers: 1 } : undefined
  const size = behind?.value ?? single
  if (size === undefined) return undefined
  let end = before === undefined ? (behind?.end ?? head) : (early?.end ?? head)
  const known = early === undefined ? measureNoun(reading, end) : undefined
  const measure = known?.value ?? (early === undefined ? undefined : bare(early.value))
  end = known?.end ?? end
  end = skip(reading, end, people)
  return { head, pieces: { size, direction, ...(measure === undefined ? {} : { measure }), end } }
}

const LARGEST = /^(?:biggest|largest|highest)$/
const theirOrders = phrase('single|individual? orders|purchases|baskets|carts|transactions')
/** "the ten biggest orders" are asked for by who placed them. */
const OF_LARGEST: Measure = {
  by: 'largest',
  assumptions: ['Customers are ranked by their largest order, so that each of them counts once.'],
  doubts: [],
}

export const bare = (measure: Measure['by']): Measure => ({ by: measure, assumptions: [], doubts: [] })
export const spenders = phrase(
  'of? our|my|the|all? lifetime|overall|total? spenders|spender',
  'of? our|my|the? all time spenders',
  'of? the? spend|spending',
)

/** "top 10% of spenders", "top 100 by spend": the measure right behind the size. */
function measureNoun(reading: Reading, at: number): Found<Measure> | undefined {
  const noun = spenders(reading, at)
  if (noun >= 0) return { value: bare('spend'), end: noun }
  // "top ten Nike spenders", "of mobile spenders": by what they spent on it, or there.
  const onProducts = measureAt(reading, skip(reading, at, ofAll))
  const told = onProducts?.value.of ?? onProducts?.value.where
  if (onProducts !== undefined && told !== undefined && SPENDERS.test(spokenAt(reading, at, onProducts.end)))
    return onProducts
  return measureBy(reading, skip(reading, at, people))
}

const ofAll = phrase('of our|my|the|all?')
const SPENDERS = /\bspenders?\b/
const spokenAt = (reading: Reading, from: number, to: number): string =>
  reading.tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ')

export function measureBy(reading: Reading, at: number): Found<Measure> | undefined {
  const opened = by(reading, at)
  return opened < 0 ? undefined : measureAt(reading, opened)
}
