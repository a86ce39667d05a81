import { between, noSlots, placeSlots } from '../../language/grammar/buying.ts'
import { peopleIn } from '../../language/grammar/inner.ts'
import { question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, said } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { window } from '../../language/grammar/window.ts'
import { groupTo, placeAt } from './rank-group-phrases.ts'
import { bare, measureBy, people, type Pieces, spenders } from './rank-head-phrases.ts'
import { type Measure, measureAt } from './rank-measure-phrases.ts'
import { perAt } from './rank-parts-phrases.ts'

const ofWord = phrase('of our|my|the|all|your?')
const amongWord = phrase(
  'among|amongst',
  'among|amongst those|people|customers|buyers|the|all|our?',
  'out of those|the|all|our?',
  'of|within those',
  'from among',
  'but|and only among',
)
const others = phrase(',? or|and|but')

const MOST_AHEAD = 24

/** "… of customers in France by spend": whoever is described up to the measure. */
export function readGroupAndMeasure(reading: Reading, pieces: Pieces, to = reading.tokens.length): void {
  if (measureBy(reading, pieces.end) !== undefined) return
  const early = perAt(reading, pieces.end) ?? window(reading, pieces.end)
  const last = Math.min(pieces.end + MOST_AHEAD, to)
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
    else readTail(reading, pieces, to)
    pieces.measure = withWindow(measure.value, pieces.measure)
    pieces.end = measure.end
    return
  }
}

const withWindow = (measure: Measure, before: Measure | undefined): Measure =>
  measure.within === undefined && before?.within !== undefined
    ? {
        ...measure,
        within: before.within,
        assumptions: [...measure.assumptions, ...before.assumptions],
        doubts: [...measure.doubts, ...before.doubts],
      }
    : measure

/** What can still follow: a time, the measure, in each of what, among whom. */
export function readTail(reading: Reading, pieces: Pieces, to = reading.tokens.length): void {
  for (;;) {
    const { end } = pieces
    if (pieces.measure === undefined || pieces.measure.within === undefined) readTime(reading, pieces)
    if (pieces.measure === undefined) {
      const measure = measureBy(reading, pieces.end) ?? measureInBrackets(reading, pieces.end)
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
    readOrders(reading, pieces)
    if (pieces.group === undefined) readGroup(reading, pieces, to)
    pieces.end = skip(reading, pieces.end, people)
    if (pieces.end === end) return
  }
}

const [bracket, closing] = [phrase('('), phrase(')')]

/** "top 5 percent (lifetime spend)" */
function measureInBrackets(reading: Reading, at: number): Found<Measure> | undefined {
  const opened = bracket(reading, at)
  const measure = opened < 0 ? undefined : (measureBy(reading, opened) ?? measureAt(reading, opened))
  const end = measure === undefined ? -1 : closing(reading, measure.end)
  return measure === undefined || end < 0 ? undefined : { value: measure.value, end }
}

const comma = phrase(',', '-', '(', 'for|over|on|across|counting')
const ordersWord = phrase('orders|purchases|order|spend|sales')
const onlyWord = phrase('only|alone|exclusively', 'only )')

/** "top 5% by spend this year, online orders only": what is counted of each. */
function readOrders(reading: Reading, pieces: Pieces): void {
  const { measure } = pieces
  const opened = measure === undefined || measure.where !== undefined ? -1 : comma(reading, pieces.end)
  const slots = noSlots()
  const first = opened < 0 ? -1 : skip(reading, opened, onlyWord)
  const described = first < 0 ? -1 : collect(reading, first, slots, placeSlots, between)
  const noun = described > first ? ordersWord(reading, described) : -1
  const end = noun < 0 ? -1 : Math.max(onlyWord(reading, noun), first > opened ? noun : -1)
  if (measure === undefined || end < 0) return
  pieces.measure = {
    ...measure,
    where: slots.where,
    assumptions: [...measure.assumptions, ...slots.assumptions],
    doubts: [...measure.doubts, ...slots.doubts],
  }
  pieces.end = end
}

function readTime(reading: Reading, pieces: Pieces): void {
  const timing = window(reading, pieces.end)
  if (timing === undefined) return
  const [within, more] = timing.value.windows
  const behind = pieces.measure === undefined ? measureBy(reading, timing.end) : undefined
  const known = pieces.measure ?? behind?.value
  if (known === undefined) return
  const doubts = [...timing.value.doubts]
  if (more !== undefined)
    doubts.push(question(pieces.end, timing.end, 'Which of these times should the ranking be over?'))
  pieces.measure = {
    ...known,
    ...(within === undefined ? {} : { within }),
    assumptions: [...known.assumptions, ...timing.value.assumptions],
    doubts: [...known.doubts, ...doubts],
  }
  pieces.end = behind?.end ?? timing.end
}

/** "among people with at least 3 orders", "in France" right behind the measure. */
function readGroup(reading: Reading, pieces: Pieces, to: number): void {
  const opened = amongWord(reading, pieces.end)
  if (opened >= 0) {
    const found = groupTo(reading, opened, to)
    if (found === undefined) return
    pieces.group = { ...found.value, text: said(reading, opened, found.end) }
    pieces.end = found.end
    return
  }
  // "the lowest spending 10% of our UK buyers"
  const of = pieces.measure === undefined ? -1 : ofWord(reading, pieces.end)
  const whole = of < 0 ? undefined : groupTo(reading, of, to)
  if (whole?.value.criteria !== undefined) {
    pieces.group = { ...whole.value, text: said(reading, of, whole.end) }
    pieces.end = whole.end
    return
  }
  // “500 drawn at random or those who …”: others beside them.
  if (pieces.measure?.by === 'random' && others(reading, pieces.end) < 0) {
    const drawn = groupTo(reading, skip(reading, pieces.end, ofWord), to)
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
