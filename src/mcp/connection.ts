import type { User } from '#domain/users/schema.ts'
import type { ConfirmationDeps } from './confirmation/confirmation.ts'
import type { Offer } from './offer.ts'

/** What differs from one connection to the next: who is there, what they may use, and where their human decides. */
export interface Connection extends Pick<ConfirmationDeps, 'desk' | 'approver' | 'command'> {
  /** The user whose token was shown; undefined over stdio, where nobody signed in. */
  readonly user?: Pick<User, 'id' | 'name'>
  /** What the log calls it. */
  readonly session: string
  readonly offer: Offer
}
