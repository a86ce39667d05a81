import type { ArrivalsTake } from '#db/schema.ts'

/** What a program shows to send data. */
export interface WriteKey {
  readonly id: string
  readonly name: string
  /** Whom its messages are about: people at companies, or customers of a shop. */
  readonly takes: ArrivalsTake
  /** Under which name its ids of customers and events are known. */
  readonly source: string
  /** ISO 8601 */
  readonly createdAt: string
  readonly usedAt: string | null
  readonly revokedAt: string | null
}
