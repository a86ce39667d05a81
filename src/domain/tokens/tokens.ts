import { query } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import { InputError } from '#kernel/errors.ts'
import { makeKey, type NewKey, noteUse, revokeKey } from '../keys/keys.ts'
import { findUser } from '../users/read.ts'
import type { Operation } from '../writer/operation.ts'
import { ACCESS_TOKENS, type AccessToken } from './schema.ts'

const DAY = 86_400
const MOST_DAYS = 366

/** Makes a token of a user and answers it, this once: only its hash is kept. Throws NotFoundError for nobody. */
export const createAccessToken: Operation<
  Pick<AccessToken, 'name' | 'role'> & {
    readonly userId: string
    readonly days: number
    readonly actor: Actor
  },
  NewKey
> = (ctx, { name, role, userId, days, actor }) => {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw new InputError(`A token lasts 1 to ${MOST_DAYS} days`, { next: 'Give a whole number of days.' })
  }
  findUser(ctx.writer, userId)
  const detail = { user: userId, role, days }
  return makeKey(ctx, ACCESS_TOKENS, { name, detail, actor }, (row) =>
    ctx.writer.run(
      query
        .insertInto('access_tokens')
        .values({ ...row, user_id: userId, role, expires_at: row.created_at + days * DAY }),
    ),
  )
}

/** From here on the token is good for nothing; what was drafted with it stays. */
export const revokeAccessToken: Operation<{ readonly keyId: string; readonly actor: Actor }, null> = (
  ctx,
  revoked,
) => revokeKey(ctx, ACCESS_TOKENS, revoked)

/** Notes that a token is used, to the minute. */
export const useAccessToken: Operation<{ readonly keyId: string }, null> = ({ writer, clock }, { keyId }) => {
  noteUse(writer, ACCESS_TOKENS, keyId, clock.now())
  return null
}
