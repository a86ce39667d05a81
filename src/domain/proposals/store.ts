import { query } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'
import { canonicalJson } from '#kernel/hash.ts'
import type { Change } from '../changes/index.ts'
import { appendLog } from '../log/append.ts'
import type { Operation } from '../writer/operation.ts'
import type { Difference } from './shown.ts'

/** Keeps a drafted proposal. It changes nothing that anybody sees but the list of proposals. */
export const storeProposal: Operation<
  {
    readonly id: string
    readonly change: Change
    readonly target: { readonly id: string; readonly version: number } | null
    readonly previewId: string | null
    readonly summary: string
    readonly difference: readonly Difference[]
    readonly count: number | null
    readonly total: number | null
    readonly membersHash: string | null
    readonly asOf: Instant
    readonly contentHash: string
    readonly tolerance: number
    readonly expiresAt: Instant
    readonly actor: Actor
  },
  null
> = ({ writer, clock }, proposal) => {
  const { id, change, target, actor } = proposal
  const at = clock.now()
  writer.transaction(() => {
    writer.run(
      query.insertInto('proposals').values({
        id,
        kind: change.kind,
        change: canonicalJson(change),
        target_id: target?.id ?? null,
        base_version: target?.version ?? null,
        preview_id: proposal.previewId,
        summary: proposal.summary,
        difference: JSON.stringify(proposal.difference),
        count: proposal.count,
        total: proposal.total,
        members_hash: proposal.membersHash,
        as_of: proposal.asOf,
        content_hash: proposal.contentHash,
        state: 'draft',
        tolerance: proposal.tolerance,
        actor: JSON.stringify(actor),
        created_at: at,
        expires_at: proposal.expiresAt,
        decided_at: null,
        decided_by: null,
        outcome: null,
      }),
    )
    appendLog(writer, { at, actor, action: 'draft_proposal', subject: id, detail: { kind: change.kind } })
  })
  return null
}
