/** Who acts, and where: what the log and every proposal name. */
export interface Actor {
  /** Null for a surface whose human has not signed in (MCP over stdio, `muster ask`). */
  readonly userId: string | null
  readonly name: string
  readonly surface: 'web' | 'terminal' | 'mcp' | 'chat' | 'system'
  /** The thread, MCP session or process that it happened in. */
  readonly session: string | null
}
