/** What people make with Muster: segments, their members and versions, proposals and the log. */
import type { Generated } from 'kysely'

export type SegmentKind = 'default' | 'custom' | 'list'

export interface SegmentsTable {
  id: string
  name: string
  name_key: string
  description: string
  kind: SegmentKind
  /** Criteria as JSON; null for lists, whose members are in list_members. */
  criteria: string | null
  /** Rules as JSON, by internal ids; null for none. */
  pins: string | null
  version: number
  created_at: number
  updated_at: number
  deleted_at: number | null
}

export interface SegmentVersionsTable {
  segment_id: string
  version: number
  name: string
  description: string
  criteria: string | null
  pins: string | null
  deleted: number
  actor: string
  at: number
  proposal_id: string | null
}

export interface ListMembersTable {
  segment_id: string
  customer_id: number
}

/** Who is or was in a segment; `left_at` null means still in. Instants are those of the refreshes. */
export interface MembershipsTable {
  segment_id: string
  customer_id: number
  version: number
  entered_at: number
  left_at: number | null
  cause: string
}

export interface RefreshesTable {
  id: Generated<number>
  segment_id: string
  version: number
  as_of: number
  members: number
  entered: number
  left: number
  cause: string
}

/** Of the last measurement, which a count by itself is not. */
export interface SegmentFiguresTable {
  segment_id: string
  version: number
  as_of: number
  members: number
  buyers: number
  orders: number
  /** Minor units. */
  spent: number
  /** JSON: how many members each RFM pattern holds. */
  patterns: string
  /** JSON: `{ id, customers, spent }[]`, the most sold first. */
  products: string
  /** JSON: the version counter of each source. */
  read_from: string
}

export interface PreviewsTable {
  id: string
  entity: string
  criteria: string
  as_of: number
  count: number
  total: number
  /** The member set: a compressed bitset over internal ids. */
  members: Uint8Array
  members_hash: string
  /** The whole preview as JSON, masked: what people were shown. */
  body: string
  created_at: number
  actor: string
}

export type ProposalState = 'draft' | 'confirmed' | 'rejected' | 'expired' | 'stale'

export interface ProposalsTable {
  id: string
  kind: string
  change: string
  target_id: string | null
  base_version: number | null
  preview_id: string | null
  summary: string
  /** Before and after, as JSON; shown with the proposal. */
  difference: string
  count: number | null
  total: number | null
  members_hash: string | null
  as_of: number
  /** Over the change, criteria, base version, as-of, count and members: what a human confirms. */
  content_hash: string
  state: ProposalState
  tolerance: number
  actor: string
  created_at: number
  expires_at: number
  decided_at: number | null
  decided_by: string | null
  /** Why it was refused, or what the change made, as JSON. */
  outcome: string | null
}

export interface LogTable {
  id: Generated<number>
  at: number
  actor: string
  action: string
  subject: string
  detail: string
}
