/** Who signs in, and their conversations. */
export type Role = 'viewer' | 'editor' | 'approver'

export interface UsersTable {
  id: string
  name: string
  email: string | null
  role: Role
  /** scrypt, with its salt and cost: what `muster confirm` asks for. */
  passphrase: string | null
  created_at: number
}

export interface SessionsTable {
  /** SHA-256 of the cookie's token: the token itself is never stored. */
  token_hash: string
  user_id: string
  created_at: number
  expires_at: number
}

export interface SigninCodesTable {
  code_hash: string
  user_id: string | null
  created_at: number
  expires_at: number
  used_at: number | null
}

export interface ThreadsTable {
  id: string
  user_id: string | null
  title: string
  /** Rises with every stored turn: two tabs can't overwrite each other. */
  version: number
  created_at: number
  updated_at: number
  deleted_at: number | null
}

export interface MessagesTable {
  thread_id: string
  seq: number
  id: string
  role: 'user' | 'assistant'
  parts: string
  metadata: string | null
  created_at: number
}
