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
  /** How many times the human has been asked before. */
  readonly asked: number
}

/** Whose call it was, and which. */
export interface Origin {
  /** The connection over stdio, the token over HTTP: nobody else's answer counts. */
  readonly asker: string
  readonly tool: string
  readonly input: unknown
}

/** Of each asker. More would only be questions that nobody came back to; the proposals are kept elsewhere. */
const MOST = 100

export interface PendingQuestions {
  /** Keeps a question and answers its handle. */
  ask(pending: Pending, origin: Origin): string
  /** The question, once, for the very call that it belongs to. */
  take(handle: string, origin: Origin): Pending | undefined
}

/**
 * Questions that are with a client. It holds a handle that nobody can guess, and nothing else: what was asked
 * stays here, so that a client can neither alter it nor answer twice. One serves all connections, since newer
 * clients may come back over another one; a restart forgets them all, and their proposals wait on.
 */
export function createPending(ids: Ids): PendingQuestions {
  const askers = new Map<string, Map<string, Pending & { readonly call: string }>>()
  const callOf = ({ tool, input }: Origin) => canonicalJson({ tool, input })
  return {
    ask(pending, origin) {
      const open = askers.get(origin.asker) ?? new Map<string, Pending & { readonly call: string }>()
      askers.set(origin.asker, open)
      const handle = ids.next('ask')
      open.set(handle, { ...pending, call: callOf(origin) })
      const [oldest] = open.keys()
      if (open.size > MOST && oldest !== undefined) open.delete(oldest)
      return handle
    },
    take(handle, origin) {
      const open = askers.get(origin.asker)
      const pending = open?.get(handle)
      if (open === undefined || pending?.call !== callOf(origin)) return undefined
      open.delete(handle)
      if (open.size === 0) askers.delete(origin.asker)
      return pending
    },
  }
}
