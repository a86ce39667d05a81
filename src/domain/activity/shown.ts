/** What changes can be about, for finding them. */
export const ACTIVITY_KINDS = ['segments', 'audiences', 'indicators', 'exports'] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** What became of a proposal, and of the files of a confirmed export. */
export const ACTIVITY_DEEDS = [
  'confirmed',
  'rejected',
  'expired',
  'stale',
  'written',
  'failed',
  'cancelled',
] as const
export type ActivityDeed = (typeof ACTIVITY_DEEDS)[number]

/** One line of the log of decisions. */
export interface ActivityEntry {
  /** Of the log, which only grows: the page behind an entry begins with smaller ones. */
  readonly id: number
  readonly at: string
  readonly by: string
  readonly did: ActivityDeed
  /** What was proposed, in a sentence. */
  readonly summary: string
  readonly proposalId: string
  /** `able`: it can be taken back; `later`: what it changed was changed again since; null: there is nothing to undo. */
  readonly undo: 'able' | 'later' | 'undone' | null
}

/** Newest first. */
export interface ActivityPage {
  readonly entries: readonly ActivityEntry[]
  /** `before` of the page behind; null on the last one. */
  readonly next: number | null
}
