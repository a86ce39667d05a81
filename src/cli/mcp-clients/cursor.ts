import { bearer, type McpClient } from './define.ts'

/** https://cursor.com/docs/mcp */
export const cursor: McpClient = {
  id: 'cursor',
  name: 'Cursor',
  file: '~/.cursor/mcp.json, or .cursor/mcp.json in the folder of your project',
  local: (server) => ({ mcpServers: { muster: { type: 'stdio', ...server } } }),
  remote: ({ url }) => ({ mcpServers: { muster: { url, headers: bearer() } } }),
}
