import { canonicalJson } from '#kernel/hash.ts'
import { foldText } from '#kernel/text.ts'
import { isCondition } from '../criteria/node.ts'
import type { Criteria } from '../criteria/schema.ts'
import { groupOf } from '../criteria/walk.ts'
import { entityOf } from '../criteria/entity.ts'
import { isColumnTest, valuesTested } from './grammar/column-tests.ts'
import { readClauses, type Sentence } from './grammar/clauses.ts'
import { type Mark, type Marks, mark } from './grammar/marks.ts'
import type { Node } from './grammar/tree.ts'
import { framingOf } from './intents/framing.ts'
import type { Stretch } from './intents/stretches.ts'
import { unit } from './unit.ts'
import { type Message, readMessage } from './read-message.ts'
import type { ReceiptSpan } from './receipt-span.ts'
import type { Situation } from './situation.ts'

const UNREAD: Mark = { as: 'not accounted for', meaning: 'not understood', part: -1 }

/** The account of every word of a message: its tokens by their marks, and what was set aside before. */
export function receiptOf({ text, reading, instructions, naming }: Message, marks: Marks): ReceiptSpan[] {
  const spans: ReceiptSpan[] = []
  const aside: readonly Stretch[] = naming === undefined ? instructions : [...instructions, naming]
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
  if (naming !== undefined) {
    told.push({
      ...trimmed(text, naming.start, naming.end),
      as: 'command',
      meaning: `the name: ${naming.name}`,
    })
  }
  return [...spans, ...told].toSorted((a, b) => a.start - b.start)
}

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
  if (sentence.node !== undefined) describeLeaves(sentence.node, marks, situation)
  return marks
}

function describeLeaves(node: Node, marks: Marks, situation: Situation): void {
  if (node.kind === 'leaf') {
    const { criteria } = node.meaning
    if (criteria !== undefined) mark(marks, node.from, node.to, 'condition', situation.describe(criteria))
  } else for (const part of node.kind === 'not' ? [node.of] : node.of) describeLeaves(part, marks, situation)
}

/**
 * The receipt for criteria that somebody else chose, a model for example: stretches of the message whose
 * conditions occur in the criteria are accounted for, and so are words that say nothing; the rest is not.
 */
export function receiptFor(message: string, criteria: Criteria, situation: Situation): ReceiptSpan[] {
  const heard = readMessage(message, situation)
  const read = { ...heard, reading: heard.reading.as(entityOf(criteria)) }
  const { tokens } = read.reading
  const framing = framingOf(read.reading, 0, tokens.length)
  const sentence = readClauses(read.reading, unit, framing.start, tokens.length)
  const chosen = new Set(partsOf(criteria, false))
  const marks = markPhrases(sentence, situation)
  mark(marks, 0, framing.start, 'command', framing.intent === 'create' ? 'create a segment' : 'count them')
  const check = (node: Node, denied: boolean): void => {
    if (node.kind === 'not') return check(node.of, !denied)
    if (node.kind !== 'leaf') return node.of.forEach((part) => check(part, denied))
    const { criteria: meant } = node.meaning
    const held = meant !== undefined && partsOf(meant, denied).some((part) => chosen.has(part))
    if (!held) mark(marks, node.from, node.to, 'not accounted for', 'not in the criteria')
  }
  if (sentence.node !== undefined) check(sentence.node, false)
  return receiptOf(read, marks)
}

/** The conditions in criteria, as texts that are equal when they mean the same; denied ones begin with "not". */
function partsOf(criteria: Criteria, denied: boolean): string[] {
  if (!isCondition(criteria)) {
    const { group, branches } = groupOf(criteria)
    return branches.flatMap((part) => partsOf(part, group === 'none' ? !denied : denied))
  }
  const not = denied ? 'not ' : ''
  // One value by itself accounts for its place in a list.
  const tested = isColumnTest(criteria) ? valuesTested(criteria) : undefined
  const values =
    isColumnTest(criteria) && tested !== undefined
      ? tested.map((value) => `${criteria.type} ${criteria.field} ${value}`)
      : [canonicalJson(criteria)]
  return values.map((value) => foldText(not + value))
}
