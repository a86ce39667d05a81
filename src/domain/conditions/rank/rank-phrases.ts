import { peopleIn } from '../../language/grammar/inner.ts'
import { anyOf, type Meaning } from '../../language/grammar/meaning.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import type { Timing } from '../../language/grammar/timing.ts'
import { rankBandPhrases } from './rank-band-phrases.ts'
import { placeAt } from './rank-group-phrases.ts'
import { article, headAt, measureBy, type Pieces } from './rank-head-phrases.ts'
import { type Measure, timeBefore } from './rank-measure-phrases.ts'
import { meant } from './rank-meaning.ts'
import { rankMeasureFirst } from './rank-measure-first-phrases.ts'
import { readGroupAndMeasure, readTail } from './rank-tail-phrases.ts'
import { rankThen } from './rank-then-phrases.ts'

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
const sparing = phrase(
  ',? minus|without|excluding|except|less the|our?',
  ',? but|and? not the|our?',
  ',? but|and? not in|among the|our?',
)

/** The measure of the rank behind it, which is said once for both. */
function measureBehind(reading: Reading, at: number): Measure | undefined {
  const joint = Math.max(still(reading, at), sparing(reading, at))
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
  const led = skip(reading, polar, lead)
  const opened: Opened | undefined =
    headAt(reading, polar) ?? (led > polar ? headAt(reading, led) : undefined) ?? timedHead(reading, led)
  if (opened === undefined) return undefined
  const { head, pieces } = opened
  if (pieces.measure === undefined) {
    const place = firstOfPlaces(reading, pieces)
    if (place === undefined) readGroupAndMeasure(reading, pieces)
    else Object.assign(pieces, place)
  }
  readTail(reading, pieces)
  const spared = pieces.measure === undefined && isSpared(reading, at, head)
  const earlier = spared
    ? measureBefore(reading, at)
    : pieces.measure === undefined && (under >= 0 || sparing(reading, pieces.end) >= 0)
      ? measureBehind(reading, pieces.end)
      : undefined
  if (earlier !== undefined) pieces.measure = earlier
  const shared = pieces.measure ?? measureOfBoth(reading, pieces)
  const measure = opened.time === undefined ? shared : overTime(shared, opened.time)
  if (measure === undefined) delete pieces.measure
  else pieces.measure = measure
  const value = meant(reading, pieces, { from: at, head, negative })
  const united = negative ? undefined : andElsewhere(reading, pieces, value)
  return united ?? { value, end: pieces.end }
}

/** "Q3’s top 50 spenders", "this year’s 20 best customers": when, before the rank. */
function timedHead(reading: Reading, at: number): Opened | undefined {
  const time = timeBefore(reading, at)
  const found = time === undefined ? undefined : headAt(reading, time.end)
  return found && { ...found, time }
}

interface Opened {
  readonly head: number
  readonly pieces: Pieces
  readonly time?: Found<Timing> | undefined
}

/** What is measured, in the time that was said before the rank. */
function overTime(measure: Measure | undefined, { value }: Found<Timing>): Measure | undefined {
  const [within, more] = value.windows
  if (measure === undefined || within === undefined || more !== undefined || measure.within !== undefined)
    return undefined
  return {
    ...measure,
    within,
    assumptions: [...measure.assumptions, ...value.assumptions],
    doubts: [...measure.doubts, ...value.doubts],
  }
}

/** Behind these a second rank goes on about the first: “top 10% by spend but not the top 1%”. */
const SPARING = /^(?:not|except|excluding|exclude|without|minus|less|but|outside|skip|skipping|never)$/
const isSpared = (reading: Reading, at: number, head: number): boolean =>
  reading.tokens.slice(Math.max(0, at - 2), head).some(({ word }) => SPARING.test(word))

function measureBefore(reading: Reading, at: number): Measure | undefined {
  for (const i of placesBefore(at)) {
    const pieces = headAt(reading, i)?.pieces
    if (pieces === undefined || pieces.end > at) continue
    if (pieces.measure === undefined) readGroupAndMeasure(reading, pieces, at)
    readTail(reading, pieces, at)
    if (pieces.measure === undefined || pieces.end > at || pieces.group !== undefined) continue
    return { ...pieces.measure, assumptions: [] }
  }
  return undefined
}

/** "60 best from France plus 60 best from Italy, by spend": the measure of both, behind the last place. */
function measureOfBoth(reading: Reading, first: Pieces): Measure | undefined {
  const next = elsewhere(reading, first)
  return next && measureBy(reading, next.place.end)?.value
}

/** "top 20 in Paris and top 20 in Lyon": a place by itself, with another behind it. */
function firstOfPlaces(reading: Reading, pieces: Pieces): Pick<Pieces, 'group' | 'end'> | undefined {
  const place = placeAt(reading, pieces.end)
  if (place === undefined) return undefined
  const group = { ...place.value, text: said(reading, pieces.end, place.end) }
  const found = { group, end: place.end }
  return elsewhere(reading, { ...pieces, ...found }) === undefined ? undefined : found
}

/** The same rank in another place, joined to this one. */
function elsewhere(reading: Reading, first: Pieces) {
  const joint = andMore(reading, first.end)
  const next =
    joint < 0 ? undefined : (headAt(reading, joint) ?? headAt(reading, skip(reading, joint, article)))
  const place = next === undefined ? undefined : placeAt(reading, next.pieces.end)
  if (next === undefined || place === undefined || first.group === undefined) return undefined
  return { joint, next, place }
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
  const there = elsewhere(reading, first)
  if (criteria === undefined || there === undefined) return undefined
  const { joint, next, place } = there
  const { size, direction, measure = first.measure } = next.pieces
  if (direction !== first.direction) return undefined
  const group = { ...place.value, text: said(reading, next.pieces.end, place.end) }
  // Said once, behind the last place.
  const behind = next.pieces.measure === undefined ? measureBy(reading, place.end) : undefined
  const same = behind !== undefined && behind.value.by === measure?.by
  const end = same ? behind.end : place.end
  const pieces: Pieces = { size, direction, ...(measure && { measure }), group, end }
  const other = meant(reading, pieces, { from: joint, head: next.head, negative: false })
  if (other.criteria === undefined) return undefined
  const more = andElsewhere(reading, pieces, other)
  const both = anyOf([criteria, more?.value.criteria ?? other.criteria])
  const last = more?.end ?? end
  const sum = 'customers' in size && 'customers' in first.size ? size.customers + first.size.customers : -1
  const told = [...value.assumptions, ...(more?.value.assumptions ?? other.assumptions)]
  return {
    value: { criteria: both, assumptions: [...new Set(told)], doubts: [], people: true },
    end: more === undefined ? totalBehind(reading, last, sum) : last,
  }
}

/** ", so 100 altogether": the sum, where it is right. */
function totalBehind(reading: Reading, at: number, sum: number): number {
  const opened = soMany(reading, at)
  if (opened < 0 || reading.tokens[opened]?.number !== sum) return at
  return skip(reading, opened + 1, inAll)
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
  ...rankMeasureFirst,
  rankThen(ranked),
  ...rankBandPhrases,
]
