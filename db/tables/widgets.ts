/** What lets Muster be shown in pages of others. */
import type { KeyColumns } from './keys.ts'

export interface WidgetKeysTable extends KeyColumns {
  /** The most that its tokens may do. */
  role: 'viewer' | 'editor'
  /** JSON: the origins of the pages. */
  origins: string
}

export interface WidgetTokensTable {
  token_hash: string
  key_id: string
  user_id: string
  created_at: number
  expires_at: number
}
