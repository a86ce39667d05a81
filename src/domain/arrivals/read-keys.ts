import type { Selectable } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { WriteKeysTable } from '#db/schema.ts'
import { toIso } from '#kernel/clock.ts'
import { sameSecret } from '#kernel/hash.ts'
import { hashSecret } from '../users/secrets.ts'
import type { WriteKey } from './key-schema.ts'

/** Every key there was, oldest first. */
export const listWriteKeys = (reader: Reader): readonly WriteKey[] =>
  reader.all(query.selectFrom('write_keys').selectAll().orderBy('created_at').orderBy('id')).map(toKey)

/**
 * The key that this text is; undefined for unknown and revoked ones. Hashes are compared, each with each and in
 * constant time: how near a wrong one was shows in nothing.
 */
export function findWriteKey(reader: Reader, key: string): WriteKey | undefined {
  const hash = hashSecret(key)
  const [row] = reader
    .all(query.selectFrom('write_keys').selectAll().where('revoked_at', 'is', null))
    .filter(({ key_hash: stored }) => sameSecret(stored, hash))
  return row && toKey(row)
}

const toKey = ({ id, name, takes, source, ...row }: Selectable<WriteKeysTable>): WriteKey => ({
  id,
  name,
  takes,
  source,
  createdAt: toIso(row.created_at),
  usedAt: row.used_at === null ? null : toIso(row.used_at),
  revokedAt: row.revoked_at === null ? null : toIso(row.revoked_at),
})
