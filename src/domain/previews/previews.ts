import type { Actor } from '#kernel/actor.ts'
import type { PerimeterOf } from '../audiences/perimeter.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Freshness } from '../sources/fresh-schema.ts'
import type { Preview } from './schema.ts'

export interface PreviewOptions {
  readonly actor: Actor
  readonly signal?: AbortSignal
  /** The human's own message, for the receipt. */
  readonly message?: string
  readonly assumptions?: readonly string[]
  /** All that the message led to, where what is counted is a part of it: the receipt is of that. */
  readonly held?: Criteria
  /** What the thread showed before: the criteria that these may change. */
  readonly atHand?: Preview
  /** The segment whose own criteria these are: it is not compared with itself. */
  readonly about?: string
  /** The audience whose members these criteria are: who falls out of it where is counted too. */
  readonly perimeter?: PerimeterOf
  /** It is counted for a proposal that may follow, and answers nothing by itself: no card shows it. */
  readonly handedOn?: true
  onProgress?(done: number): void
}

/** Counts criteria and stores the preview, so that a proposal can name exactly what was counted. */
export interface Previews {
  /** Criteria as they came: parsed, limited, resolved and checked first. Throws InputError with paths. */
  count(criteria: unknown, options: PreviewOptions): Promise<Preview>
  /** Throws NotFoundError. */
  get(id: string): Preview
  /** By now, for as many criteria as are asked: how fresh the data is that they read; of a list without criteria with null. Throws NotFoundError. */
  freshness(): (criteria: Criteria | null) => readonly Freshness[]
  /** Parses, resolves segment names to ids and checks against the data, without counting. */
  resolve(criteria: unknown): Criteria
}
