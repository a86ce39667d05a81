import { query } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Operation } from '../writer/operation.ts'
import { settle } from './state.ts'

/** Ends drafts that nobody will decide any more. Decided ones stay as they are. */
export const expireProposals: Operation<
  { readonly ids: readonly string[]; readonly reason: string; readonly actor: Actor },
  { readonly expired: number }
> = ({ writer, clock }, { ids, reason, actor }) =>
  writer.transaction(() => {
    const drafts = writer.all(
      query.selectFrom('proposals').select('id').where('id', 'in', ids).where('state', '=', 'draft'),
    )
    for (const { id } of drafts) {
      settle(writer, id, { state: 'expired', at: clock.now(), actor, outcome: { reason } })
    }
    return { expired: drafts.length }
  })
