import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { joiner, leave } from './section-words.ts'
import { type Section, trimmed } from './sections.ts'

const score = phrase('score|rank|rate|weigh|weight|prioritize|prioritise|value|put')
const highest = phrase('the? highest|first|most|best|top')
const scoresHighest = phrase(
  'should|would? score|scores|rank|ranks|count|counts|matter|matters|weigh|weighs|come|comes the? highest|first|most|best|top',
  'is|are the? most important|first priority',
  'is|are most important',
)
const mostImportant = phrase(
  'the? most important thing|factor|criterion|one? is|are|:|=',
  'the? top|first|highest|main priority is|:|=',
  'we|i? prefer|prefers|preferring|favor|favour|ideally',
)
const inOrder = phrase('in|by? order of importance|priority|preference|weight :?', 'priorities in order :?')
const then = phrase(
  ',|;|.|-? and? then',
  ',|;? and? followed by',
  ',|;? and? next|after|second|secondly|third|thirdly that? is|comes?',
  '>',
)
const asMuch = phrase(
  'should? counts|count|matters|matter|weighs|weigh twice|double as much|heavily|strongly? as',
  'is|are worth? twice|double as much|important|valuable as',
)

/** Several that are preferred, in an order, in tokens [from, to). */
interface Ordered {
  readonly from: number
  readonly to: number
  readonly sections: readonly Section[]
}

/**
 * “Score Snowflake users highest, then anyone with 10+ open roles”, “most important is AWS, then hiring”, “Snowflake
 * counts twice as much as AWS”: the order says what counts more, and the weights that are taken for it are stated.
 */
export function orderedIn(reading: Reading, from: number, to: number): Ordered | undefined {
  for (let at = from; at < to; at++) {
    if (at > from && joiner(reading, at - 1) !== at) continue
    const found = orderedAt(reading, at, to)
    if (found !== undefined) return found
  }
  return undefined
}

function orderedAt(reading: Reading, at: number, to: number): Ordered | undefined {
  const listed = inOrder(reading, at)
  if (listed >= 0) return weighed(reading, at, itemsFrom(reading, listed, to, true))
  const lead = mostImportant(reading, at)
  if (lead >= 0) return weighed(reading, at, itemsFrom(reading, lead, to))
  const verb = score(reading, at)
  for (let i = Math.max(verb, at) + 1; i < to && !/^[,;.]$/.test(wordAt(reading, i)); i++) {
    const as = asMuch(reading, i)
    const end = partEnd(reading, as, to)
    if (as >= 0) {
      return weighed(reading, at, [
        [at, i],
        [as, end],
      ])
    }
    const behind = verb >= 0 ? highest(reading, i) : scoresHighest(reading, i)
    const next = behind < 0 ? -1 : then(reading, behind)
    if (next >= 0) {
      return weighed(reading, at, [[verb >= 0 ? verb : at, i], ...itemsFrom(reading, next, to)])
    }
  }
  return undefined
}

type Item = readonly [from: number, to: number]

/** What is told one behind the other, up to the end of the sentence; `commas` part them too. */
function itemsFrom(reading: Reading, from: number, to: number, commas = false): readonly Item[] {
  const items: Item[] = []
  let start = from
  for (let at = from; at < to; ) {
    const comma = commas && wordAt(reading, at) === ',' ? at + 1 : -1
    const next = Math.max(isCompared(reading, at) ? -1 : then(reading, at), comma)
    if (next >= 0 && at > start) {
      items.push([start, at])
      start = next
      at = next
    } else if (/^[;.]$/.test(wordAt(reading, at))) {
      return [...items, [start, at]]
    } else at++
  }
  return [...items, [start, to]]
}

/** "> $1bn": no order of what is preferred. */
const isCompared = ({ tokens }: Reading, at: number): boolean =>
  tokens[at]?.word === '>' && tokens.slice(at + 1, at + 3).some(({ number }) => number !== undefined)

function partEnd(reading: Reading, from: number, to: number): number {
  let end = Math.max(from, 0)
  while (end < to && !/^(?:[,;.]|and|but)$/.test(wordAt(reading, end))) end++
  return end
}

function weighed(reading: Reading, from: number, items: readonly Item[]): Ordered | undefined {
  const last = items.at(-1)
  if (last === undefined || items.length < 2) return undefined
  // “Prefer AWS, then exclude agencies” goes on with something else.
  if (items.some(([start]) => leave(reading, start) >= 0)) return undefined
  const weights = items.map((_, i) => items.length - i)
  const assumed = `The order of what is preferred is read as the weights ${weights.join(', ')}.`
  const sections = items.flatMap(([start, end], i) =>
    trimmed(reading, {
      mode: 'preferred',
      weight: weights[i] ?? 1,
      from: skip(reading, start, first),
      to: end,
      ...(i === 0 ? { assumed } : {}),
    }),
  )
  return { from, to: last[1], sections }
}
const first = phrase('first|firstly|those|the')
