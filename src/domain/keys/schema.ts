/** What every kind of key has, as people see it. */
export interface Key {
  readonly id: string
  readonly name: string
  /** ISO 8601 */
  readonly createdAt: string
  readonly usedAt: string | null
  readonly revokedAt: string | null
}

/** How keys of one kind are kept and called: write keys, widget keys, access tokens. */
export interface KeyKind {
  readonly table: 'write_keys' | 'widget_keys' | 'access_tokens'
  /** What errors call one. */
  readonly noun: string
  /** `muster <command>` lists them. */
  readonly command: string
  readonly idPrefix: string
  /** How the secrets begin: it tells those who find one somewhere what it is. */
  readonly secretPrefix: string
  /** For the log: `create_<action>`, `revoke_<action>`. */
  readonly action: string
}
