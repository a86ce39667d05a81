import type { Actor } from '#kernel/actor.ts'
import type { Operation } from '../writer/operation.ts'
import { requireDraft, requireRole, settle } from './state.ts'

/** Turns a proposal down. It stays in the log with its reason. */
export const rejectProposal: Operation<
  { readonly proposalId: string; readonly reason: string | null; readonly actor: Actor },
  null
> = ({ writer, clock }, { proposalId, reason, actor }) => {
  writer.transaction(() => {
    const { id } = requireDraft(writer, proposalId)
    requireRole(writer, actor, 'editor', 'reject')
    settle(writer, id, {
      state: 'rejected',
      at: clock.now(),
      actor,
      outcome: reason === null ? {} : { reason },
    })
  })
  return null
}
