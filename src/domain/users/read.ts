import { type Selectable, sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { UsersTable } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import { NotFoundError } from '#kernel/errors.ts'
import type { SignedIn, User } from './schema.ts'
import { hashSecret, sessionName } from './secrets.ts'

/** Everybody who can sign in, oldest first. */
export const listUsers = (reader: Reader): readonly User[] =>
  reader.all(query.selectFrom('users').selectAll().orderBy('created_at').orderBy(sql`rowid`)).map(toUser)

/** Throws NotFoundError. */
export function findUser(reader: Reader, id: string): User {
  const row = reader.get(query.selectFrom('users').selectAll().where('id', '=', id))
  if (row === undefined) {
    throw new NotFoundError(`There is no user ${id}`, { next: 'Sign in again, or name a user that exists.' })
  }
  return toUser(row)
}

/** Ignores case. Throws NotFoundError. */
export function findUserByEmail(reader: Reader, email: string): User {
  const wanted = foldEmail(email)
  const user = listUsers(reader).find((each) => each.email !== null && foldEmail(each.email) === wanted)
  if (user !== undefined) return user
  throw new NotFoundError('There is no user with this e-mail in Muster', {
    next: 'Add them with `muster users add`, or give a user this e-mail with `muster users email`.',
    path: ['email'],
  })
}

export const foldEmail = (email: string): string => email.trim().toLowerCase()

/** Whose session this token opens; undefined for unknown and expired ones. */
export function findSession(reader: Reader, token: string, now: Instant): SignedIn | undefined {
  const tokenHash = hashSecret(token)
  const row = reader.get(
    query
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .selectAll('users')
      .select('sessions.expires_at')
      .where('sessions.token_hash', '=', tokenHash)
      .where('sessions.expires_at', '>', now),
  )
  if (row === undefined) return undefined
  return { user: toUser(row), session: sessionName(tokenHash), expiresAt: row.expires_at }
}

/** The stored hash of a user's passphrase, for `verifyPassphrase`; null when none was set. */
export const passphraseHash = (reader: Reader, userId: string): string | null =>
  reader.get(query.selectFrom('users').select('passphrase').where('id', '=', userId))?.passphrase ?? null

const toUser = ({ id, name, email, role, passphrase }: Selectable<UsersTable>): User => ({
  id,
  name,
  email,
  role,
  hasPassphrase: passphrase !== null,
})
