import { findUserByEmail, listUsers } from '#domain/users/read.ts'
import type { User } from '#domain/users/schema.ts'
import { NotFoundError } from '#kernel/errors.ts'
import type { App } from '#app'

/** The user of a name, e-mail or id. Throws NotFoundError; names are told apart as they are written, and must name one. */
export function namedUser(app: App, who: string): User {
  const { reader } = app.services
  if (who.includes('@')) return findUserByEmail(reader, who)
  const all = listUsers(reader)
  const [found, ...others] = all.filter(({ id, name }) => id === who || name === who)
  if (found !== undefined && others.length === 0) return found
  throw new NotFoundError(
    found === undefined
      ? `There is no user “${who}”`
      : `Several users are called “${who}”: name one by their id`,
    {
      next: 'List them: `muster users`.',
      choices: all.map(({ id, name }) => (found === undefined ? name : id)),
    },
  )
}
