/** Rules that hand records on, and what they handed on. */
import type { Generated, Selectable } from 'kysely'

export interface RoutingRulesTable {
  id: string
  name: string
  name_key: string
  entity: 'company' | 'person'
  /** Criteria and destination, as JSON. */
  definition: string
  version: number
  /** Whoever satisfied it before: as previews keep their members. */
  seen: Uint8Array
  created_at: number
  updated_at: number
  deleted_at: number | null
}

export interface RoutingRuleVersionsTable {
  rule_id: string
  version: number
  name: string
  definition: string
  deleted: number
  actor: string
  at: number
  proposal_id: string | null
}

/** `sending`: somebody has it in hand until `lease_until`. */
export type DeliveryState = 'waiting' | 'sending' | 'done' | 'failed' | 'cancelled'

export interface DeliveriesTable {
  number: Generated<number>
  id: string
  rule_id: string
  rule_version: number
  entity: 'company' | 'person'
  record_id: number
  /** As it was confirmed, as JSON. */
  destination: string
  state: DeliveryState
  attempts: number
  /** Not before this. */
  next_at: number
  lease_until: number | null
  /** Why the last attempt failed. */
  reason: string | null
  created_at: number
  finished_at: number | null
}

export type DeliveryRow = Selectable<DeliveriesTable>
