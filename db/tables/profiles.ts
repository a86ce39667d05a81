import type { Generated } from 'kysely'

/** ICPs and personas, what they were at each of their versions, and what records score under those that are live. */

export type ProfileKind = 'icp' | 'persona'
/** A draft scores nothing; an archived one does not any more. */
export type ProfileStatus = 'draft' | 'live' | 'archived'
type ScoredEntity = 'customer' | 'company' | 'person'

export interface ProfilesTable {
  /** Counts them as they are made: of equal scores the older one's counts. */
  number: Generated<number>
  id: string
  kind: ProfileKind
  /** Of a persona: the one ICP that it lives in. */
  icp_id: string | null
  entity: ScoredEntity
  code: string
  name: string
  name_key: string
  goal: string
  status: ProfileStatus
  /** JSON. */
  parameters: string
  version: number
  created_at: number
  updated_at: number
  deleted_at: number | null
}

export interface ProfileVersionsTable {
  profile_id: string
  version: number
  code: string
  name: string
  goal: string
  status: ProfileStatus
  parameters: string
  deleted: number
  actor: string
  at: number
  proposal_id: string | null
}

export interface ScoresTable {
  entity: ScoredEntity
  record_id: number
  /** Numbers of profiles. A person's ICP is that of the company that they work at. */
  icp: number
  /** 0 to 100. */
  icp_score: number
  /** Null where none of the ICP's live personas fits; for companies always. */
  persona: number | null
  persona_score: number | null
}

export interface ScoringsTable {
  entity: ScoredEntity
  as_of: number
  /** The version counters of the sources that were read, as JSON. */
  read_from: string
  /** The live profiles with their versions, as JSON. */
  profiles: string
}

/** How personas for a measured goal have changed since they were saved. */
export interface PersonaDriftTable {
  profile_id: string
  /** The version of the persona whose parameters `saved` is of. */
  version: number
  goal: string
  /** JSON, as `latest` is. */
  saved: string
  saved_at: number
  latest: string
  as_of: number
  /** The version counters of the sources that were read, as JSON. */
  read_from: string
}
