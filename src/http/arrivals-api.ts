/** What programs send by themselves, as Segment’s HTTP API has it. Part of api.ts. */

/** What became of the messages of a request; it was stored before this was answered. */
export interface ArrivalsReceipt {
  readonly success: true
  /** Messages that are kept from now on. */
  readonly stored: number
  /** Ids of messages that had come before, which change nothing. */
  readonly repeated: readonly string[]
  /** Ids of messages about somebody who was erased: nothing of them is kept. */
  readonly keptOut: readonly string[]
  /** Ids of messages about somebody who is not known yet: they count as soon as those appear. */
  readonly waiting: readonly string[]
  /** Ids of messages that are dated after now: they count from then on. */
  readonly future: readonly string[]
  /** By their places in the batch, from 0; all others are kept. */
  readonly rejected: readonly {
    readonly index: number
    readonly messageId: string | null
    readonly problem: string
  }[]
  /** Names of events that are no known types of signals: kept under these names. */
  readonly unknownTypes: readonly string[]
  /** Traits and properties that nothing is made of. */
  readonly unused: readonly string[]
}
