import { peopleIn } from '../../language/grammar/inner.ts'
import { anyOf, type Doubt, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { window } from '../../language/grammar/window.ts'
import { rankBandPhrases } from './rank-band-phrases.ts'
import { boughtBy, groupTo, isImplied, placeAt } from './rank-group-phrases.ts'
import { article, bare, headAt, measureBy, people, type Pieces, spenders } from './rank-head-phrases.ts'
import type { Measure } from './rank-measure-phrases.ts'
import { perAt } from './rank-parts-phrases.ts'
import type { RankCondition } from './rank.ts'

const ofWord = phrase('of our|my|the|all|your?')
const lead = phrase(
  'in|among|within|amongst|into|from',
  'in|among|within|into the',
  'the|our|my',
  'one of the?',
  'rank|ranks|ranked|ranking in|among|amongst|within the?',
  'belong|belongs|belonging to|in|among the?',
  'sit|sits|falls|fall in|among|within|into the?',
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

/** `top 10% of spenders`, `best 100 customers in Germany by order count`, `top 20% by AOV among people with 3+ orders`. */
const ranked: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const opened = headAt(reading, polar) ?? headAt(reading, skip(reading, polar, lead))
  if (opened === undefined) return undefined
  const { head, pieces } = opened
  if (pieces.measure === undefined) readGroupAndMeasure(reading, pieces)
  readTail(reading, pieces)
  const spared = pieces.measure === undefined && isSpared(reading, at, head)
  const earlier = spared ? measureBefore(reading, at) : undefined
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
    const described =
      within === undefined
        ? // "top 15 buyers of Coffee by units": the noun was taken for the head of the rank.
          (peopleIn(reading, from, at) ?? peopleIn(reading, pieces.end - 1, at))
        : undefined
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
  // "the lowest spending 10% of our UK buyers"
  const of = pieces.measure === undefined ? -1 : ofWord(reading, pieces.end)
  const whole = of < 0 ? undefined : groupTo(reading, of)
  if (whole?.value.criteria !== undefined) {
    pieces.group = { ...whole.value, text: said(reading, of, whole.end) }
    pieces.end = whole.end
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

export const rankPhrases: readonly Parser<Meaning>[] = [ranked, amongFirst, ...rankBandPhrases]
