import { type Described, peopleIn } from '../../language/grammar/inner.ts'
import { type Doubt, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { window } from '../../language/grammar/window.ts'
import { clauseAt } from './rank-clause-phrases.ts'
import { groupTo, isImplied, placeAt } from './rank-group-phrases.ts'
import { type Measure, measureAt, plainMeasureAt } from './rank-measure-phrases.ts'
import { perAt, type Size, sizeAt, superlative } from './rank-parts-phrases.ts'
import type { RankCondition } from './rank.ts'

const top = phrase(
  'top|best|highest|biggest|largest|most|greatest',
  'the? single? top|best|highest|biggest|most',
  'our|my|your top|best|biggest|highest',
  'top|highest ranked|ranking',
)
const bottom = phrase('bottom|lowest|worst|smallest|least', 'the? single? bottom|lowest|worst|smallest|least')
const people = phrase(
  'customers|customer|people|buyers|clients|shoppers|ones|users|subscribers|contacts|accounts',
  'of all? our? customers|people|buyers|shoppers|clients',
  'of the customers|buyers|people',
)
const article = phrase('the|our|my')
const one = phrase('customer|person|buyer|client|shopper|spender|one')
const by = phrase(
  'by|ranked|sorted|per|ordered|measured',
  'in terms of',
  'based on',
  'ranked|sorted|ordered|measured by',
  'as measured by',
  'by|in total|lifetime|overall',
  'on|for|in',
  'according to',
  'when ranked|sorted by',
)
const ofWord = phrase('of our|my|the|all|your?')
const lead = phrase(
  'in|among|within|amongst|into|from',
  'in|among|within|into the',
  'the|our|my',
  'one of the?',
  'ranked in the?',
)
const amongWord = phrase(
  'among|amongst',
  'among|amongst those|people|customers|buyers|the|all|our?',
  'out of those|the|all|our?',
  'of|within those',
  'from among',
  'but|and only among',
)

const others = phrase(',? or|and|but')

/** A rank as it is read, piece by piece. */
interface Pieces {
  readonly size: Size
  readonly direction: 'top' | 'bottom'
  measure?: Measure
  per?: RankCondition['per']
  group?: Described & { readonly text: string }
  end: number
}

/** `top 10% of spenders`, `best 100 customers in Germany by order count`, `top 20% by AOV among people with 3+ orders`. */
const ranked: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const opened = headAt(reading, polar) ?? headAt(reading, skip(reading, polar, lead))
  if (opened === undefined) return undefined
  const { head, pieces } = opened
  if (pieces.measure === undefined) readGroupAndMeasure(reading, pieces)
  readTail(reading, pieces)
  return { value: meant(reading, pieces, { from: at, head, negative }), end: pieces.end }
}

/** "top 50 customers", "50 best customers", "the highest spending 50 customers". */
function headAt(reading: Reading, at: number): { head: number; pieces: Pieces } | undefined {
  const clause = superlative(reading, at)
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
  const down = bottom(reading, from)
  const head = Math.max(up, down)
  if (head < 0) return undefined
  const direction = up >= down ? 'top' : 'bottom'
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

const bare = (measure: Measure['by']): Measure => ({ by: measure, assumptions: [], doubts: [] })
const spenders = phrase(
  'of? our|my|the|all? lifetime|overall|total? spenders|spender',
  'of? our|my|the? all time spenders',
  'of? the? spend|spending',
)

/** "top 10% of spenders", "top 100 by spend": the measure right behind the size. */
function measureNoun(reading: Reading, at: number): Found<Measure> | undefined {
  const noun = spenders(reading, at)
  if (noun >= 0) return { value: bare('spend'), end: noun }
  // "top ten Nike spenders": by what they spent on it.
  const onProducts = measureAt(reading, at)
  if (onProducts?.value.of !== undefined && SPENDERS.test(spokenAt(reading, at, onProducts.end)))
    return onProducts
  return measureBy(reading, skip(reading, at, people))
}

const SPENDERS = /\bspenders?\b/
const spokenAt = (reading: Reading, from: number, to: number): string =>
  reading.tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ')

function measureBy(reading: Reading, at: number): Found<Measure> | undefined {
  const opened = by(reading, at)
  return opened < 0 ? undefined : measureAt(reading, opened)
}

const MOST_AHEAD = 24

/** "… of customers in France by spend": whoever is described up to the measure. */
function readGroupAndMeasure(reading: Reading, pieces: Pieces): void {
  const early = perAt(reading, pieces.end) ?? window(reading, pieces.end)
  const last = Math.min(pieces.end + MOST_AHEAD, reading.tokens.length)
  for (let at = pieces.end + 1; at < last; at++) {
    if (/^[.;)]$/.test(reading.tokens[at]?.word ?? '')) break
    const noun = spenders(reading, at)
    const measure = noun >= 0 ? { value: bare('spend'), end: noun } : measureBy(reading, at)
    if (measure === undefined) continue
    const within = early !== undefined && early.end === at ? early : undefined
    const from = skip(reading, pieces.end, ofWord)
    const described = within === undefined ? peopleIn(reading, from, at) : undefined
    if (described === undefined && within === undefined) continue
    if (described !== undefined) pieces.group = { ...described, text: said(reading, from, at) }
    else readTail(reading, pieces)
    pieces.measure = withWindow(measure.value, pieces.measure)
    pieces.end = measure.end
    return
  }
}

const withWindow = (measure: Measure, before: Measure | undefined): Measure =>
  measure.within === undefined && before?.within !== undefined
    ? { ...measure, within: before.within, assumptions: [...measure.assumptions, ...before.assumptions] }
    : measure

/** What can still follow: a time, the measure, in each of what, among whom. */
function readTail(reading: Reading, pieces: Pieces): void {
  for (;;) {
    const { end } = pieces
    if (pieces.measure === undefined || pieces.measure.within === undefined) readTime(reading, pieces)
    if (pieces.measure === undefined) {
      const measure = measureBy(reading, pieces.end)
      if (measure !== undefined) {
        pieces.measure = measure.value
        pieces.end = measure.end
      }
    }
    const per = pieces.per === undefined ? perAt(reading, pieces.end) : undefined
    if (per !== undefined) {
      pieces.per = per.value
      pieces.end = per.end
    }
    if (pieces.group === undefined) readGroup(reading, pieces)
    pieces.end = skip(reading, pieces.end, people)
    if (pieces.end === end) return
  }
}

function readTime(reading: Reading, pieces: Pieces): void {
  const timing = window(reading, pieces.end)
  if (timing === undefined) return
  const [within, more] = timing.value.windows
  const measure = pieces.measure
  if (measure === undefined && measureBy(reading, timing.end) === undefined) return
  const doubts = [...timing.value.doubts]
  if (more !== undefined)
    doubts.push(question(pieces.end, timing.end, 'Which of these times should the ranking be over?'))
  const known = measure ?? measureBy(reading, timing.end)?.value
  if (known === undefined) return
  pieces.measure = {
    ...known,
    ...(within === undefined ? {} : { within }),
    assumptions: [...known.assumptions, ...timing.value.assumptions],
    doubts: [...known.doubts, ...doubts],
  }
  pieces.end = measure === undefined ? (measureBy(reading, timing.end)?.end ?? timing.end) : timing.end
}

/** "among people with at least 3 orders", "in France" right behind the measure. */
function readGroup(reading: Reading, pieces: Pieces): void {
  const opened = amongWord(reading, pieces.end)
  if (opened >= 0) {
    const found = groupTo(reading, opened)
    if (found === undefined) return
    pieces.group = { ...found.value, text: said(reading, opened, found.end) }
    pieces.end = found.end
    return
  }
  // “500 drawn at random or those who …”: others beside them.
  if (pieces.measure?.by === 'random' && others(reading, pieces.end) < 0) {
    const drawn = groupTo(reading, skip(reading, pieces.end, ofWord))
    if (drawn === undefined) return
    pieces.group = { ...drawn.value, text: said(reading, pieces.end, drawn.end) }
    pieces.end = drawn.end
    return
  }
  const place = pieces.measure === undefined ? undefined : placeAt(reading, pieces.end)
  if (place === undefined) return
  pieces.group = { ...place.value, text: said(reading, pieces.end, place.end) }
  pieces.end = place.end
}

function meant(
  reading: Reading,
  { size, direction, measure, per, group, end }: Pieces,
  { from, head, negative }: { from: number; head: number; negative: boolean },
): Meaning {
  const doubts: Doubt[] = [...(measure?.doubts ?? []), ...(group?.doubts ?? [])]
  if (measure === undefined) doubts.push(byWhat(reading, from, head, end))
  const assumptions = [...(measure?.assumptions ?? []), ...(group?.assumptions ?? [])]
  if (measure === undefined || doubts.length > 0) return { assumptions, doubts, people: true }
  const { by: name, of, where, within } = measure
  const among = isImplied(group?.criteria, of) ? undefined : group?.criteria
  if (among !== undefined) assumptions.push(`Only these people are ranked: ${group?.text.trim() ?? ''}.`)
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

export const rankPhrases: readonly Parser<Meaning>[] = [ranked]
