import { query } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Operation } from '../writer/operation.ts'
import { settle } from './state.ts'

/** Ends drafts before their time: those of a batch, when it ends. Decided ones stay as they are. */
export const expireProposals: Operation<
  { readonly ids: readonly string[]; readonly reason: string; readonly actor: Actor },
  null
> = ({ writer, clock }, { ids, reason, actor }) => {
  writer.transaction(() => {
    const drafts = query.selectFrom('proposals').select('id').where('state', '=', 'draft')
    for (const { id } of writer.all(drafts.where('id', 'in', [...ids]))) {
      settle(writer, id, { state: 'expired', at: clock.now(), actor, outcome: { reason } })
    }
  })
  return null
}
