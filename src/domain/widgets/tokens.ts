import { sql } from 'kysely'
import { query } from '#db/run.ts'
import { findUserByEmail } from '../users/read.ts'
import { hashSecret, newSecret } from '../users/secrets.ts'
import type { Operation } from '../writer/operation.ts'

const TOKEN_SECONDS = 10 * 60
/** Of one person by one key at a time: for many tabs, and not for ever more rows. The oldest go, and renew themselves. */
const AT_A_TIME = 20

/**
 * Makes a token for a user, by a key that was checked; only its hash is kept. The log has nothing of it: it changes
 * nothing, and what is drafted with it names its user. Throws NotFoundError for an e-mail that no user has.
 */
export const createWidgetToken: Operation<
  { readonly keyId: string; readonly email: string },
  { readonly token: string; readonly userId: string; readonly expiresAt: number }
> = ({ writer, clock }, { keyId, email }) => {
  const now = clock.now()
  const token = `muster_wt_${newSecret()}`
  const expiresAt = now + TOKEN_SECONDS
  return writer.transaction(() => {
    const user = findUserByEmail(writer, email)
    writer.run(query.updateTable('widget_keys').set({ used_at: now }).where('id', '=', keyId))
    writer.run(query.deleteFrom('widget_tokens').where('expires_at', '<=', now))
    writer.run(
      query.deleteFrom('widget_tokens').where(
        'token_hash',
        'in',
        query
          .selectFrom('widget_tokens')
          .select('token_hash')
          .where('key_id', '=', keyId)
          .where('user_id', '=', user.id)
          .orderBy(sql`rowid`, 'desc')
          .limit(-1)
          .offset(AT_A_TIME - 1),
      ),
    )
    writer.run(
      query.insertInto('widget_tokens').values({
        token_hash: hashSecret(token),
        key_id: keyId,
        user_id: user.id,
        created_at: now,
        expires_at: expiresAt,
      }),
    )
    return { token, userId: user.id, expiresAt }
  })
}
