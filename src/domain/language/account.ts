import { canonicalJson } from '#kernel/hash.ts'
import { normalCriteria } from '../criteria/normal.ts'
import type { Criteria } from '../criteria/schema.ts'
import { leavesOf } from '../criteria/walk.ts'
import { interpret } from './interpret.ts'
import { receiptFor } from './receipt.ts'
import type { ReceiptSpan } from './receipt-span.ts'
import type { Situation } from './situation.ts'

/** How a message led to criteria. */
export interface Account {
  readonly spans: readonly ReceiptSpan[]
  /** Whether the criteria are a change of those at hand. */
  readonly refines: boolean
  /** Whether the message alone means just these criteria. */
  readonly agrees: boolean
}

/**
 * The account of a message for the criteria that came of it, whoever chose them. Where the message alone, with what
 * was at hand, means just these, its words are told as they were read; else what the criteria hold is looked up.
 */
export function accountFor(message: string, criteria: Criteria, situation: Situation): Account {
  const { criteria: before } = situation
  const read = interpret(message, situation)
  const agrees = read.kind === 'criteria' && keyOf(read.criteria) === keyOf(criteria)
  const anew = read.receipt.some(({ meaning }) => meaning === 'start anew')
  if (agrees && read.intent === 'refine' && !anew) return { spans: read.receipt, refines: true, agrees }
  const spans = receiptFor(message, criteria, situation)
  return { spans, refines: before !== undefined && !anew && shareAny(before, criteria), agrees }
}

const keyOf = (criteria: Criteria): string => canonicalJson(normalCriteria(criteria))

function shareAny(before: Criteria, criteria: Criteria): boolean {
  const held = new Set(leavesOf(before).map(({ condition }) => canonicalJson(condition)))
  return leavesOf(criteria).some(({ condition }) => held.has(canonicalJson(condition)))
}
