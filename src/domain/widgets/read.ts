import type { Selectable } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { WidgetKeysTable } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import { keyOf } from '../keys/keys.ts'
import { findUser } from '../users/read.ts'
import { lowerRole } from '../users/schema.ts'
import { hashSecret } from '../users/secrets.ts'
import type { WidgetKey, WidgetUser } from './schema.ts'

/** Every key there was, oldest first. */
export const listWidgetKeys = (reader: Reader): readonly WidgetKey[] =>
  reader.all(query.selectFrom('widget_keys').selectAll().orderBy('created_at').orderBy('id')).map(toKey)

/** The key that this text is; undefined for unknown and revoked ones. */
export function findWidgetKey(reader: Reader, key: string): WidgetKey | undefined {
  const inForce = query.selectFrom('widget_keys').selectAll().where('revoked_at', 'is', null)
  const row = reader.get(inForce.where('key_hash', '=', hashSecret(key)))
  return row && toKey(row)
}

/** Whom a token speaks for; undefined for unknown and expired ones, and those of a revoked key. */
export function findWidgetUser(reader: Reader, token: string, now: Instant): WidgetUser | undefined {
  const tokenHash = hashSecret(token)
  const row = reader.get(
    query
      .selectFrom('widget_tokens')
      .innerJoin('widget_keys', 'widget_keys.id', 'widget_tokens.key_id')
      .select([
        'widget_tokens.user_id',
        'widget_tokens.expires_at',
        'widget_keys.role',
        'widget_keys.origins',
      ])
      .where('widget_tokens.token_hash', '=', tokenHash)
      .where('widget_tokens.expires_at', '>', now)
      .where('widget_keys.revoked_at', 'is', null),
  )
  if (row === undefined) return undefined
  const user = findUser(reader, row.user_id)
  return {
    user: { ...user, role: lowerRole(user.role, row.role) },
    session: `widget_${tokenHash.slice(0, 12)}`,
    expiresAt: row.expires_at,
    origins: JSON.parse(row.origins),
  }
}

const toKey = (row: Selectable<WidgetKeysTable>): WidgetKey => ({
  ...keyOf(row),
  role: row.role,
  origins: JSON.parse(row.origins),
})
