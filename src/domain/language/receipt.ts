import type { Criteria } from '../criteria/schema.ts'
import { leavesOf } from '../criteria/walk.ts'
import { definitionOf } from '../conditions/index.ts'
import { assumptionSpans } from './assumption-spans.ts'
import type { Assumed } from './grammar/assumed.ts'
import type { Sentence } from './grammar/clauses.ts'
import { type Mark, type Marks, mark } from './grammar/marks.ts'
import type { Reading } from './grammar/reading.ts'
import { said } from './grammar/reading.ts'
import type { Leaf, Node } from './grammar/tree.ts'
import { leavesIn } from './grammar/tree.ts'
import type { Stretch } from './intents/stretches.ts'
import type { Message } from './read-message.ts'
import type { ReceiptSpan } from './receipt-span.ts'
import type { Situation } from './situation.ts'

const UNREAD: Mark = { as: 'not accounted for', meaning: 'not understood', part: -1 }

/**
 * The account of every word of a message: its tokens by their marks, and what was set aside before. These spans stand
 * one behind the other; what was assumed lies on them, as spans of the words that it rests on.
 */
export function receiptOf(message: Message, marks: Marks, assumed: readonly Assumed[] = []): ReceiptSpan[] {
  const { text, reading, instructions, courtesies, naming } = message
  const spans: ReceiptSpan[] = []
  const aside: readonly Stretch[] = [
    ...instructions,
    ...courtesies,
    ...(naming === undefined ? [] : [naming]),
  ]
  let last: Mark | undefined
  for (const [i, token] of reading.tokens.entries()) {
    const { as, meaning, part } = marks[i] ?? UNREAD
    const open = spans.at(-1)
    const runsOn =
      open !== undefined &&
      !aside.some(({ start }) => start >= open.end && start < token.start) &&
      last?.as === as &&
      last.meaning === meaning &&
      (last.part === part || as !== 'condition')
    if (runsOn || (open !== undefined && token.start < open.end))
      spans[spans.length - 1] = stretched(text, open, token.end)
    else
      spans.push({
        text: text.slice(token.start, token.end),
        start: token.start,
        end: token.end,
        as,
        meaning,
      })
    last = { as, meaning, part }
  }
  const told: ReceiptSpan[] = instructions.map(({ start, end }) => ({
    ...trimmed(text, start, end),
    as: 'ignored',
    meaning: 'instructions to the program change nothing',
  }))
  for (const { start, end } of courtesies)
    told.push({ ...trimmed(text, start, end), as: 'ignored', meaning: 'a courtesy' })
  if (naming !== undefined) {
    told.push({
      ...trimmed(text, naming.start, naming.end),
      as: 'command',
      meaning: `the name: ${naming.name}`,
    })
  }
  return inOrder([...spans, ...told, ...assumptionSpans(text, reading.tokens, assumed)])
}

/** By where they begin; what lies on another span stands behind it. */
export const inOrder = (spans: readonly ReceiptSpan[]): ReceiptSpan[] =>
  spans.toSorted((a, b) => a.start - b.start || onTop(a) - onTop(b) || b.end - a.end)

const onTop = ({ as }: ReceiptSpan): number => (as === 'assumption' ? 1 : 0)

const stretched = (text: string, open: ReceiptSpan, end: number): ReceiptSpan => ({
  ...open,
  end: Math.max(end, open.end),
  text: text.slice(open.start, Math.max(end, open.end)),
})

function trimmed(text: string, start: number, end: number) {
  const raw = text.slice(start, end)
  const from = start + raw.length - raw.trimStart().length
  return { start: from, end: from + raw.trim().length, text: raw.trim() }
}

/** Gives every phrase of a sentence its meaning in words. */
export function markPhrases(sentence: Sentence, situation: Situation): Marks {
  const marks = [...sentence.marks]
  for (const { meaning, from, to } of phrasesOf(sentence.node)) {
    if (meaning.criteria !== undefined)
      mark(marks, from, to, 'condition', situation.describe(meaning.criteria))
  }
  return marks
}

/** The fixed meanings of words that were used: spend is before refunds. */
export const conventionsIn = (node: Node | undefined, reading: Reading): readonly Assumed[] =>
  phrasesOf(node).flatMap(({ meaning, from, to }) => conventionsOf(meaning.criteria, reading, from, to))

/** Those of the conditions that tokens [from, to) became, each at the word that has it. */
export function conventionsOf(
  criteria: Criteria | undefined,
  reading: Reading,
  from: number,
  to: number,
): readonly Assumed[] {
  return (criteria === undefined ? [] : leavesOf(criteria)).flatMap(({ condition }) => {
    const found = definitionOf(condition).convention?.(condition)
    if (found === undefined) return []
    const at = reading.tokens
      .slice(from, to)
      .findIndex((_, i) => found.words.test(said(reading, from + i, from + i + 1)))
    return at < 0 ? [] : [{ says: found.says, from: from + at, to: from + at + 1 }]
  })
}

const phrasesOf = (node: Node | undefined): readonly Leaf[] => (node === undefined ? [] : leavesIn(node))
