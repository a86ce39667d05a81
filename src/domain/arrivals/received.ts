import type { Outcome } from './take-messages.ts'

/** What became of the messages of a request. It crosses a thread, so it is told of all together. */
export interface Received {
  /** Messages that are kept from now on. */
  readonly stored: number
  /** Ids of messages that had come before. */
  readonly repeated: readonly string[]
  /** Ids of messages about somebody who was erased. */
  readonly keptOut: readonly string[]
  /** Ids of messages about somebody who is not known yet. */
  readonly waiting: readonly string[]
  /** Ids of messages that are dated after now. */
  readonly future: readonly string[]
  /** By their places among the messages, from 0. */
  readonly rejected: readonly {
    readonly index: number
    readonly messageId: string
    readonly problem: string
  }[]
  /** Names of signals that are no types of the registry. */
  readonly unknownTypes: readonly string[]
  /** Traits and properties that nothing is made of. */
  readonly unused: readonly string[]
}

/** Of many unused properties so many are named. */
const UNUSED = 50

/** Outcomes of messages, in the order of these. */
export function receivedOf(outcomes: readonly Outcome[]): Received {
  const stored = outcomes.flatMap((outcome) => (outcome.kind === 'stored' ? [outcome] : []))
  const idsOf = (kind: Outcome['kind']) => outcomes.flatMap((one) => (one.kind === kind ? [one.id] : []))
  return {
    stored: stored.length,
    repeated: idsOf('repeated'),
    keptOut: idsOf('kept_out'),
    waiting: stored.flatMap(({ id, waiting }) => (waiting ? [id] : [])),
    future: stored.flatMap(({ id, future }) => (future ? [id] : [])),
    rejected: outcomes.flatMap((one, index) =>
      one.kind === 'rejected' ? [{ index, messageId: one.id, problem: one.problem }] : [],
    ),
    unknownTypes: [...new Set(stored.flatMap(({ unknownType }) => unknownType ?? []))],
    unused: [...new Set(stored.flatMap(({ unused }) => unused))].slice(0, UNUSED),
  }
}
