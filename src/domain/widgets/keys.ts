import { query } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import { ConflictError, InputError, NotFoundError } from '#kernel/errors.ts'
import { appendLog } from '../log/append.ts'
import { hashSecret, newSecret } from '../users/secrets.ts'
import type { Operation } from '../writer/operation.ts'
import type { WidgetKey } from './schema.ts'

interface NewKey extends Pick<WidgetKey, 'name' | 'role' | 'origins'> {
  readonly actor: Actor
}

/** Makes a key and answers it, this once: only its hash is kept. */
export const createWidgetKey: Operation<NewKey, { readonly keyId: string; readonly key: string }> = (
  { writer, clock, ids },
  { name, role, origins, actor },
) => {
  const trimmed = name.trim()
  if (trimmed === '' || trimmed.length > 100) {
    throw new InputError('A key’s name has 1 to 100 characters', { next: 'Name the page that it is for.' })
  }
  const [first] = origins
  if (first === undefined) {
    throw new InputError('A key is for pages of at least one origin', {
      next: 'Name it, such as https://shop.example.',
    })
  }
  const keyId = ids.next('wky')
  // Its beginning tells those who find it somewhere what it is.
  const key = `muster_wk_${newSecret()}`
  const at = clock.now()
  writer.transaction(() => {
    writer.run(
      query.insertInto('widget_keys').values({
        id: keyId,
        name: trimmed,
        key_hash: hashSecret(key),
        role,
        origins: JSON.stringify([...new Set(origins)]),
        created_at: at,
        used_at: null,
        revoked_at: null,
      }),
    )
    appendLog(writer, { at, actor, action: 'create_widget_key', subject: keyId, detail: { role, origins } })
  })
  return { keyId, key }
}

/** From here on neither the key nor any token of it is good for anything. */
export const revokeWidgetKey: Operation<{ readonly keyId: string; readonly actor: Actor }, null> = (
  { writer, clock },
  { keyId, actor },
) => {
  const at = clock.now()
  writer.transaction(() => {
    const row = writer.get(query.selectFrom('widget_keys').select('revoked_at').where('id', '=', keyId))
    if (row === undefined) {
      throw new NotFoundError(`There is no widget key ${keyId}`, { next: 'List them: `muster widget-keys`.' })
    }
    if (row.revoked_at !== null) {
      throw new ConflictError(`The widget key ${keyId} is revoked already`, {
        next: 'Nothing is to be done.',
      })
    }
    writer.run(query.updateTable('widget_keys').set({ revoked_at: at }).where('id', '=', keyId))
    writer.run(query.deleteFrom('widget_tokens').where('key_id', '=', keyId))
    appendLog(writer, { at, actor, action: 'revoke_widget_key', subject: keyId })
  })
  return null
}
