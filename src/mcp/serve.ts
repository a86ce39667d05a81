import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { findServer } from '#http/presence.ts'
import { createChanges } from './changes.ts'
import type { ConfirmationDeps } from './confirmation/confirmation.ts'
import type { OpenBrowser } from './confirmation/browser.ts'
import { createDesk, type WebApp } from './confirmation/desk.ts'
import type { Connection } from './connection.ts'
import { offer, type Wish } from './offer.ts'
import { createMcpServer, type McpServerDeps } from './server.ts'
import { reserveStdout } from './stdout.ts'

/** What `muster mcp` is made of. */
export interface McpDeps
  extends Omit<McpServerDeps, 'connect' | 'changes'>,
    Pick<ConfirmationDeps, 'approver' | 'command'> {
  /** Which tools the client wants. */
  readonly wish: Wish
  /** The absolute path of the database's file. */
  readonly databasePath: string
  /** Serves the web app on a free port of loopback; called when no `muster start` runs on this database. */
  serveWeb(): Promise<WebApp>
  /** Makes a one-time code that signs the human of this machine in. */
  signInCode(): Promise<string>
  /** `systemBrowser(env)`; undefined where nobody would see a page. */
  readonly openBrowser: OpenBrowser | undefined
}

/** Serves MCP over this process's stdin and stdout, until the client leaves or `signal` is aborted. */
export async function serveMcp(deps: McpDeps, signal: AbortSignal): Promise<void> {
  const { databasePath, serveWeb, signInCode, openBrowser, services, approver, command } = deps
  const desk = createDesk({
    findServer: async () => (await findServer(databasePath))?.url,
    serveWeb,
    signInCode,
    openBrowser,
    isWaiting: (proposalId) => services.proposals.get(proposalId).state === 'draft',
  })
  const offered = offer(deps.wish)
  const changes = createChanges(services.things, deps)
  const transport = new StdioServerTransport(process.stdin, reserveStdout())
  const connect = (): Connection => ({
    session: services.ids.next('mcp'),
    offer: offered,
    desk,
    approver,
    command,
  })
  const connection = serveStdio(createMcpServer({ ...deps, connect, changes }), {
    transport,
    onerror: ({ message }) => void process.stderr.write(`mcp: ${message}\n`),
  })
  try {
    await new Promise<void>((resolve) => {
      const { onclose } = transport
      transport.onclose = () => {
        onclose?.()
        resolve()
      }
      signal.addEventListener('abort', () => resolve(), { once: true })
      if (signal.aborted) resolve()
    })
  } finally {
    await connection.close()
    await desk.close()
  }
}
