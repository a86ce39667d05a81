import type { Actor } from '#kernel/actor.ts'
import type { User } from '../users/schema.ts'

const PROVEN = Symbol('a human, proven')

/**
 * A human who has just shown who they are: by the session of a signed-in browser, by a passphrase typed into a
 * terminal, or by an elicitation that the operator lets count. Deciding needs one. Nothing that a model can
 * reach holds one or can make one: only the surfaces' code that checks the credential calls `provenHuman`.
 */
export interface HumanActor extends Actor {
  readonly [PROVEN]: true
  readonly userId: string
  readonly surface: 'web' | 'terminal' | 'mcp'
}

/** Call this where the credential was checked, and nowhere else. */
export const provenHuman = (
  user: Pick<User, 'id' | 'name'>,
  where: { readonly surface: HumanActor['surface']; readonly session: string | null },
): HumanActor => ({ [PROVEN]: true, userId: user.id, name: user.name, ...where })
