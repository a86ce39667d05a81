import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { askMcp } from './ask-mcp.ts'
import { PACKAGE_FOLDER } from './contents.ts'

/**
 * `npm run try:package`: packs Muster, installs the tarball into an empty folder as anybody would, and uses it there:
 * `npx muster start` with the demo company, and `npx muster mcp` beside it. Exits with 1 when something is missing.
 */
const folder = mkdtempSync(join(tmpdir(), 'muster-package-'))
const env = {
  ...process.env,
  // Where no install script may run, there is no Node in the folder: then it is this one.
  PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
  PORT: '0',
}
const running: ChildProcess[] = []

const npx = (...args: readonly string[]) => {
  const child = spawn('npx', ['--no-install', 'muster', ...args], { cwd: folder, env, detached: true })
  running.push(child)
  return child
}

/** Starts the server; answers where it is once it has printed its sign-in link. */
async function start(): Promise<string> {
  const child = npx('start')
  for await (const line of createInterface(child.stderr)) {
    const link = /Sign in:\s+(\S+)/.exec(line)?.[1]
    if (link !== undefined) return new URL(link).origin
  }
  throw new Error('muster start ended without a link')
}

async function page(url: string): Promise<string> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`)
  return answer.text()
}

try {
  const packed = execFileSync('npm', ['pack', fileURLToPath(PACKAGE_FOLDER), '--json', '--silent'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const [tarball] = z
    .tuple([z.object({ filename: z.string(), size: z.number(), entryCount: z.number() })])
    .parse(JSON.parse(packed))
  console.log(`${tarball.filename}: ${tarball.entryCount} files, ${Math.round(tarball.size / 1024)} kB`)
  writeFileSync(join(folder, 'package.json'), '{}')
  const install = ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent']
  execFileSync('npm', [...install, join(folder, tarball.filename)], { cwd: folder, stdio: 'inherit' })

  const origin = await start()
  if (!(await page(origin)).includes('<script')) throw new Error('The web app is missing')
  const { paths } = z
    .object({ paths: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(await page(`${origin}/openapi.json`)))
  console.log(`muster start serves the web app, and describes ${Object.keys(paths).length} paths of its API`)

  const [answer] = await askMcp(npx('mcp'), [
    { method: 'tools/call', params: { name: 'list_segments', arguments: {} } },
  ])
  const { content } = z
    .object({ content: z.tuple([z.object({ text: z.string() })]).rest(z.unknown()) })
    .parse(answer)
  if (!content[0].text.includes('Champions')) throw new Error(`list_segments answers ${content[0].text}`)
  console.log('muster mcp lists the segments of the demo company')
} finally {
  for (const child of running) {
    if (child.exitCode !== null || child.pid === undefined) continue
    // npx and what it started.
    process.kill(-child.pid, 'SIGTERM')
    await once(child, 'exit')
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
