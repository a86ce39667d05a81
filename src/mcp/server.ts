import { McpServer, type McpServerFactory, type ServerContext } from '@modelcontextprotocol/server'
import { hasCustomers } from '#domain/insights/data-summary.ts'
import type { Services } from '#domain/services.ts'
import { listUsers } from '#domain/users/read.ts'
import { mcpInstructions } from '#prompts/mcp.ts'
import type { AnyTool } from '#tools/define.ts'
import { callTool } from './calls/call.ts'
import { toolContext } from './calls/context.ts'
import { wireTool } from './calls/wire-tool.ts'
import { clientOf } from './client.ts'
import { type ConfirmationDeps, createConfirmation } from './confirmation/confirmation.ts'
import { registerPrompts } from './prompts.ts'
import { registerResources } from './resources.ts'

/** What the MCP server is made of. */
export interface McpServerDeps
  extends Pick<ConfirmationDeps, 'decisions' | 'desk' | 'surfaces' | 'command' | 'report'> {
  readonly version: string
  readonly tools: readonly AnyTool[]
  readonly services: Services
}

/** Makes the server of one connection, for clients of either era of the protocol. */
export function createMcpServer(deps: McpServerDeps): McpServerFactory {
  const { services, version, report } = deps
  const { ids, proposals, segments, reader } = services
  const wireTools = deps.tools.map(wireTool)
  return ({ era }) => {
    const session = ids.next('mcp')
    // Whoever runs Muster here has its first approver's say.
    const approver = () => listUsers(reader).find(({ role }) => role === 'approver')
    const confirmation = createConfirmation({ ...deps, ids, proposals, approver, session, era })
    const emptyNote = () => (hasCustomers(reader) ? undefined : EMPTY)

    const server = new McpServer(
      { name: 'muster', title: 'Muster', version },
      {
        capabilities: { tools: {}, prompts: {}, resources: {} },
        instructions: [mcpInstructions, emptyNote()].filter((text) => text !== undefined).join('\n\n'),
      },
    )
    const contextOf = (ctx: ServerContext) =>
      toolContext(services, { client: clientOf(server, ctx), session, ctx })
    // Not registerTool: it would make schemas of its own, and those of criteria are made for models.
    server.server.setRequestHandler('tools/list', () => ({ tools: wireTools }))
    server.server.setRequestHandler('tools/call', ({ params }, ctx) =>
      callTool({ ...deps, confirmation, emptyNote }, params, {
        client: clientOf(server, ctx),
        ctx,
        toolContext: contextOf(ctx),
      }),
    )
    registerPrompts(server)
    registerResources(server, { segments, contextOf, report })
    return server
  }
}

const EMPTY =
  'This database holds no customers yet, so there is nobody to count. Next: a human imports data with `muster import <folder>`, or loads the demo company with `npm start`.'
