import type { CallToolResult } from '@modelcontextprotocol/server'
import type { Proposal } from '#domain/proposals/schema.ts'
import type { Ids } from '#kernel/ids.ts'
import { canonicalJson } from '#kernel/hash.ts'

/** The call of a tool that drafted a proposal, and is answered once its human has been asked. */
export interface Pending {
  readonly proposal: Proposal
  readonly mode: 'form' | 'url'
  /** What the tool said. */
  readonly answer: CallToolResult
}

/** Which call it was. */
export interface Origin {
  readonly tool: string
  readonly input: unknown
}

/** More would only be questions that nobody came back to; the proposals themselves are kept elsewhere. */
const MOST = 100

/**
 * Questions that are with a client. It holds a handle that nobody can guess, and nothing else: what was asked
 * stays here, so that a client can neither alter it nor answer twice.
 */
export function createPending(ids: Ids) {
  const open = new Map<string, Pending & { readonly origin: string }>()
  const textOf = ({ tool, input }: Origin) => canonicalJson({ tool, input })
  return {
    /** Keeps a question and answers its handle. */
    ask(pending: Pending, origin: Origin): string {
      const handle = ids.next('ask')
      open.set(handle, { ...pending, origin: textOf(origin) })
      const [oldest] = open.keys()
      if (open.size > MOST && oldest !== undefined) open.delete(oldest)
      return handle
    },
    /** The question, once, for the very call that it belongs to. */
    take(handle: string, origin: Origin): Pending | undefined {
      const pending = open.get(handle)
      if (pending?.origin !== textOf(origin)) return undefined
      open.delete(handle)
      return pending
    },
  }
}
