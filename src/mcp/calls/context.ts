import type { Proposal } from '#domain/proposals/schema.ts'
import type { Services } from '#domain/services.ts'
import type { Actor } from '#kernel/actor.ts'
import type { ToolContext } from '#tools/define.ts'

/** What one call of a tool may use and watch. */
export interface Call {
  readonly actor: Actor
  /** Aborted when the client cancels the request or goes away: reading stops. */
  readonly signal: AbortSignal
  /** 0 to 1. */
  onProgress(done: number): void
  onDraft(proposal: Proposal): void
}

/** The services as a tool gets them, with an eye on what is counted and drafted. */
export function toolContext(services: Services, { actor, signal, onProgress, onDraft }: Call): ToolContext {
  const { previews, draft } = services
  return {
    ...services,
    actor,
    signal,
    previews: {
      count: (criteria, options) => previews.count(criteria, { ...options, onProgress }),
      get: (id) => previews.get(id),
      resolve: (criteria) => previews.resolve(criteria),
    },
    draft: {
      async proposal(change, options) {
        const proposal = await draft.proposal(change, options)
        onDraft(proposal)
        return proposal
      },
    },
  }
}
