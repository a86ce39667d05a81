/** What changed by itself, kept for a while: moves of scores, and who came into audiences and went. */
import type { Generated } from 'kysely'

export interface ScoreChangesTable {
  id: Generated<number>
  entity: 'customer' | 'company' | 'person'
  at: number
  cause: string
  /** How many scores moved, kept one by one or not. */
  changed: number
}

export interface ScoreMovesTable {
  change_id: number
  record_id: number
  /** Numbers of profiles; null where none fitted, or fits. */
  icp_before: number | null
  icp_score_before: number | null
  persona_before: number | null
  persona_score_before: number | null
  icp: number | null
  icp_score: number | null
  persona: number | null
  persona_score: number | null
}

export interface AudienceMembersTable {
  audience_id: string
  version: number
  as_of: number
  /** A compressed bitset over internal ids. */
  members: Uint8Array
  /** The version counters of the sources that were read, as JSON. */
  read_from: string
}

export interface AudienceChangesTable {
  id: Generated<number>
  audience_id: string
  at: number
  cause: string
  members: number
  entered: number
  left: number
}

export interface AudienceMovesTable {
  change_id: number
  record_id: number
  /** 1: came; 0: went. */
  entered: number
}
