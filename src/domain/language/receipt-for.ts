import { entityOf } from '../criteria/entity.ts'
import type { Criteria } from '../criteria/schema.ts'
import { atOneMoment } from './at-one-moment.ts'
import { type Assumed, assumedBy, saidOf } from './grammar/assumed.ts'
import { readClauses } from './grammar/clauses.ts'
import { type Marks, mark } from './grammar/marks.ts'
import { type Reading, said } from './grammar/reading.ts'
import { build, type Leaf, type Node } from './grammar/tree.ts'
import { framingOf } from './intents/framing.ts'
import { type Part, partsOf } from './parts.ts'
import { type Message, readMessage } from './read-message.ts'
import { conventionsOf, markPhrases, receiptOf } from './receipt.ts'
import type { ReceiptSpan } from './receipt-span.ts'
import type { Situation } from './situation.ts'
import { unit } from './unit.ts'

/**
 * The receipt for criteria that somebody else chose, a model for example: stretches of the message whose conditions
 * occur in the criteria are accounted for, with what is assumed in reading them so, and so are words that say
 * nothing. Vague words are read as what was chosen for them, and so is a new number for a part of the criteria at
 * hand. The rest is not accounted for.
 */
export function receiptFor(
  message: string,
  criteria: Criteria,
  given: Situation,
): { readonly spans: readonly ReceiptSpan[]; readonly assumptions: readonly string[] } {
  const situation = atOneMoment(given)
  const heard = readMessage(message, situation)
  const read: Message = { ...heard, reading: heard.reading.as(entityOf(criteria)) }
  const { reading } = read
  const { length } = reading.tokens
  const framing = framingOf(reading, 0, length)
  const sentence = readClauses(reading, unit, framing.start, length)
  const marks = markPhrases(sentence, situation)
  const assumed: Assumed[] = []
  const fixed: Assumed[] = []
  const chosen = new Map(partsOf(criteria).map((part) => [part.key, part]))
  /** The chosen parts that no words have led to so far. */
  const unclaimed = new Map(chosen)
  const vague: Leaf[] = []

  mark(marks, 0, framing.start, 'command', framing.intent === 'create' ? 'create a segment' : 'count them')
  const check = (node: Node, denied: boolean): void => {
    if (node.kind === 'not') return check(node.of, !denied)
    if (node.kind !== 'leaf') return node.of.forEach((part) => check(part, denied))
    const { meaning, from, to } = node
    if (meaning.criteria === undefined) return void vague.push(node)
    const parts = partsOf(meaning.criteria, denied)
    if (!parts.every(({ key }) => chosen.has(key)))
      return mark(marks, from, to, 'not accounted for', 'not in the criteria')
    for (const { key } of parts) unclaimed.delete(key)
    assumed.push(...assumedBy(meaning.assumptions, from, to))
    fixed.push(...conventionsOf(meaning.criteria, reading, from, to))
  }
  if (sentence.node !== undefined) check(sentence.node, false)

  const take = (from: number, to: number, parts: readonly Part[]): void => {
    const words = parts.map((part) => situation.describe(part.criteria)).join(' and ')
    mark(marks, from, to, 'condition', words)
    assumed.push({ says: `“${said(reading, from, to)}” is read as: ${words}.`, from, to })
    for (const { key } of parts) unclaimed.delete(key)
  }
  for (const leaf of vague) {
    const parts = takenFor(leaf, unclaimed, situation)
    if (parts !== undefined) take(leaf.from, leaf.to, parts)
  }
  const { criteria: before } = situation
  // "45 days" alone answers what was asked.
  if (before !== undefined || sentence.node === undefined) {
    for (const { key } of before === undefined ? [] : partsOf(before)) unclaimed.delete(key)
    for (const [from, to] of unreadStretches(marks, length)) {
      const part = [...unclaimed.values()].find((one) => namesNumberOf(reading, from, to, one))
      if (part !== undefined) take(from, to, [part])
    }
  }
  // A typo that was mended into a word which led to nothing is not worth saying.
  assumed.unshift(...read.mended.filter(({ from }) => marks[from]?.as === 'condition'))
  return {
    spans: receiptOf(read, marks, [...assumed, ...fixed]),
    assumptions: saidOf(assumed),
  }
}

/** What was chosen for vague words: one of their readings, or the like of one with other numbers. */
function takenFor(
  { meaning }: Leaf,
  unclaimed: ReadonlyMap<string, Part>,
  situation: Situation,
): readonly Part[] | undefined {
  const readings = meaning.doubts
    .flatMap(({ choices }) => choices)
    .flatMap(({ instead }) => {
      const parts = partsSaid(instead, situation)
      return parts.length === 0 ? [] : [parts]
    })
  const exact = readings.find((parts) => parts.every(({ key }) => unclaimed.has(key)))
  if (exact !== undefined) return exact
  for (const parts of readings) {
    const like = parts.map(({ shape }) => [...unclaimed.values()].find((one) => one.shape === shape))
    const found = like.filter((one) => one !== undefined)
    if (found.length === parts.length) return found
  }
  return undefined
}

function partsSaid(text: string, situation: Situation): readonly Part[] {
  const { reading } = readMessage(text, situation)
  const { node, leftovers, doubts } = readClauses(reading, unit, 0, reading.tokens.length, 0)
  if (node === undefined || leftovers.length > 0 || doubts.length > 0) return []
  const { criteria } = build(node)
  return criteria === undefined ? [] : partsOf(criteria)
}

/** Longer stretches say more than a new number. */
const FEW_WORDS = 8

/** Stretches of a few tokens that are not accounted for, with what says nothing between them. */
function unreadStretches(marks: Marks, length: number): [number, number][] {
  const out: [number, number][] = []
  let running = false
  for (let at = 0; at < length; at++) {
    const as = marks[at]?.as ?? 'not accounted for'
    const last = out.at(-1)
    if (as === 'not accounted for') {
      if (last !== undefined && running) last[1] = at + 1
      else out.push([at, at + 1])
      running = true
    } else running &&= as === 'ignored'
  }
  return out.filter(([from, to]) => to - from <= FEW_WORDS)
}

function namesNumberOf({ tokens }: Reading, from: number, to: number, { numbers }: Part): boolean {
  return tokens.slice(from, to).some(({ number }) => number !== undefined && numbers.includes(number))
}
