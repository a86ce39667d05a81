import { peopleIn } from '../../language/grammar/inner.ts'
import { anyOf, type Doubt, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { rankBandPhrases } from './rank-band-phrases.ts'
import { boughtBy, isImplied, placeAt } from './rank-group-phrases.ts'
import { article, headAt, type Pieces } from './rank-head-phrases.ts'
import type { Measure } from './rank-measure-phrases.ts'
import { readGroupAndMeasure, readTail } from './rank-tail-phrases.ts'
import { rankThen } from './rank-then-phrases.ts'
import type { RankCondition } from './rank.ts'

const lead = phrase(
  'in|among|within|amongst|into|from',
  'in|among|within|into the',
  'the|our|my',
  'one of the?',
  'rank|ranks|ranked|ranking in|among|amongst|within the?',
  'belong|belongs|belonging to|in|among the?',
  'sit|sits|falls|fall in|among|within|into the?',
)

/** "below the top 20% but still in the top 50%": not among them. */
const below = phrase(
  'are|rank|ranks|ranked|sit|sits? below|under|outside|beneath|behind of? the?',
  'just|right below|outside the?',
)
const still = phrase(',? but|and|yet still|also? in|within|inside|among? the?')

/** The measure of the rank behind it, which is said once for both. */
function measureBehind(reading: Reading, at: number): Measure | undefined {
  const joint = still(reading, at)
  const pieces = joint < 0 ? undefined : headAt(reading, joint)?.pieces
  if (pieces === undefined) return undefined
  if (pieces.measure === undefined) readTail(reading, pieces)
  return pieces.measure && { ...pieces.measure, assumptions: [] }
}

/** `top 10% of spenders`, `best 100 customers in Germany by order count`, `top 20% by AOV among people with 3+ orders`. */
const ranked: Parser<Meaning> = (reading, at) => {
  const refused = polarity(reading, at)
  const under = below(reading, refused.end)
  const polar = Math.max(under, refused.end)
  const negative = refused.negative !== under >= 0
  const opened = headAt(reading, polar) ?? headAt(reading, skip(reading, polar, lead))
  if (opened === undefined) return undefined
  const { head, pieces } = opened
  if (pieces.measure === undefined) readGroupAndMeasure(reading, pieces)
  readTail(reading, pieces)
  const spared = pieces.measure === undefined && isSpared(reading, at, head)
  const earlier = spared
    ? measureBefore(reading, at)
    : under >= 0 && pieces.measure === undefined
      ? measureBehind(reading, pieces.end)
      : undefined
  if (earlier !== undefined) pieces.measure = earlier
  const value = meant(reading, pieces, { from: at, head, negative })
  const united = negative ? undefined : andElsewhere(reading, pieces, value)
  return united ?? { value, end: pieces.end }
}

/** Behind these a second rank goes on about the first: “top 10% by spend but not the top 1%”. */
const SPARING = /^(?:not|except|excluding|exclude|without|minus|less|but|outside|skip|skipping|never)$/
const isSpared = (reading: Reading, at: number, head: number): boolean =>
  reading.tokens.slice(Math.max(0, at - 2), head).some(({ word }) => SPARING.test(word))

function measureBefore(reading: Reading, at: number): Measure | undefined {
  for (const i of placesBefore(at)) {
    const pieces = headAt(reading, i)?.pieces
    if (pieces === undefined || pieces.end > at) continue
    if (pieces.measure === undefined) readGroupAndMeasure(reading, pieces)
    readTail(reading, pieces)
    if (pieces.measure === undefined || pieces.end > at || pieces.group !== undefined) continue
    return { ...pieces.measure, assumptions: [] }
  }
  return undefined
}

const andMore = phrase(',? and|plus', ',? as well as')
const soMany = phrase(',|(|- so|making|makes|totalling', ',|(|- i . e . ,?', ',|( that is', 'so|making')
const inAll = phrase(
  'altogether|total|overall|together )?',
  'in total|all|sum )?',
  'of them )?',
  'customers|people in? total|all|altogether? )?',
)

/** "the 50 biggest spenders in France and the 50 biggest in Germany, so 100 altogether": one rank in each place. */
function andElsewhere(reading: Reading, first: Pieces, value: Meaning): Found<Meaning> | undefined {
  const { criteria } = value
  const joint = andMore(reading, first.end)
  const next =
    joint < 0 ? undefined : (headAt(reading, joint) ?? headAt(reading, skip(reading, joint, article)))
  const place = next === undefined ? undefined : placeAt(reading, next.pieces.end)
  if (criteria === undefined || next === undefined || place === undefined || first.group === undefined)
    return undefined
  const { size, direction, measure = first.measure } = next.pieces
  if (direction !== first.direction) return undefined
  const group = { ...place.value, text: said(reading, next.pieces.end, place.end) }
  const pieces: Pieces = { size, direction, ...(measure && { measure }), group, end: place.end }
  const other = meant(reading, pieces, { from: joint, head: next.head, negative: false })
  if (other.criteria === undefined) return undefined
  const more = andElsewhere(reading, pieces, other)
  const both = anyOf([criteria, more?.value.criteria ?? other.criteria])
  const end = more?.end ?? place.end
  const sum = 'customers' in size && 'customers' in first.size ? size.customers + first.size.customers : -1
  const told = [...value.assumptions, ...(more?.value.assumptions ?? other.assumptions)]
  return {
    value: { criteria: both, assumptions: [...new Set(told)], doubts: [], people: true },
    end: more === undefined ? totalBehind(reading, end, sum) : end,
  }
}

/** ", so 100 altogether": the sum, where it is right. */
function totalBehind(reading: Reading, at: number, sum: number): number {
  const opened = soMany(reading, at)
  if (opened < 0 || reading.tokens[opened]?.number !== sum) return at
  return skip(reading, opened + 1, inAll)
}

const UNITS_OF_THOSE = 'Ranked by units of these products alone, whatever else they bought.'

/** A share is one of those who have what it is ranked by. */
const OF_THOSE_WITH_ONE =
  'The share is taken of those of them who have such an order; the others have no place in the ranking.'

function meant(
  reading: Reading,
  { size, direction, measure, per, group, end }: Pieces,
  { from, head, negative }: { from: number; head: number; negative: boolean },
): Meaning {
  const doubts: Doubt[] = [...(measure?.doubts ?? []), ...(group?.doubts ?? [])]
  if (measure === undefined) doubts.push(byWhat(reading, from, head, end))
  const assumptions = [...(measure?.assumptions ?? []), ...(group?.assumptions ?? [])]
  if (measure === undefined || doubts.length > 0) return { assumptions, doubts, people: true }
  const { by: name, where, within } = measure
  // "biggest Coffee buyers by units" are those of Coffee.
  const named = name === 'quantity' && measure.of === undefined ? boughtBy(group?.criteria) : undefined
  const of = measure.of ?? named
  if (named !== undefined) assumptions.push(UNITS_OF_THOSE)
  const among = isImplied(group?.criteria, of) ? undefined : group?.criteria
  if (among !== undefined) assumptions.push(`Only these people are ranked: ${group?.text.trim() ?? ''}.`)
  if (among !== undefined && 'percent' in size && name !== 'random') assumptions.push(OF_THOSE_WITH_ONE)
  if (per !== undefined) assumptions.push(`Customers whose ${per} is unknown are left out.`)
  const condition: RankCondition = {
    type: 'rank',
    by: name,
    direction,
    ...size,
    ...(within === undefined ? {} : { within }),
    ...(where === undefined ? {} : { where }),
    ...(of === undefined ? {} : { of }),
    ...(per === undefined ? {} : { per }),
    ...(among === undefined ? {} : { among }),
  }
  return { criteria: negative ? negated(condition) : condition, assumptions, doubts: [], people: true }
}

function byWhat(reading: Reading, from: number, head: number, end: number): Doubt {
  const text = (tail: string) => `${said(reading, from, Math.max(end, head))} ${tail}`
  return question(from, end, 'Ranked by what?', [
    ['by total spend', text('by total spend')],
    ['by number of orders', text('by number of orders')],
    ['by average order value', text('by average order value')],
  ])
}

const amongLead = phrase(
  'among|amongst|within|of',
  'out of',
  'from|in among?',
  'among|amongst|of those|the people|customers|buyers? who',
)
const thenTake = phrase(
  ',|:|- who|which|what are|is|would be?',
  ',|:|- i|we? want|need|take|give|show|find|get|list|pick|rank|keep me|us?',
  ',|:|-',
)
const MOST_GROUP = 20

/** `among people who never bought, who are the top 25 by orders?`: the ranked stand before the rank. */
const amongFirst: Parser<Meaning> = (reading, at) => {
  const opened = amongLead(reading, at)
  if (opened < 0) return undefined
  for (let comma = opened + 1; comma < Math.min(reading.tokens.length, opened + MOST_GROUP); comma++) {
    const take = thenTake(reading, comma)
    const head =
      take < 0 ? undefined : (headAt(reading, skip(reading, take, article)) ?? headAt(reading, take))
    const group = head === undefined ? undefined : peopleIn(reading, opened, comma)
    if (head === undefined || group?.criteria === undefined) continue
    const { pieces } = head
    pieces.group = { ...group, text: said(reading, opened, comma) }
    if (pieces.measure === undefined) readGroupAndMeasure(reading, pieces)
    readTail(reading, pieces)
    return {
      value: meant(reading, pieces, { from: take, head: head.head, negative: false }),
      end: pieces.end,
    }
  }
  return undefined
}

export const rankPhrases: readonly Parser<Meaning>[] = [
  ranked,
  amongFirst,
  rankThen(ranked),
  ...rankBandPhrases,
]
