import type { Instant } from '#kernel/clock.ts'
import type { KnownThings } from './known.ts'
import type { Looked } from './define.ts'

export interface HealthTask {
  readonly databasePath: string
  readonly now: Instant
  readonly known: KnownThings
}

/** What each finding saw, in their order, and how many customers there are. */
export interface Seen {
  readonly customers: number
  readonly looked: readonly (Looked | null)[]
}
