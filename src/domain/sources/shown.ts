import type { SourceKind } from '#db/schema.ts'

/** A source of data: a kind of file, a program with a write key, a webhook, the demo company. */
export interface ShownSource {
  readonly id: string
  readonly kind: SourceKind
  /** `Order lines`, `Website` */
  readonly name: string
  /** Under which name its ids are known; ids of two names never mix. */
  readonly source: string
  /** By what it is (orders, events …), the most first: rows that were new or changed, and when some came last. */
  readonly brought: readonly {
    readonly what: string
    readonly rows: number
    /** `1,234 order lines` */
    readonly words: string
    readonly last: string
  }[]
  /** ISO 8601; null for a key that nothing came by yet. */
  readonly firstArrival: string | null
  readonly lastArrival: string | null
  /** The usual gap between arrivals; null while there were fewer than four. */
  readonly cadence: { readonly seconds: number; readonly words: string } | null
  /** From when on it counts as overdue; null without a cadence, and for a key that was revoked. */
  readonly dueBy: string | null
  readonly overdue: boolean
  /** A key that was revoked brings nothing any more. */
  readonly ended: boolean
  /** One sentence: how it stands. */
  readonly says: string
}
