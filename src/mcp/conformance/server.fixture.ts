import { McpServer, type McpServerFactory } from '@modelcontextprotocol/server'
import { registerPrompts } from './prompts.fixture.ts'
import { registerResources } from './resources.fixture.ts'
import { registerRounds, state } from './rounds.fixture.ts'
import { registerTools } from './tools.fixture.ts'

/**
 * What the official conformance suite expects a server to have, by the names that it calls. None of it is Muster’s: it
 * is served by Muster’s HTTP layer, which is what the suite looks at.
 */
export const conformanceServer: McpServerFactory = () => {
  const server = new McpServer(
    { name: 'muster-conformance', version: '1' },
    { capabilities: { logging: {}, resources: { subscribe: true } }, requestState: { verify: state.verify } },
  )
  registerTools(server)
  registerRounds(server)
  registerResources(server)
  registerPrompts(server)
  return server
}
