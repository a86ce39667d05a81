import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { createMcpServer, type McpServerDeps } from './server.ts'
import { reserveStdout } from './stdout.ts'

/** Serves MCP over this process's stdin and stdout, until the client leaves or `signal` is aborted. */
export async function serveMcp(deps: McpServerDeps, signal: AbortSignal): Promise<void> {
  const transport = new StdioServerTransport(process.stdin, reserveStdout())
  const connection = serveStdio(createMcpServer(deps), {
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
    await deps.desk.close()
  }
}
