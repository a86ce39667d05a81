import { bearer, type McpClient } from './define.ts'

/** https://code.visualstudio.com/docs/copilot/reference/mcp-configuration */
export const vsCode: McpClient = {
  id: 'vs-code',
  name: 'VS Code',
  file: '.vscode/mcp.json in the folder of your project, or “MCP: Open User Configuration”',
  local: (server) => ({ servers: { muster: { type: 'stdio', ...server } } }),
  // It asks for the token once, and keeps it where secrets belong.
  remote: ({ url }) => ({
    inputs: [{ type: 'promptString', id: 'muster-token', description: 'Token of Muster', password: true }],
    servers: { muster: { type: 'http', url, headers: bearer(`\${input:muster-token}`) } },
  }),
}
