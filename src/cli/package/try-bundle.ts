import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { askMcp } from './ask-mcp.ts'
import { BUNDLE_FILE, MCPB } from './contents.ts'

/**
 * `npm run try:bundle`: unpacks the bundle elsewhere, starts its server as a client does, by nothing but the manifest,
 * and compares what it offers with what the manifest says. Exits with 1 when something is missing.
 */
const folder = mkdtempSync(join(tmpdir(), 'muster-bundle-'))
const named = z.array(z.object({ name: z.string() }))
const manifestSchema = z.object({
  server: z.object({
    mcp_config: z.object({
      command: z.literal('node'),
      args: z.array(z.string()),
      env: z.record(z.string(), z.string()),
    }),
  }),
  tools: named,
  prompts: named,
  user_config: z.record(z.string(), z.object({ default: z.string().optional() })),
})

try {
  execFileSync('npx', ['--yes', MCPB, 'unpack', fileURLToPath(BUNDLE_FILE), folder], { stdio: 'ignore' })
  const { server, tools, prompts, user_config } = manifestSchema.parse(
    JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')),
  )
  const filled = new Map([
    ['__dirname', folder],
    ...Object.entries(user_config).map(
      ([name, { default: value = '' }]) => [`user_config.${name}`, value] as const,
    ),
    ['user_config.database', join(folder, 'muster.db')],
  ])
  const fill = (text: string) =>
    text.replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => filled.get(name) ?? '')
  const { args, env } = server.mcp_config
  const child = spawn(process.execPath, args.map(fill), {
    cwd: tmpdir(),
    env: {
      PATH: process.env['PATH'],
      BROWSER: 'none',
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)])),
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const [toolList, promptList, segments] = await askMcp(child, [
    { method: 'tools/list' },
    { method: 'prompts/list' },
    { method: 'tools/call', params: { name: 'list_segments', arguments: {} } },
  ])
  await exited
  const names = (list: z.output<typeof named>) => list.map(({ name }) => name)
  assert.deepEqual(names(z.object({ tools: named }).parse(toolList).tools), names(tools))
  assert.deepEqual(names(z.object({ prompts: named }).parse(promptList).prompts), names(prompts))
  const { isError } = z.object({ isError: z.boolean().optional() }).parse(segments)
  assert.notEqual(isError, true)
  console.log(
    `The server of the bundle offers the ${tools.length} tools and ${prompts.length} prompts of its manifest, and reads its database`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
