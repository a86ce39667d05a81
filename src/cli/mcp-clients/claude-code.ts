import { bearer, type McpClient } from './define.ts'

/** https://code.claude.com/docs/en/mcp */
export const claudeCode: McpClient = {
  id: 'claude-code',
  name: 'Claude Code',
  file: '.mcp.json in the folder of your project',
  local: (server) => ({ mcpServers: { muster: { type: 'stdio', ...server } } }),
  remote: ({ url }) => ({ mcpServers: { muster: { type: 'http', url, headers: bearer() } } }),
}
