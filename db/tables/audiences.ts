/** Selections for one channel, and what they were at each of their versions. */

export interface AudiencesTable {
  id: string
  name: string
  name_key: string
  description: string
  /** Whom it takes, less whom, on which channel, as JSON. */
  definition: string
  version: number
  /** How many it held when its definition was confirmed last. */
  members: number
  counted_at: number
  created_at: number
  updated_at: number
  deleted_at: number | null
}

export interface AudienceVersionsTable {
  audience_id: string
  version: number
  name: string
  description: string
  definition: string
  deleted: number
  actor: string
  at: number
  proposal_id: string | null
}
