import type { App } from '#app'
import { externalIds } from '#domain/entities/external-ids.ts'
import { provenHuman } from '#domain/proposals/human.ts'
import { toMinute } from '#kernel/clock.ts'
import type { ShownProposal } from '../outcome.ts'

/** Stands for the human, who alone can decide. */
export interface Human {
  confirm(proposal: ShownProposal): Promise<void>
  reject(proposal: ShownProposal): Promise<void>
  /** The segments that there are, by name, with the ids of their members, ascending. */
  segments(): Promise<ReadonlyMap<string, readonly number[]>>
}

/** A human who has signed in to this throwaway company: nobody outside of it is spoken for. */
export async function humanOf(app: App): Promise<Human> {
  const { services, decisions, writer } = app
  const { userId: id } = await writer.call('addUser', {
    name: 'The human',
    email: null,
    role: 'approver',
    actor: { userId: null, name: 'evals', surface: 'terminal', session: null },
  })
  const actor = provenHuman({ id, name: 'The human' }, { surface: 'web', session: 'evals' })
  return {
    async confirm({ id: proposalId, contentHash, count }) {
      await decisions.confirm({ proposalId, contentHash, actor, ...(count != null && { typedCount: count }) })
    },
    async reject({ id: proposalId }) {
      await decisions.reject({ proposalId, actor })
    },
    async segments() {
      const asOf = toMinute(services.clock.now())
      const listed = services.segments.list().map(async ({ id: segment, name }) => {
        const { bits } = await services.members.of({ type: 'segment', segment }, { asOf })
        const members = [...externalIds(services.reader, 'customer', bits)].map(Number)
        return [name, members.toSorted((a, b) => a - b)] as const
      })
      return new Map(await Promise.all(listed))
    },
  }
}
