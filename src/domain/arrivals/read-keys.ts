import type { Selectable } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { WriteKeysTable } from '#db/schema.ts'
import { keyOf } from '../keys/keys.ts'
import { hashSecret } from '../users/secrets.ts'
import type { WriteKey } from './key-schema.ts'

/** Every key there was, oldest first. */
export const listWriteKeys = (reader: Reader): readonly WriteKey[] =>
  reader.all(query.selectFrom('write_keys').selectAll().orderBy('created_at').orderBy('id')).map(toKey)

/** Built once, for any hash: every request of a stream asks it. */
const inForce = query
  .selectFrom('write_keys')
  .selectAll()
  .where('revoked_at', 'is', null)
  .where('key_hash', '=', '')
  .compile()

/** The key that this text is; undefined for unknown and revoked ones. */
export function findWriteKey(reader: Reader, key: string): WriteKey | undefined {
  const row = reader.get<Selectable<WriteKeysTable>>({
    compile: () => ({ ...inForce, parameters: [hashSecret(key)] }),
  })
  return row && toKey(row)
}

const toKey = (row: Selectable<WriteKeysTable>): WriteKey => ({
  ...keyOf(row),
  takes: row.takes,
  source: row.source,
})
