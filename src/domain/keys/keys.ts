import type { Selectable } from 'kysely'
import { query, type Writer } from '#db/run.ts'
import type { KeyColumns } from '#db/schema.ts'
import type { Actor } from '#kernel/actor.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import { ConflictError, InputError, NotFoundError } from '#kernel/errors.ts'
import { appendLog } from '../log/append.ts'
import { hashSecret, newSecret } from '../users/secrets.ts'
import type { WriteContext } from '../writer/operation.ts'
import type { Key, KeyKind } from './schema.ts'

export interface NewKey {
  readonly keyId: string
  /** The secret itself, this once. */
  readonly key: string
}

/** Makes a key: `insert` adds the columns of its kind. Throws InputError for a name that is none. */
export function makeKey(
  { writer, clock, ids }: WriteContext,
  kind: KeyKind,
  { name, detail, actor }: { readonly name: string; readonly detail: object; readonly actor: Actor },
  insert: (row: Selectable<KeyColumns>) => void,
): NewKey {
  const trimmed = name.trim()
  if (trimmed === '' || trimmed.length > 100) {
    throw new InputError(`A ${kind.noun}’s name has 1 to 100 characters`, {
      next: 'Name the program that it is for.',
    })
  }
  const keyId = ids.next(kind.idPrefix)
  const key = `${kind.secretPrefix}_${newSecret()}`
  const at = clock.now()
  writer.transaction(() => {
    insert({
      id: keyId,
      name: trimmed,
      key_hash: hashSecret(key),
      created_at: at,
      used_at: null,
      revoked_at: null,
    })
    appendLog(writer, { at, actor, action: `create_${kind.action}`, subject: keyId, detail: { ...detail } })
  })
  return { keyId, key }
}

/** From here on the key is good for nothing; `also` ends what was made by it. Throws for unknown and revoked ones. */
export function revokeKey(
  { writer, clock }: Pick<WriteContext, 'writer' | 'clock'>,
  { table, noun, command, action }: KeyKind,
  { keyId, actor }: { readonly keyId: string; readonly actor: Actor },
  also: () => void = () => undefined,
): null {
  const at = clock.now()
  writer.transaction(() => {
    const row = writer.get(query.selectFrom(table).select('revoked_at').where('id', '=', keyId))
    if (row === undefined) {
      throw new NotFoundError(`There is no ${noun} ${keyId}`, { next: `List them: \`muster ${command}\`.` })
    }
    if (row.revoked_at !== null) {
      throw new ConflictError(`The ${noun} ${keyId} is revoked already`, { next: 'Nothing is to be done.' })
    }
    writer.run(query.updateTable(table).set({ revoked_at: at }).where('id', '=', keyId))
    also()
    appendLog(writer, { at, actor, action: `revoke_${action}`, subject: keyId })
  })
  return null
}

/** Is it a minute or more since this was noted? */
export const isDueToNote = (usedAt: Instant | null, now: Instant): boolean =>
  usedAt === null || now - usedAt >= 60

/** Notes that a key is used, to the minute. Throws where it was revoked since it was looked up. */
export function noteUse(
  writer: Writer,
  { table, noun, command }: KeyKind,
  keyId: string,
  now: Instant,
): void {
  const row = writer.get(query.selectFrom(table).select(['used_at', 'revoked_at']).where('id', '=', keyId))
  if (row === undefined || row.revoked_at !== null) {
    throw new InputError(`The ${noun} was revoked`, { next: `Make another: \`muster ${command} add\`.` })
  }
  if (!isDueToNote(row.used_at, now)) return
  writer.run(query.updateTable(table).set({ used_at: now }).where('id', '=', keyId))
}

/** The columns that all kinds have, as people see them. */
export const keyOf = ({ id, name, created_at, used_at, revoked_at }: Selectable<KeyColumns>): Key => ({
  id,
  name,
  createdAt: toIso(created_at),
  usedAt: used_at === null ? null : toIso(used_at),
  revokedAt: revoked_at === null ? null : toIso(revoked_at),
})
