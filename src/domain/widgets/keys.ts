import { query } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import { InputError } from '#kernel/errors.ts'
import { makeKey, type NewKey, revokeKey } from '../keys/keys.ts'
import type { Operation } from '../writer/operation.ts'
import { WIDGET_KEYS, type WidgetKey } from './schema.ts'

/** Makes a key and answers it, this once: only its hash is kept. */
export const createWidgetKey: Operation<
  Pick<WidgetKey, 'name' | 'role' | 'origins'> & { readonly actor: Actor },
  NewKey
> = (ctx, { name, role, origins, actor }) => {
  const [first] = origins
  if (first === undefined) {
    throw new InputError('A key is for pages of at least one origin', {
      next: 'Name it, such as https://shop.example.',
    })
  }
  return makeKey(ctx, WIDGET_KEYS, { name, detail: { role, origins }, actor }, (row) =>
    ctx.writer.run(
      query
        .insertInto('widget_keys')
        .values({ ...row, role, origins: JSON.stringify([...new Set(origins)]) }),
    ),
  )
}

/** From here on neither the key nor any token of it is good for anything. */
export const revokeWidgetKey: Operation<{ readonly keyId: string; readonly actor: Actor }, null> = (
  ctx,
  revoked,
) =>
  revokeKey(ctx, WIDGET_KEYS, revoked, () =>
    ctx.writer.run(query.deleteFrom('widget_tokens').where('key_id', '=', revoked.keyId)),
  )
