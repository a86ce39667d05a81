import { query, type Reader } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import { ConflictError, InputError } from '#kernel/errors.ts'
import { appendLog } from '../log/append.ts'
import type { Operation } from '../writer/operation.ts'
import { findUser, listUsers } from './read.ts'
import { insertUser } from './roster.ts'
import { hashSecret, newSecret, sessionName } from './secrets.ts'

export const CODE_SECONDS = 15 * 60
export const SESSION_SECONDS = 30 * 24 * 3600

/**
 * Makes a one-time code and answers it; only its hash is kept. With `userId: null` it is the code of the very
 * first sign-in, which makes the first approver, and is refused once there are users.
 */
export const createSigninCode: Operation<{ readonly userId: string | null }, { readonly code: string }> = (
  { writer, clock },
  { userId },
) => {
  const code = newSecret()
  const now = clock.now()
  writer.transaction(() => {
    if (userId === null) refuseSecondBeginning(writer)
    else findUser(writer, userId)
    writer.run(
      query.insertInto('signin_codes').values({
        code_hash: hashSecret(code),
        user_id: userId,
        created_at: now,
        expires_at: now + CODE_SECONDS,
        used_at: null,
      }),
    )
  })
  return { code }
}

/** Exchanges a code, once and within 15 minutes, for a session of 30 days. Only the token's hash is kept. */
export const redeemSigninCode: Operation<
  { readonly code: string; readonly name?: string | undefined },
  { readonly token: string; readonly userId: string; readonly expiresAt: number }
> = (ctx, { code, name }) => {
  const { writer, clock } = ctx
  const now = clock.now()
  const token = newSecret()
  const tokenHash = hashSecret(token)
  const expiresAt = now + SESSION_SECONDS
  return writer.transaction(() => {
    const codeHash = hashSecret(code)
    const found = writer.get(query.selectFrom('signin_codes').selectAll().where('code_hash', '=', codeHash))
    // One answer for unknown, used and expired codes: a stranger learns nothing from it.
    if (found === undefined || found.used_at !== null || found.expires_at <= now) {
      throw new InputError('This sign-in link is not valid any more', {
        next: 'Start Muster again for a new link. A link works once, for 15 minutes.',
      })
    }
    if (found.user_id === null) refuseSecondBeginning(writer)
    writer.run(query.updateTable('signin_codes').set({ used_at: now }).where('code_hash', '=', codeHash))
    const userId = found.user_id ?? insertUser(ctx, { name: name ?? 'Owner', email: null, role: 'approver' })
    writer.run(
      query
        .insertInto('sessions')
        .values({ token_hash: tokenHash, user_id: userId, created_at: now, expires_at: expiresAt }),
    )
    const { name: called } = findUser(writer, userId)
    const actor: Actor = { userId, name: called, surface: 'web', session: sessionName(tokenHash) }
    appendLog(writer, { at: now, actor, action: 'sign_in', subject: userId })
    return { token, userId, expiresAt }
  })
}

/** Ends a session. Ending one that is over changes nothing. */
export const endSession: Operation<{ readonly token: string; readonly actor: Actor }, null> = (
  { writer, clock },
  { token, actor },
) => {
  const tokenHash = hashSecret(token)
  writer.transaction(() => {
    const session = writer.get(
      query.selectFrom('sessions').select('user_id').where('token_hash', '=', tokenHash),
    )
    if (session === undefined) return
    writer.run(query.deleteFrom('sessions').where('token_hash', '=', tokenHash))
    appendLog(writer, { at: clock.now(), actor, action: 'sign_out', subject: session.user_id })
  })
  return null
}

function refuseSecondBeginning(reader: Reader): void {
  if (listUsers(reader).length === 0) return
  throw new ConflictError('This workspace already has its first approver', {
    next: 'Sign in with a link made for a user.',
  })
}
