import type { ServerContext } from '@modelcontextprotocol/server'
import type { Services } from '#domain/services.ts'
import { fence } from '#kernel/untrusted.ts'
import type { ToolContext } from '#tools/define.ts'
import type { Client } from '../client.ts'
import type { Connection } from '../connection.ts'
import { progressOf } from './progress.ts'

/**
 * What a tool is given for one request: it stops when the client cancels or leaves, and whatever it counts
 * reports its progress.
 */
export function toolContext(
  services: Services,
  {
    client,
    user,
    session,
    ctx,
  }: {
    readonly client: Client
    readonly user: Connection['user']
    readonly session: string
    readonly ctx: ServerContext
  },
): ToolContext {
  const { previews } = services
  const onProgress = progressOf(ctx)
  const program = `MCP client ${fence(client.name, 60)}`
  return {
    ...services,
    actor: {
      userId: user?.id ?? null,
      name: user === undefined ? program : `${user.name}, by ${program}`,
      surface: 'mcp',
      session,
    },
    signal: ctx.mcpReq.signal,
    previews: {
      count: (criteria, options) => previews.count(criteria, { ...options, onProgress }),
      get: (id) => previews.get(id),
      freshness: (criteria) => previews.freshness(criteria),
      resolve: (criteria) => previews.resolve(criteria),
    },
  }
}
