import type { ServerContext } from '@modelcontextprotocol/server'
import type { Services } from '#domain/services.ts'
import { hearProgress } from '#kernel/progress.ts'
import { fence } from '#kernel/untrusted.ts'
import type { ToolContext } from '#tools/define.ts'
import type { Client } from '../client.ts'
import type { Connection } from '../connection.ts'
import { progressOf } from './progress.ts'

/**
 * What a tool is given for one request: it stops when the client cancels or leaves, and whatever takes long under
 * its signal says how far it is.
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
  const { signal } = ctx.mcpReq
  const progress = progressOf(ctx)
  if (progress !== undefined) hearProgress(signal, progress)
  const program = `MCP client ${fence(client.name, 60)}`
  return {
    ...services,
    actor: {
      userId: user?.id ?? null,
      name: user === undefined ? program : `${user.name}, by ${program}`,
      surface: 'mcp',
      session,
    },
    signal,
  }
}
