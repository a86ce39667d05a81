import { McpServer, type McpServerFactory } from '@modelcontextprotocol/server'
import type { Services } from '#domain/services.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import { mcpInstructions } from '#prompts/mcp.ts'
import type { AnyTool } from '#tools/define.ts'
import { clientOf } from './client.ts'
import { type ConfirmationDeps, createConfirmation } from './confirmation/confirmation.ts'
import { registerPrompts } from './prompts.ts'
import { registerResources, type ResourceDeps } from './resources/register.ts'
import { callTool } from './calls/call.ts'
import { wireTool } from './calls/wire-tool.ts'

/** What the MCP server is made of. */
export interface McpServerDeps extends Omit<ConfirmationDeps, 'session' | 'ids'> {
  readonly version: string
  readonly tools: readonly AnyTool[]
  readonly services: Services
  readonly segments: ResourceDeps['segments']
  /** True while there is no customer to count. */
  isEmpty(): boolean
  readonly report: ReportBug
}

/** Makes the server of one connection, for clients of either era of the protocol. */
export function createMcpServer(deps: McpServerDeps): McpServerFactory {
  const wireTools = deps.tools.map(wireTool)
  return ({ era }) => {
    const { ids } = deps.services
    const session = ids.next('mcp')
    const confirmation = createConfirmation({ ...deps, ids, session })
    const emptyNote = () => (deps.isEmpty() ? EMPTY : undefined)

    const server = new McpServer(
      { name: 'muster', title: 'Muster', version: deps.version },
      {
        capabilities: { tools: {}, prompts: {}, resources: {} },
        instructions: [mcpInstructions, emptyNote()].filter((text) => text !== undefined).join('\n\n'),
      },
    )
    // Not registerTool: it would make schemas of its own, and those of criteria are made for models.
    server.server.setRequestHandler('tools/list', () => ({ tools: wireTools }))
    server.server.setRequestHandler('tools/call', ({ params }, ctx) =>
      callTool({ ...deps, confirmation, emptyNote, session, era }, params, clientOf(server, ctx), ctx),
    )
    registerPrompts(server)
    registerResources(server, deps)
    return server
  }
}

const EMPTY =
  'This database holds no customers yet, so there is nobody to count. Next: a human imports data with `muster import <folder>`, or loads the demo company with `npm start`.'
