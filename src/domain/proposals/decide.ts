import type { Actor } from '#kernel/actor.ts'
import { type Clock, toMinute } from '#kernel/clock.ts'
import { ConflictError, InputError, NotFoundError } from '#kernel/errors.ts'
import type { Criteria } from '../criteria/schema.ts'
import { encodeMembers } from '../members/encode.ts'
import type { Members } from '../members/members.ts'
import type { WriterPort } from '../writer/port.ts'
import type { Recount } from './confirm.ts'
import type { HumanActor } from './human.ts'
import type { Proposals } from './read.ts'
import type { Proposal } from './schema.ts'

/** What only humans do. Never part of what tools are given. */
export interface Decisions {
  /**
   * Makes the change that was proposed, exactly once. Throws ConflictError when the proposal is decided,
   * expired or stale, InputError when the count has to be typed or the human may not confirm.
   */
  confirm(decision: {
    readonly proposalId: string
    /** Of the proposal as it was shown. */
    readonly contentHash: string
    readonly typedCount?: number
    readonly actor: HumanActor
    readonly signal?: AbortSignal
  }): Promise<Proposal>
  reject(decision: {
    readonly proposalId: string
    readonly reason?: string
    readonly actor: HumanActor
  }): Promise<Proposal>
}

export interface DecisionsDeps {
  readonly clock: Clock
  readonly members: Members
  readonly proposals: Proposals
  readonly writer: WriterPort
  /** Where a human's answer counts: the setting MUSTER_CONFIRM. */
  readonly surfaces: ReadonlySet<HumanActor['surface']>
  /** Told after each confirmation: long work that it left behind can begin. */
  readonly onConfirmed?: () => void
}

/** Data that changes more often than this during a confirmation has to come to rest first. */
const ATTEMPTS = 10

export function createDecisions(deps: DecisionsDeps): Decisions {
  const { clock, members, proposals, writer, surfaces } = deps

  // Outside the writer, so that counting holds nobody up; the writer checks that the data still is the same.
  async function recountOf(criteria: Criteria, signal: AbortSignal | undefined): Promise<Recount | string> {
    const asOf = toMinute(clock.now())
    try {
      const { bits, versions } = await members.of(criteria, { asOf, ...(signal && { signal }) })
      return { members: encodeMembers(bits), asOf, versions }
    } catch (error) {
      // A segment that was deleted, a product that is gone: what was counted does not exist any more.
      if (error instanceof NotFoundError || error instanceof InputError) return error.message
      throw error
    }
  }

  return {
    async confirm({ proposalId, contentHash, typedCount, actor, signal }) {
      refuseOtherSurfaces(actor, surfaces)
      const criteria = proposals.get(proposalId).preview?.criteria
      let recount = criteria === undefined ? null : await recountOf(criteria, signal)
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const answer = await writer.call('confirmProposal', {
          proposalId,
          contentHash,
          typedCount: typedCount ?? null,
          actor: plain(actor),
          recount,
        })
        if (answer.kind === 'confirmed') {
          deps.onConfirmed?.()
          return proposals.get(proposalId)
        }
        if (answer.kind === 'refused') throw new ConflictError(answer.message, { next: answer.next })
        if (criteria === undefined) throw new Error('A proposal without criteria asked for a recount')
        recount = await recountOf(criteria, signal)
      }
      throw new ConflictError('The data keeps changing while this is being confirmed', {
        next: 'Confirm again when the running import has ended.',
      })
    },
    async reject({ proposalId, reason, actor }) {
      refuseOtherSurfaces(actor, surfaces)
      await writer.call('rejectProposal', { proposalId, reason: reason ?? null, actor: plain(actor) })
      return proposals.get(proposalId)
    },
  }
}

function refuseOtherSurfaces({ surface }: HumanActor, surfaces: DecisionsDeps['surfaces']): void {
  if (surfaces.has(surface)) return
  throw new InputError('Answers from here do not count as a decision', {
    next: 'Decide where the setting MUSTER_CONFIRM says, for example in the web app.',
  })
}

const plain = ({ userId, name, surface, session }: HumanActor): Actor => ({ userId, name, surface, session })
