import { query, type Writer } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'
import { ConflictError, InputError, NotFoundError } from '#kernel/errors.ts'
import { appendLog } from '../log/append.ts'
import { hashSecret, newSecret } from '../users/secrets.ts'
import type { Operation } from '../writer/operation.ts'
import type { WriteKey } from './key-schema.ts'

interface NewKey extends Pick<WriteKey, 'name' | 'takes' | 'source'> {
  readonly actor: Actor
}

/** As the sources of imports are named. */
const SOURCE = /^[a-z0-9][a-z0-9_-]{0,39}$/

/** Makes a key and answers it, this once: only its hash is kept. */
export const createWriteKey: Operation<NewKey, { readonly keyId: string; readonly key: string }> = (
  { writer, clock, ids },
  { name, takes, source, actor },
) => {
  const trimmed = name.trim()
  if (trimmed === '' || trimmed.length > 100) {
    throw new InputError('A key’s name has 1 to 100 characters', { next: 'Name the program that it is for.' })
  }
  if (!SOURCE.test(source)) {
    throw new InputError(`${source} is no name of a source`, {
      next: 'Take a short name in lower case letters, digits, - and _.',
    })
  }
  const keyId = ids.next('wrk')
  // Its beginning tells those who find it somewhere what it is.
  const key = `muster_write_${newSecret()}`
  const at = clock.now()
  writer.transaction(() => {
    writer.run(
      query.insertInto('write_keys').values({
        id: keyId,
        name: trimmed,
        key_hash: hashSecret(key),
        takes,
        source,
        created_at: at,
        used_at: null,
        revoked_at: null,
      }),
    )
    appendLog(writer, { at, actor, action: 'create_write_key', subject: keyId, detail: { takes, source } })
  })
  return { keyId, key }
}

/** From here on the key is good for nothing; what it sent stays. */
export const revokeWriteKey: Operation<{ readonly keyId: string; readonly actor: Actor }, null> = (
  { writer, clock },
  { keyId, actor },
) => {
  const at = clock.now()
  writer.transaction(() => {
    const row = writer.get(query.selectFrom('write_keys').select('revoked_at').where('id', '=', keyId))
    if (row === undefined) {
      throw new NotFoundError(`There is no write key ${keyId}`, { next: 'List them: `muster write-keys`.' })
    }
    if (row.revoked_at !== null) {
      throw new ConflictError(`The write key ${keyId} is revoked already`, { next: 'Nothing is to be done.' })
    }
    writer.run(query.updateTable('write_keys').set({ revoked_at: at }).where('id', '=', keyId))
    appendLog(writer, { at, actor, action: 'revoke_write_key', subject: keyId })
  })
  return null
}

/** Notes that a key is used, to the minute. Throws where it was revoked since it was looked up. */
export function useWriteKey(writer: Writer, keyId: string, now: Instant): void {
  const key = writer.get(
    query.selectFrom('write_keys').select(['used_at', 'revoked_at']).where('id', '=', keyId),
  )
  if (key === undefined || key.revoked_at !== null) {
    throw new InputError('The write key was revoked', { next: 'Make another: `muster write-keys add`.' })
  }
  if (key.used_at !== null && now - key.used_at < 60) return
  writer.run(query.updateTable('write_keys').set({ used_at: now }).where('id', '=', keyId))
}
