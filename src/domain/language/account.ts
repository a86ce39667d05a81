import { canonicalJson } from '#kernel/hash.ts'
import { criteriaKey } from '../criteria/same.ts'
import type { Criteria } from '../criteria/schema.ts'
import { leavesOf } from '../criteria/walk.ts'
import { heldBy } from '../profiles/fit.ts'
import { interpret } from './interpret.ts'
import { quotedSpan } from './assumption-spans.ts'
import { NOT_UNDERSTOOD } from './grammar/sentence-state.ts'
import { inOrder } from './receipt.ts'
import { receiptFor } from './receipt-for.ts'
import type { ReceiptSpan } from './receipt-span.ts'
import type { Situation } from './situation.ts'

/** How a message led to criteria. */
export interface Account {
  readonly spans: readonly ReceiptSpan[]
  /** Whether the criteria are a change of those at hand. */
  readonly refines: boolean
  /** Whether the message alone means just these criteria. */
  readonly agrees: boolean
  /** What is assumed in reading the message so. */
  readonly assumptions: readonly string[]
}

/**
 * The account of a message for the criteria that came of it, whoever chose them. Where the message alone, with what
 * was at hand, means just these, its words are told as they were read; else what the criteria hold is looked up.
 */
export function accountFor(message: string, criteria: Criteria, situation: Situation): Account {
  const { criteria: before } = situation
  const read = interpret(message, situation)
  const meant =
    read.kind === 'criteria' && criteriaKey(read.criteria) === criteriaKey(criteria) ? read : undefined
  if (read.kind === 'command' && read.command.do === 'build_profile') {
    const { parameters, assumptions } = read.command
    if (criteriaKey(heldBy(parameters)) === criteriaKey(criteria)) {
      return { spans: read.receipt, refines: false, agrees: true, assumptions }
    }
  }
  const anew = read.receipt.some(({ meaning }) => meaning === 'start anew')
  const refines = before !== undefined && !anew && shareAny(before, criteria)
  if (meant !== undefined) {
    return {
      spans: meant.receipt,
      refines: refines || (meant.intent === 'refine' && !anew),
      agrees: true,
      assumptions: meant.assumptions,
    }
  }
  // A change that could be made in several ways, of which one was chosen.
  const options = before !== undefined && read.kind === 'question' ? read.options : []
  const taken = options.find(
    (option) => option.criteria && criteriaKey(option.criteria) === criteriaKey(criteria),
  )
  const told =
    taken === undefined
      ? commandTold(receiptFor(message, criteria, situation), read.kind === 'command')
      : withChoice(message, read.receipt, taken.label)
  return { ...told, refines, agrees: false }
}

/** The account with what whoever chose the criteria says was assumed, at the words that it quotes. */
export function withStated(message: string, account: Account, stated: readonly string[]): Account {
  const assumptions = [...new Set([...stated, ...account.assumptions])]
  const spans = stated
    .filter((says) => !account.spans.some(({ as, meaning }) => as === 'assumption' && meaning === says))
    .flatMap((says) => quotedSpan(message, says) ?? [])
  return { ...account, assumptions, spans: inOrder([...account.spans, ...spans]) }
}

/** Words of an understood command that say what to do with the people: they are none of the criteria. */
function commandTold(
  told: ReturnType<typeof receiptFor>,
  understood: boolean,
): ReturnType<typeof receiptFor> {
  if (!understood) return told
  return {
    ...told,
    spans: told.spans.map((span) =>
      span.as === 'not accounted for' && span.meaning === NOT_UNDERSTOOD
        ? { ...span, as: 'command', meaning: 'a command' }
        : span,
    ),
  }
}

/** The words that were asked about, as they were then taken. */
function withChoice(message: string, receipt: readonly ReceiptSpan[], label: string) {
  const text = message.trim()
  const start = message.indexOf(text)
  const spans = receipt.map(
    (span): ReceiptSpan =>
      span.as === 'not accounted for' ? { ...span, as: 'command', meaning: label } : span,
  )
  const meaning = `“${text}” is read as: ${label}.`
  const assumption = { text, start, end: start + text.length, as: 'assumption', meaning } as const
  return { spans: inOrder([...spans, assumption]), assumptions: [meaning] }
}

function shareAny(before: Criteria, criteria: Criteria): boolean {
  const held = new Set(leavesOf(before).map(({ condition }) => canonicalJson(condition)))
  return leavesOf(criteria).some(({ condition }) => held.has(canonicalJson(condition)))
}
