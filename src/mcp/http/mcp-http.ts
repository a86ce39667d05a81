import { createMcpHandler, isLegacyRequest } from '@modelcontextprotocol/server'
import { isInForce } from '#domain/tokens/read.ts'
import type { McpCaller, McpPort } from '#http/deps.ts'
import { refusal } from '#http/mcp-refusal.ts'
import { createChanges } from '../changes.ts'
import { offer } from '../offer.ts'
import { createMcpServer, type McpServerDeps } from '../server.ts'
import { createOpenRequests, MOST_OPEN } from './open-requests.ts'
import { LARGEST_REQUEST, readJson } from './read-body.ts'
import { createSessions } from './sessions.ts'
import { authInfoOf, connectionOf, wishIn } from './visitor.ts'

const SWEEP_MS = 60_000

export interface McpHttpDeps extends Omit<McpServerDeps, 'connect' | 'changes'> {
  /** How many requests of a token are answered in a minute. */
  readonly perMinute: number
}

/**
 * MCP over Streamable HTTP: clients up to 2025-11-25 in sessions, later ones request by request, from one definition
 * of the server; `createServer` puts another one behind the same layer. Who calls, from where and how often was checked
 * before.
 */
export function createMcpHttp(
  deps: McpHttpDeps,
  createServer = createMcpServer,
): McpPort & { close(): Promise<void> } {
  const { services, report } = deps
  const { ids, reader, clock } = services
  const changes = createChanges(services.things, deps)
  const make = createServer({ ...deps, changes, connect: connectionOf })
  const modern = createMcpHandler(make, {
    legacy: 'reject',
    bus: changes,
    maxRequestBodySize: LARGEST_REQUEST,
  })
  const sessions = createSessions({ make, ids, now: () => performance.now() })
  const requests = createOpenRequests()
  const isValid = (tokenId: string) => isInForce(reader, tokenId, clock.now())
  const sweeping = setInterval(() => {
    sessions.sweep(isValid).catch((error: unknown) => void report(error, 'ending sessions of MCP'))
  }, SWEEP_MS).unref()

  async function answer(request: Request, caller: McpCaller): Promise<Response> {
    const wish = wishIn(request.url)
    const authInfo = authInfoOf(caller, wish)
    offer(wish)
    if (request.method !== 'POST') return sessions.serve(request, undefined, authInfo)
    const read = await readJson(request)
    if ('refused' in read) return read.refused
    const { body } = read
    return (await isLegacyRequest(request, body))
      ? sessions.serve(request, body, authInfo)
      : modern.fetch(request, { parsedBody: body, authInfo })
  }

  return {
    perMinute: deps.perMinute,
    async serve(request, caller) {
      if (!METHODS.has(request.method)) {
        return refusal(405, 'This is no way to speak MCP', 'Send GET, POST or DELETE.', {
          headers: { allow: [...METHODS].join(', ') },
        })
      }
      if (requests.count(caller.tokenId) >= MOST_OPEN) {
        return refusal(429, `This token has ${MOST_OPEN} requests open`, 'Let some of them end first.', {
          headers: { 'retry-after': '1' },
        })
      }
      return requests.during(caller.tokenId, request, () => answer(request, caller))
    },
    async close() {
      clearInterval(sweeping)
      await sessions.close()
      await modern.close()
    },
  }
}

const METHODS = new Set(['GET', 'POST', 'DELETE'])
