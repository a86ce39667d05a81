import { InMemoryTransport } from '@modelcontextprotocol/server'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { type App, openApp } from '#app'
import { listUsers } from '#domain/users/read.ts'
import { tools } from '#tools/index.ts'
import type { AnyTool } from '#tools/define.ts'
import { type ClientOptions, connect, type Era } from './client.fixture.ts'
import { createChanges } from './changes.ts'
import { makeCompany } from './company.fixture.ts'
import { createDesk } from './confirmation/desk.ts'
import { offer } from './offer.ts'
import { createMcpServer, type McpServerDeps } from './server.ts'

export interface ServerOptions {
  readonly surfaces?: McpServerDeps['surfaces']
  /** Tools of the test's own, beside the real ones. */
  readonly more?: readonly AnyTool[]
}

/** The server over a company of its own, in this process, with a desk that serves nothing. */
export async function openServer(options: Parameters<typeof makeCompany>[0] = {}) {
  const company = await makeCompany(options)
  const app: App = await openApp({ ...company.env, MUSTER_CONFIRM: 'web,terminal,elicitation' })
  const { services, decisions } = app
  const bugs: unknown[] = []
  const report = (error: unknown) => `bug_${bugs.push(error)}`
  const changes = createChanges(services.things, { report, everyMs: 20 })

  /** Serves one connection and answers the client's end of it. */
  function serve({ surfaces = new Set(['web', 'terminal']), more = [] }: ServerOptions = {}) {
    const [ours, theirs] = InMemoryTransport.createLinkedPair()
    const desk = createDesk({
      findServer: async () => 'http://localhost:4747',
      serveWeb: () => Promise.reject(new Error('A server runs')),
      signInCode: () => Promise.reject(new Error('No browser asks for a code')),
      openBrowser: undefined,
      isWaiting: () => false,
    })
    const make = createMcpServer({
      version: '1',
      tools: [...tools, ...more],
      services,
      changes,
      decisions,
      surfaces,
      exportJobs: app.exportJobs,
      report,
      connect: () => ({
        session: services.ids.next('mcp'),
        offer: offer({}),
        approver: () => listUsers(services.reader)[0],
        command: (id) => `muster confirm ${id}`,
        desk,
      }),
    })
    serveStdio(make, { transport: theirs })
    return ours
  }
  return {
    app,
    bugs,
    changes,
    serve,
    connect: (era: Era, options: ServerOptions & ClientOptions = {}) => connect(era, serve(options), options),
    async close() {
      await app.close()
      company.clean()
    },
  }
}
