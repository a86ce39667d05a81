import { mayActAs, type User } from '#domain/users/schema.ts'
import { RefusedError } from '../errors.ts'

/** Throws for a viewer, who looks and does no more. `what` completes "You may not …". */
export function requireEditor({ role }: Pick<User, 'role'>, what: string): void {
  if (mayActAs(role, 'editor')) return
  throw new RefusedError(403, `You may not ${what}`, 'Ask someone with the role editor.')
}

/** Viewers look at names and addresses as models do: enough to recognise, too little to contact. */
export const masksFor = ({ role }: Pick<User, 'role'>): boolean => !mayActAs(role, 'editor')
