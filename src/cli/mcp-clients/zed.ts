import { bearer, type McpClient } from './define.ts'

/** https://zed.dev/docs/ai/mcp */
export const zed: McpClient = {
  id: 'zed',
  name: 'Zed',
  file: 'settings.json (“zed: open settings file”)',
  local: (server) => ({ context_servers: { muster: server } }),
  remote: ({ url }) => ({ context_servers: { muster: { url, headers: bearer() } } }),
}
