import type { User } from '#domain/users/schema.ts'
import { InputError, type MusterError } from '#kernel/errors.ts'
import type { AnyTool } from '#tools/define.ts'
import type { ConfirmationDeps } from './confirmation/confirmation.ts'

/** What differs from one connection to the next: who is there, what they may use, and where their human decides. */
export interface Connection extends Pick<ConfirmationDeps, 'desk' | 'approver' | 'command'> {
  /** The user whose token was shown; undefined over stdio, where nobody signed in. */
  readonly user?: Pick<User, 'id' | 'name'>
  /** What the log calls it. */
  readonly session: string
  /** Why a tool is not there for it; undefined for those that are. */
  refusal(tool: AnyTool): MusterError | undefined
}

/** Viewers look: tools that draft are not there for them. */
export const refusalFor =
  (role: User['role']) =>
  ({ name, effect }: AnyTool): MusterError | undefined =>
    role === 'viewer' && effect === 'propose'
      ? new InputError(`${name} drafts a change, and this token may only look`, {
          next: 'Ask the operator for a token of an editor: `muster token add --help`.',
        })
      : undefined
