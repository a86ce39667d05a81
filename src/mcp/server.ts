import {
  type AuthInfo,
  McpServer,
  type McpServerFactory,
  type ServerContext,
  type ServerEventBus,
  type Tool,
} from '@modelcontextprotocol/server'
import { hasRecords } from '#domain/insights/data-summary.ts'
import type { Services } from '#domain/services.ts'
import { mcpInstructions } from '#prompts/mcp.ts'
import type { AnyTool } from '#tools/define.ts'
import { callTool } from './calls/call.ts'
import { toolContext } from './calls/context.ts'
import { createLog } from './calls/log.ts'
import { wireTool } from './calls/wire-tool.ts'
import { clientOf } from './client.ts'
import type { Connection } from './connection.ts'
import { type ConfirmationDeps, createConfirmation } from './confirmation/confirmation.ts'
import { createPending } from './confirmation/pending.ts'
import { registerPrompts } from './prompts.ts'
import { registerCompletion } from './completion.ts'
import { kindsOffered } from './resources/kinds.ts'
import { registerResources } from './resources/resources.ts'
import { registerSubscriptions } from './resources/subscriptions.ts'

/** What the MCP server is made of. */
export interface McpServerDeps
  extends Pick<ConfirmationDeps, 'decisions' | 'exportJobs' | 'surfaces' | 'report'> {
  readonly version: string
  readonly tools: readonly AnyTool[]
  readonly services: Services
  /** What changed: told to every connection, and to the streams of newer clients over HTTP. */
  readonly changes: ServerEventBus
  /** Who is there; over HTTP with what their request brought along. */
  connect(authInfo: AuthInfo | undefined): Connection
}

/** Makes the server of one connection, for clients of either era of the protocol. */
export function createMcpServer(deps: McpServerDeps): McpServerFactory {
  const { services, changes, version, report } = deps
  const { ids, proposals, things } = services
  const pending = createPending(ids)
  const wired = new Map<AnyTool, Tool>()
  // Made when somebody first asks: most commands of `muster` serve no client.
  const wire = (tool: AnyTool): Tool => {
    const made = wired.get(tool) ?? wireTool(tool)
    wired.set(tool, made)
    return made
  }
  return ({ era, authInfo, requestInfo }) => {
    const connection = deps.connect(authInfo)
    const { session, user, offer } = connection
    const emptyNote = () => (hasRecords(services.reader) ? undefined : EMPTY)

    const server = new McpServer(
      { name: 'muster', title: 'Muster', version },
      {
        capabilities: {
          tools: {},
          prompts: {},
          resources: { subscribe: true, listChanged: true },
          completions: {},
          logging: {},
        },
        instructions: [mcpInstructions, emptyNote()].filter((text) => text !== undefined).join('\n\n'),
      },
    )
    const log = createLog(server, era)
    const confirmation = createConfirmation({
      ...deps,
      ...connection,
      ids,
      pending,
      proposals,
      era,
      log,
      exports: services.exports,
      completed: (elicitationId) => completed(server, elicitationId),
    })
    const contextOf = (ctx: ServerContext) =>
      toolContext(services, { client: clientOf(server, ctx), user, session, ctx })
    // Not registerTool: it would make schemas of its own, and those of criteria are made for models.
    server.server.setRequestHandler('tools/list', () => ({
      tools: deps.tools.filter((tool) => offer(tool) === undefined).map(wire),
    }))
    server.server.setRequestHandler('tools/call', ({ params }, ctx) =>
      callTool({ ...deps, offer, confirmation, emptyNote, log }, params, {
        client: clientOf(server, ctx),
        asker: session,
        ctx,
        toolContext: contextOf(ctx),
      }),
    )
    registerPrompts(server)
    const kinds = kindsOffered(offer)
    registerResources(server, { kinds, things, contextOf, report })
    registerCompletion(server, { kinds, things })
    // Newer clients send each request over HTTP by itself: what they listen to is a stream of its own.
    const isOneRequest = requestInfo !== undefined && era === 'modern'
    const leave = isOneRequest ? undefined : registerSubscriptions(server, { changes, era, kinds })
    server.server.onclose = () => {
      confirmation.close()
      leave?.()
    }
    return server
  }
}

/** A client that is gone needs to hear of nothing. */
const completed = ({ server }: McpServer, elicitationId: string): void =>
  void server
    .createElicitationCompletionNotifier(elicitationId)()
    .catch(() => {})

const EMPTY =
  'This database holds no customers yet, so there is nobody to count. Next: a human imports data with `muster import <folder>`, or loads the demo company with `npm start`.'
