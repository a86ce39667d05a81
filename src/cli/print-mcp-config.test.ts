import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { mcpClients } from './mcp-clients/index.ts'
import { musterHome } from './muster.fixture.ts'
import { PROGRAM_FILE } from './program-file.ts'

const home = musterHome()
afterAll(() => home.clean())

const server = {
  command: process.execPath,
  args: [PROGRAM_FILE, 'mcp'],
  env: { DATABASE_URL: home.env.DATABASE_URL },
}

/** What is printed for one client, which is JSON and nothing else. */
async function printed(args: readonly string[], more?: Record<string, string>): Promise<unknown> {
  const { code, out } = await home.run(['mcp', ...args], more)
  expect(code).toBe(0)
  return JSON.parse(out)
}

test('prints the whole file of a client, with whole paths, and names the file beside it', async () => {
  const { out, err } = await home.run(['mcp', '--print-config', '--client', 'claude-desktop'])
  expect(JSON.parse(out)).toEqual({ mcpServers: { muster: server } })
  expect(err).toContain('Claude Desktop: Settings → Developer → Edit Config (claude_desktop_config.json)')
})

test.for([
  ['claude-code', { mcpServers: { muster: { type: 'stdio', ...server } } }],
  ['vs-code', { servers: { muster: { type: 'stdio', ...server } } }],
  ['cursor', { mcpServers: { muster: { type: 'stdio', ...server } } }],
  ['zed', { context_servers: { muster: server } }],
] as const)('%s has a form of its own', async ([client, expected]) => {
  expect(await printed(['--client', client])).toEqual(expected)
})

test('without a client, each has its heading and its file', async () => {
  const { out } = await home.run(['mcp', '--print-config'])
  for (const { name, file } of mcpClients) expect(out).toContain(`${name}: ${file}`)
})

test('a database that is named from here is found from everywhere, and none is made', async () => {
  const config = await printed(['--client', 'zed'], { DATABASE_URL: 'sqlite:no/such.db' })
  const path = join(process.cwd(), 'no/such.db')
  expect(config).toMatchObject({
    context_servers: { muster: { env: { DATABASE_URL: `sqlite:${path}` } } },
  })
  expect(existsSync(path)).toBe(false)
})

test('over HTTP it is the address of /mcp, and a place for the token, never a token', async () => {
  const more = { MUSTER_PUBLIC_URL: 'https://muster.example/' }
  const url = 'https://muster.example/mcp'
  const headers = { Authorization: 'Bearer PUT-YOUR-TOKEN-HERE' }
  expect(await printed(['--http', '--client', 'claude-code'], more)).toEqual({
    mcpServers: { muster: { type: 'http', url, headers } },
  })
  expect(await printed(['--http', '--client', 'vs-code'], more)).toMatchObject({
    inputs: [{ id: 'muster-token', password: true }],
    servers: { muster: { url, headers: { Authorization: `Bearer \${input:muster-token}` } } },
  })
  const { out, err } = await home.run(['mcp', '--http', '--client', 'claude-desktop'], more)
  expect(out).toBe('')
  expect(err).toContain('takes no token for a server over HTTP')
})

test('over HTTP it offers what was asked for, and nothing else', async () => {
  const config = await printed(['--http', '--client', 'cursor', '--toolsets', 'segments', '--read-only'])
  expect(config).toMatchObject({
    mcpServers: { muster: { url: expect.stringMatching(/\/mcp\?toolsets=segments&read_only=true$/) } },
  })
})

test('an unknown client is misuse, with the names that there are', async () => {
  const { code, err } = await home.run(['mcp', '--print-config', '--client', 'emacs'])
  expect(code).toBe(2)
  expect(err).toContain('claude-desktop, claude-code, vs-code, cursor, zed')
})
