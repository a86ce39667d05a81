/** What lets Muster be shown in pages of others. */
export interface WidgetKeysTable {
  id: string
  name: string
  /** SHA-256 of the key: the key itself is never stored. */
  key_hash: string
  /** The most that its tokens may do. */
  role: 'viewer' | 'editor'
  /** JSON: the origins of the pages. */
  origins: string
  created_at: number
  used_at: number | null
  revoked_at: number | null
}

export interface WidgetTokensTable {
  token_hash: string
  key_id: string
  user_id: string
  created_at: number
  expires_at: number
}
