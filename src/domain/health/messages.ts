import type { PlainError } from '#kernel/plain-error.ts'
import type { Instant } from '#kernel/clock.ts'
import type { KnownThings } from './known.ts'
import type { Looked } from './define.ts'

export interface HealthSettings {
  readonly databasePath: string
  readonly now: Instant
  readonly known: KnownThings
  /** One shared word; 1 asks to stop. */
  readonly cancel: Int32Array
}

/** What each finding saw, in their order, and how many customers there are. */
export interface Seen {
  readonly customers: number
  readonly looked: readonly (Looked | null)[]
}

export type FromHealth =
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'done'; readonly seen: Seen }
  | { readonly type: 'failed'; readonly error: PlainError }
