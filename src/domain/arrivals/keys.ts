import { query } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import { InputError } from '#kernel/errors.ts'
import { makeKey, type NewKey, revokeKey } from '../keys/keys.ts'
import type { Operation } from '../writer/operation.ts'
import { WRITE_KEYS, type WriteKey } from './key-schema.ts'

/** As the sources of imports are named. */
const SOURCE = /^[a-z0-9][a-z0-9_-]{0,39}$/

/** Makes a key and answers it, this once: only its hash is kept. */
export const createWriteKey: Operation<
  Pick<WriteKey, 'name' | 'takes' | 'source'> & { readonly actor: Actor },
  NewKey
> = (ctx, { name, takes, source, actor }) => {
  if (!SOURCE.test(source)) {
    throw new InputError(`${source} is no name of a source`, {
      next: 'Take a short name in lower case letters, digits, - and _.',
    })
  }
  return makeKey(ctx, WRITE_KEYS, { name, detail: { takes, source }, actor }, (row) =>
    ctx.writer.run(query.insertInto('write_keys').values({ ...row, takes, source })),
  )
}

/** From here on the key is good for nothing; what it sent stays. */
export const revokeWriteKey: Operation<{ readonly keyId: string; readonly actor: Actor }, null> = (
  ctx,
  revoked,
) => revokeKey(ctx, WRITE_KEYS, revoked)
