import { query, type Reader } from '#db/run.ts'
import type { Role } from '#db/schema.ts'
import type { Actor } from '#kernel/actor.ts'
import { ConflictError, InputError } from '#kernel/errors.ts'
import { appendLog } from '../log/append.ts'
import type { Operation, WriteContext } from '../writer/operation.ts'
import { findUser, foldEmail, listUsers } from './read.ts'

export interface NewUser {
  readonly name: string
  readonly email: string | null
  readonly role: Role
}

/** Inserts a user; the caller holds the transaction and writes the log. */
export function insertUser({ writer, clock, ids }: WriteContext, { name, email, role }: NewUser): string {
  const trimmed = name.trim()
  if (trimmed === '' || trimmed.length > 100) {
    throw new InputError('A user’s name has 1 to 100 characters', {
      next: 'Give the name that the log should show.',
      path: ['name'],
    })
  }
  const id = ids.next('usr')
  writer.run(
    query.insertInto('users').values({
      id,
      name: trimmed,
      email: email === null ? null : freeEmail(writer, email),
      role,
      passphrase: null,
      created_at: clock.now(),
    }),
  )
  return id
}

/** Throws for what is no e-mail, and for one that somebody else has: it names one user. */
function freeEmail(reader: Reader, email: string): string {
  const trimmed = email.trim()
  if (!/^[^\s@]+@[^\s@]+$/.test(trimmed)) {
    throw new InputError(`“${email}” is no e-mail address`, {
      next: 'Give one like ana@shop.example.',
      path: ['email'],
    })
  }
  const same = listUsers(reader).find(
    (user) => user.email !== null && foldEmail(user.email) === foldEmail(trimmed),
  )
  if (same === undefined) return trimmed
  throw new ConflictError(`${same.name} has this e-mail already`, {
    next: 'Give each user an e-mail of their own.',
  })
}

/** Adds someone who can sign in, with a code made for them afterwards. */
export const addUser: Operation<NewUser & { readonly actor: Actor }, { readonly userId: string }> = (
  ctx,
  { actor, ...user },
) =>
  ctx.writer.transaction(() => {
    const userId = insertUser(ctx, user)
    appendLog(ctx.writer, {
      at: ctx.clock.now(),
      actor,
      action: 'add_user',
      subject: userId,
      detail: { role: user.role },
    })
    return { userId }
  })

/** Gives a user an e-mail, or another one: by it servers of other pages name them. */
export const setEmail: Operation<
  { readonly userId: string; readonly email: string; readonly actor: Actor },
  null
> = ({ writer, clock }, { userId, email, actor }) => {
  writer.transaction(() => {
    const user = findUser(writer, userId)
    if (user.email !== null && foldEmail(user.email) === foldEmail(email)) return
    writer.run(
      query
        .updateTable('users')
        .set({ email: freeEmail(writer, email) })
        .where('id', '=', userId),
    )
    appendLog(writer, { at: clock.now(), actor, action: 'set_email', subject: userId })
  })
  return null
}

/** Stores the hash that `hashPassphrase` made. */
export const setPassphrase: Operation<
  { readonly userId: string; readonly hash: string; readonly actor: Actor },
  null
> = ({ writer, clock }, { userId, hash, actor }) => {
  writer.transaction(() => {
    findUser(writer, userId)
    writer.run(query.updateTable('users').set({ passphrase: hash }).where('id', '=', userId))
    appendLog(writer, { at: clock.now(), actor, action: 'set_passphrase', subject: userId })
  })
  return null
}
