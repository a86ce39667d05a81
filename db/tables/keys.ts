/** What every kind of key has that a program shows to be let in. */
export interface KeyColumns {
  id: string
  name: string
  /** SHA-256 of the key: the key itself is never stored. */
  key_hash: string
  created_at: number
  used_at: number | null
  revoked_at: number | null
}

/** Bearer tokens of MCP clients, each of one user. */
export interface AccessTokensTable extends KeyColumns {
  user_id: string
  /** The most that it may do, whatever its user may. */
  role: 'viewer' | 'editor'
  expires_at: number
}
