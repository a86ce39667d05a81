import type { Key, KeyKind } from '../keys/schema.ts'

/** What an MCP client shows to speak for a user over HTTP. */
export interface AccessToken extends Key {
  readonly user: { readonly id: string; readonly name: string }
  /** The most that it may do, whatever its user may. Nothing that it does is confirming. */
  readonly role: 'viewer' | 'editor'
  /** ISO 8601 */
  readonly expiresAt: string
}

export const ACCESS_TOKENS: KeyKind = {
  table: 'access_tokens',
  noun: 'token',
  command: 'token',
  idPrefix: 'tok',
  secretPrefix: 'muster_mcp',
  action: 'access_token',
}
