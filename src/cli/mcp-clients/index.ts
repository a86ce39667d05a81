import { claudeCode } from './claude-code.ts'
import { claudeDesktop } from './claude-desktop.ts'
import { cursor } from './cursor.ts'
import type { McpClient } from './define.ts'
import { vsCode } from './vs-code.ts'
import { zed } from './zed.ts'

/** Every client for which `muster mcp --print-config` prints a set-up, in its order. */
export const mcpClients: readonly McpClient[] = [claudeDesktop, claudeCode, vsCode, cursor, zed]
