import { InMemoryTransport } from '@modelcontextprotocol/server'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { type App, openApp } from '#app'
import { hasCustomers } from '#domain/insights/data-summary.ts'
import { listUsers } from '#domain/users/read.ts'
import { tools } from '#tools/index.ts'
import type { AnyTool } from '#tools/define.ts'
import { type ClientOptions, connect, type Era } from './client.fixture.ts'
import { createDesk } from './confirmation/desk.ts'
import { createMcpServer, type McpServerDeps } from './server.ts'

export interface ServerOptions extends ClientOptions {
  readonly surfaces?: McpServerDeps['surfaces']
  /** Tools of the test's own, beside the real ones. */
  readonly more?: readonly AnyTool[]
}

/** The server over an open app, in this process, with a desk that serves nothing. */
export async function openServer(env: Readonly<Record<string, string>>) {
  const app: App = await openApp(env)
  const bugs: unknown[] = []
  return {
    app,
    bugs,
    async connect(era: Era, { surfaces, more = [], ...client }: ServerOptions = {}) {
      const [ours, theirs] = InMemoryTransport.createLinkedPair()
      const desk = createDesk({
        findServer: async () => 'http://localhost:4747',
        serveWeb: () => Promise.reject(new Error('A server runs')),
        signInCode: () => Promise.reject(new Error('No browser asks for a code')),
        openBrowser: undefined,
        isWaiting: () => false,
      })
      const deps: McpServerDeps = {
        version: '1',
        tools: [...tools, ...more],
        services: app.services,
        decisions: app.decisions,
        surfaces: surfaces ?? new Set(['web', 'terminal']),
        isEmpty: () => !hasCustomers(app.services.reader),
        approver: () => listUsers(app.services.reader)[0],
        command: (id) => `muster confirm ${id}`,
        report: (error) => `bug_${bugs.push(error)}`,
        desk,
      }
      serveStdio(createMcpServer(deps), { transport: theirs })
      return connect(era, ours, client)
    },
    close: () => app.close(),
  }
}
