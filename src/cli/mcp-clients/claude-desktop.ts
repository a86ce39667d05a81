import type { McpClient } from './define.ts'

/** https://modelcontextprotocol.io/docs/develop/connect-local-servers */
export const claudeDesktop: McpClient = {
  id: 'claude-desktop',
  name: 'Claude Desktop',
  file: 'Settings → Developer → Edit Config (claude_desktop_config.json)',
  local: (server) => ({ mcpServers: { muster: server } }),
  remote: () =>
    'It takes no token for a server over HTTP: let it start Muster itself, with `muster mcp --print-config`.',
}
