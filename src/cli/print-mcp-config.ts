import { databasePath } from '#kernel/database-path.ts'
import { readSettings } from '#settings'
import type { CommandContext } from './command.ts'
import { mcpClients } from './mcp-clients/index.ts'
import { TOKEN_PLACEHOLDER } from './mcp-clients/define.ts'
import { PROGRAM_FILE } from './program-file.ts'

export interface PrintConfigOptions {
  /** One client’s id; without it, each client’s set-up. */
  readonly client?: string
  /** What it is to offer, as `muster mcp` and /mcp take it. */
  readonly toolsets?: string | undefined
  readonly readOnly?: true | undefined
  /** Of the server that `muster start` serves at /mcp, instead of one that the client starts itself. */
  readonly http?: true
}

/**
 * Prints what a human puts into a client’s file. Clients start programs from folders of their own and with a path of
 * their own, so that every path is absolute, that of the database too. Opens and makes no database.
 */
export function printMcpConfig(
  { terminal, env }: CommandContext,
  { client: wanted, http, toolsets, readOnly }: PrintConfigOptions,
): void {
  const { DATABASE_URL, MUSTER_PUBLIC_URL, PORT } = readSettings(env)
  const serveArgs = [
    ...(toolsets === undefined ? [] : ['--toolsets', toolsets]),
    ...(readOnly ? ['--read-only'] : []),
  ]
  const query = new URLSearchParams({
    ...(toolsets !== undefined && { toolsets }),
    ...(readOnly && { read_only: 'true' }),
  })
  const local = {
    command: process.execPath,
    args: [PROGRAM_FILE, 'mcp', ...serveArgs],
    env: { DATABASE_URL: `sqlite:${databasePath(DATABASE_URL)}` },
  }
  const address = `${MUSTER_PUBLIC_URL ?? `http://localhost:${PORT}`}/mcp`
  const remote = { url: query.size === 0 ? address : `${address}?${query.toString()}` }

  // One client’s is printed alone, so that it can go into its file as it is.
  const say = wanted === undefined ? terminal.print : terminal.note
  for (const { id, name, file, ...setUp } of mcpClients) {
    if (wanted !== undefined && wanted !== id) continue
    const config = http ? setUp.remote(remote) : setUp.local(local)
    if (typeof config === 'string') say(`${name}: ${config}\n`)
    else {
      say(`${name}: ${file}\n`)
      terminal.print(`${JSON.stringify(config, null, 2)}\n`)
    }
  }
  terminal.note('Where the file holds other servers already, put “muster” beside them.')
  if (http) {
    terminal.note(
      `Make a token with \`muster token add\`: it goes where ${TOKEN_PLACEHOLDER} stands, or the client asks for it.`,
    )
  }
}
