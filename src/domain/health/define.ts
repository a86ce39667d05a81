import type { Scan } from './scan.ts'

/** One kind of thing about which it is looked. */
export interface Part {
  /** `e-mail address`, `in “VIP”` */
  readonly label: string
  readonly affected: number
  readonly of: number
}

/** What was looked at, and how much of it is not as it should be. */
export interface Looked {
  readonly affected: number
  readonly of: number
  /** What is counted, in the plural: `customers`. */
  readonly what: string
  /** The share that counts for the score, 0 to 1, where it is another than affected ÷ of. */
  readonly share?: number
  /** Completes nothing: a sentence with the figures. */
  readonly says: string
  readonly parts?: readonly Part[]
  /** Masked. */
  readonly examples?: readonly string[]
}

/**
 * Something that can be wrong with data: one file, and one line in `findings/index.ts`.
 *
 * @example see findings/consent-gaps.ts
 */
export interface Finding {
  readonly id: string
  readonly title: string
  /** The most points of 100 that it can take off the score. */
  readonly weight: number
  /** The share at which all of them are gone; less takes off in proportion. */
  readonly worst: number
  /** What it costs whoever works with such data, as a sentence. */
  readonly costs: string
  /** What to do about it, and where. */
  readonly next: { readonly words: string; readonly href: string }
  /** Null where there is nothing to look at: it counts neither for nor against the score. */
  look(scan: Scan): Looked | null
}
