import type { Selectable } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { AccessTokensTable } from '#db/schema.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import { isDueToNote, keyOf } from '../keys/keys.ts'
import { findUser } from '../users/read.ts'
import { lowerRole, type User } from '../users/schema.ts'
import { hashSecret } from '../users/secrets.ts'
import type { AccessToken } from './schema.ts'

/** Every token there was, oldest first. */
export const listAccessTokens = (reader: Reader): readonly AccessToken[] =>
  reader
    .all(query.selectFrom('access_tokens').selectAll().orderBy('created_at').orderBy('id'))
    .map((row) => toToken(reader, row))

/** Whom a token speaks for, with the role that is left to them there. */
export interface TokenUser {
  readonly tokenId: string
  readonly user: User
  readonly role: User['role']
  /** Should its use be noted again? */
  readonly isDueToNote: boolean
}

/** Whom this text speaks for; undefined for unknown, revoked and expired tokens. */
export function findTokenUser(reader: Reader, shown: string, now: Instant): TokenUser | undefined {
  const row = reader.get(inForce(now).where('key_hash', '=', hashSecret(shown)))
  if (row === undefined) return undefined
  const user = findUser(reader, row.user_id)
  return {
    tokenId: row.id,
    user,
    role: lowerRole(user.role, row.role),
    isDueToNote: isDueToNote(row.used_at, now),
  }
}

/** Is this the id of a token that is still good for something? */
export const isInForce = (reader: Reader, tokenId: string, now: Instant): boolean =>
  reader.get(inForce(now).where('id', '=', tokenId)) !== undefined

const inForce = (now: Instant) =>
  query.selectFrom('access_tokens').selectAll().where('revoked_at', 'is', null).where('expires_at', '>', now)

function toToken(reader: Reader, row: Selectable<AccessTokensTable>): AccessToken {
  const { id, name } = findUser(reader, row.user_id)
  return { ...keyOf(row), user: { id, name }, role: row.role, expiresAt: toIso(row.expires_at) }
}
