import {
  type AuthInfo,
  isInitializeRequest,
  type McpServerFactory,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server'
import { refusal } from '#http/mcp-refusal.ts'
import type { Ids } from '#kernel/ids.ts'

/** Of one token at a time. Who opens more loses the one that was used longest ago, and begins it anew. */
const MOST_SESSIONS = 100
const MINUTE_MS = 60_000
/** Without a request; with the stream open by which a client hears of changes, it waits for longer. */
const IDLE_MS = 60 * MINUTE_MS
const LISTENING_MS = 24 * 60 * MINUTE_MS

export interface SessionDeps {
  readonly make: McpServerFactory
  readonly ids: Ids
  /** Milliseconds of a clock that only goes forward. */
  now(): number
}

interface Session {
  /** The token that opened it; for others it does not exist. */
  readonly owner: string
  readonly transport: WebStandardStreamableHTTPServerTransport
  usedAt: number
  isListening: boolean
}

/** The sessions of clients up to 2025-11-25, which begin with `initialize` and end with DELETE, or by themselves. */
export function createSessions({ make, ids, now }: SessionDeps) {
  const open = new Map<string, Session>()

  async function end(id: string): Promise<void> {
    const session = open.get(id)
    open.delete(id)
    await session?.transport.close()
  }

  const isOver = ({ usedAt, isListening }: Session): boolean =>
    now() - usedAt > (isListening ? LISTENING_MS : IDLE_MS)

  async function begin(request: Request, body: unknown, authInfo: AuthInfo): Promise<Response> {
    const owner = authInfo.clientId
    const own = [...open].filter(([, session]) => session.owner === owner)
    const [oldest] = own.toSorted(([, a], [, b]) => a.usedAt - b.usedAt)
    if (own.length >= MOST_SESSIONS && oldest !== undefined) await end(oldest[0])

    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => ids.next('session'),
      onsessioninitialized: (id) =>
        void open.set(id, { owner, transport, usedAt: now(), isListening: false }),
      onsessionclosed: (id) => void open.delete(id),
    })
    const server = await make({ era: 'legacy', authInfo, requestInfo: request })
    await server.connect(transport)
    const response = await transport.handleRequest(request, { parsedBody: body, authInfo })
    if (transport.sessionId === undefined) await transport.close()
    return response
  }

  return {
    /** Ends what nobody uses any more, and what `isInForce` no longer knows the token of. */
    async sweep(isInForce: (owner: string) => boolean): Promise<void> {
      const over = [...open].filter(([, session]) => isOver(session) || !isInForce(session.owner))
      await Promise.all(over.map(([id]) => end(id)))
    },
    async serve(request: Request, body: unknown, authInfo: AuthInfo): Promise<Response> {
      const id = request.headers.get('mcp-session-id')
      if (id === null) {
        if (isInitializeRequest(body)) return begin(request, body, authInfo)
        return refusal(
          400,
          'A request outside of a session',
          'Begin one with initialize, and send its Mcp-Session-Id.',
        )
      }
      const session = open.get(id)
      if (session === undefined || session.owner !== authInfo.clientId || isOver(session)) {
        return refusal(404, 'There is no such session (any more)', 'Begin a new one with initialize.', {
          code: -32001,
        })
      }
      session.usedAt = now()
      const response = await session.transport.handleRequest(request, { parsedBody: body, authInfo })
      if (request.method === 'GET' && response.ok) {
        session.isListening = true
        request.signal.addEventListener('abort', () => (session.isListening = false), { once: true })
      }
      return response
    },
    count: (): number => open.size,
    async close(): Promise<void> {
      await Promise.all([...open.keys()].map(end))
    },
  }
}
