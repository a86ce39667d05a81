import type { EntityRow } from '../arrivals/rows.ts'
import type { Cells } from '../arrivals/traits.ts'
import type { EventRow } from '../arrivals/event-row.ts'

/** What has a history of its own: of two words about it the one that was said later counts. */
export type ThingKind = 'customer' | 'order' | 'product'

/** A customer or product as the store has it now. */
export interface ToldThing {
  readonly kind: 'customer' | 'product'
  readonly id: string
  /** ISO 8601, or null where nobody says. */
  readonly updatedAt: string | null
  readonly cells: Cells
}

export interface ToldRefund {
  readonly id: string
  /** As a decimal: what went back to the buyer. */
  readonly amount: string
}

/** An order with all that was ever given back of it. */
export interface ToldOrder {
  readonly kind: 'order'
  readonly id: string
  readonly updatedAt: string | null
  readonly cells: Cells
  /** Of products that the catalogue may not have yet. */
  readonly products: readonly EntityRow[]
  readonly lines: readonly Cells[]
  readonly refunds: readonly ToldRefund[]
}

/** What a webhook says, in the order in which it counts. */
export type Told =
  | ToldThing
  | ToldOrder
  | { readonly kind: 'refunds'; readonly orderId: string; readonly refunds: readonly ToldRefund[] }
  | { readonly kind: 'event'; readonly event: EventRow }
  | { readonly kind: 'deleted'; readonly what: ThingKind; readonly id: string }
  /** By the id, the address, or both. */
  | { readonly kind: 'redact'; readonly customerId: string | null; readonly email: string | null }
  | { readonly kind: 'redact_shop' }
  | { readonly kind: 'data_request'; readonly id: string; readonly customerId: string | null }

export type ReadTold =
  | { readonly told: readonly Told[] }
  /** Nothing is to be stored, and why: completes "it was left out: …". */
  | { readonly skipped: string }
  /** It can’t be understood: completes "it can’t be taken: …". */
  | { readonly problem: string }
