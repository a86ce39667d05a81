/** What arrives by itself, and what came before that which it is about. */
import type { Generated } from 'kysely'
import type { KeyColumns } from './keys.ts'

/** Whom a key's messages are about: people at companies, or customers of a shop. */
export type ArrivalsTake = 'people' | 'customers'

export interface WriteKeysTable extends KeyColumns {
  takes: ArrivalsTake
  /** Under which name its ids of customers and events are known. */
  source: string
}

export interface ReceivedTable {
  message_id: string
  at: number
}

export interface WaitingSignalsTable {
  id: string
  type: string
  topic: string | null
  /** As imported, as the next. */
  company_id: string | null
  person_id: string | null
  occurred_at: number
  strength: number | null
  source: string | null
  since: number
  /** 1: it is also of the company where the person works once that is known. */
  with_company: Generated<number>
}

export interface WaitingEventsTable {
  source: string
  id: string
  customer_id: string
  type: string
  occurred_at: number
  product_id: string | null
  campaign: string | null
  channel: string | null
  device: string | null
  value: number | null
  since: number
}

export interface WaitingTraitsTable {
  takes: ArrivalsTake
  source: string
  anonymous_id: string
  /** JSON. */
  columns: string
  since: number
}

export interface AnonymousIdsTable {
  takes: ArrivalsTake
  source: string
  anonymous_id: string
  user_id: string
}

/** Ids that were said to be another's: the second is how somebody goes now. */
export interface AliasesTable {
  takes: ArrivalsTake
  source: string
  previous_id: string
  user_id: string
}

/** Orders of those whose id is not known yet, as they came. */
export interface WaitingMessagesTable {
  takes: ArrivalsTake
  source: string
  anonymous_id: string
  id: string
  /** JSON. */
  message: string
  since: number
}

/** Refunds and cancellations that came before their order. */
export interface WaitingOrderChangesTable {
  number: Generated<number>
  source: string
  id: string
  order_id: string
  kind: 'refund' | 'cancel'
  /** In minor units; null where everything was given back. */
  amount: number | null
  since: number
}
