import type {
  ElicitRequestFormParams,
  ElicitRequestURLParams,
  ServerContext,
} from '@modelcontextprotocol/server'
import type { Proposal } from '#domain/proposals/schema.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import type { Ids } from '#kernel/ids.ts'
import { type FollowDeps, onceDecided } from './followed.ts'
import { ANSWER } from './question.ts'

/** People think, and walk over to a colleague. */
const PATIENCE_MS = 10 * 60_000

export interface PushDeps extends FollowDeps {
  readonly ids: Ids
  readonly report: ReportBug
  /** Tells the client that what it opened a page for is done. */
  completed(elicitationId: string): void
}

export type Question =
  | (ElicitRequestFormParams & { readonly mode: 'form' })
  | Omit<ElicitRequestURLParams, 'elicitationId'>

/** Asks clients up to 2025-11-25, which answer while the call waits. */
export function createPush(deps: PushDeps) {
  const waits = new Set<() => void>()

  /** The page may be decided on long after it was opened. */
  function waitFor(proposalId: string, elicitationId: string): () => void {
    const end = onceDecided(proposalId, deps, () => {
      waits.delete(end)
      deps.completed(elicitationId)
    })
    waits.add(end)
    return () => {
      waits.delete(end)
      end()
    }
  }

  return {
    /** What the human answered. Nothing when the client can't ask, or nobody answers. */
    async ask(
      { id }: Proposal,
      question: Question,
      { mcpReq: { send, signal } }: ServerContext,
    ): Promise<Record<string, unknown>> {
      const elicitationId = deps.ids.next('ask')
      const isPage = question.mode === 'url'
      const params = isPage ? { ...question, elicitationId } : question
      const wait = isPage ? waitFor(id, elicitationId) : undefined
      try {
        const request = { method: 'elicitation/create' as const, params }
        const answer = await send(request, { timeout: PATIENCE_MS, signal })
        if (answer.action !== 'accept') wait?.()
        return { [ANSWER]: answer }
      } catch (error) {
        wait?.()
        deps.report(error, 'asking the human through the client')
        return {}
      }
    },
    /** Waits for nothing any more. */
    close: () => waits.forEach((end) => end()),
  }
}
