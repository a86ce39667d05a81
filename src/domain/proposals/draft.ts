import type { Change } from '../changes/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Proposal } from './schema.ts'

export interface DraftOptions {
  readonly actor: Actor
  readonly signal?: AbortSignal
  /** Seconds; the default is a day. */
  readonly expiresAfter?: number
}

/** Describes a change without making it. The only thing besides previews that tools can store. */
export interface Draft {
  proposal(change: Change, options: DraftOptions): Promise<Proposal>
}
