import { fork } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { quantile } from '#evals/bench/measure.ts'
import { connectHttp, ERAS } from '../client.fixture.ts'
import { makeDemo } from '../demo.fixture.ts'
import { listAndPreview, type Waits } from './client.fixture.ts'

/**
 * `npm run bench:mcp`: many clients at once list the tools and preview on the demo company, over HTTP, half of them of
 * each era of the protocol, each with a token of its own, and with 2 s after each answer, less than models take to go on.
 * The server is a process of its own, on the same machine, with the limits that it has. Ends with 1 when something fails,
 * or when more than one answer in a hundred takes over a second.
 *
 * @example npm run bench:mcp -- --seconds 60 --clients 100 --pause 2000
 */
const { values: asked } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    clients: { type: 'string', default: '100' },
    pause: { type: 'string', default: '2000' },
  },
})
const { seconds, clients, pause } = z
  .object({
    seconds: z.coerce.number().positive(),
    clients: z.coerce.number().int().positive(),
    pause: z.coerce.number().min(0),
  })
  .parse(asked)
/** Milliseconds: asked of all but one answer in a hundred. */
const MOST = 1000

const demo = await makeDemo()
const server = fork(join(import.meta.dirname, 'server.fixture.ts'), {
  env: { ...process.env, ...demo.env },
  execArgv: ['--expose-gc'],
})
try {
  await once(server, 'message')
  const { url, keys } = z
    .object({ url: z.string(), keys: z.array(z.string()) })
    .parse(await ask({ tokens: clients }))
  const address = new URL(url)
  const connected = await Promise.all(
    keys.map((key, index) => connectHttp(ERAS[index % ERAS.length] ?? 'modern', address, key)),
  )
  // A server that was just started compiles what it has not run yet: its first answers don't count.
  await Promise.all(connected.slice(0, 4).map((client) => listAndPreview(client, waitsOf(), until(5))))
  const waits = waitsOf()
  const memory = [await memoryNow()]
  const load = [loadNow()]
  const begun = performance.now()
  const half = sleep(seconds * 500).then(async () => void memory.push(await memoryNow()))
  const pace = { ...until(seconds), pause }
  await Promise.all([half, ...connected.map((client) => listAndPreview(client, waits, pace))])
  const took = (performance.now() - begun) / 1000
  memory.push(await memoryNow())
  load.push(loadNow())
  await Promise.all(connected.map((client) => client.close()))

  const all = [...waits.listing, ...waits.previewing]
  say(
    `${clients} clients for ${took.toFixed(0)} s, with ${pause} ms after each answer: ${all.length.toLocaleString('en-US')} answers, ${(all.length / took).toFixed(0)} a second, ${waits.errors.length} errors`,
  )
  say(`the list of tools: ${summary(waits.listing)}`)
  say(`a preview: ${summary(waits.previewing)}`)
  say(`the server’s memory at the start, in the middle and at the end: ${memory.join('; ')}`)
  say(`load of the machine before and after: ${load.join(', ')}`)
  for (const error of new Set(waits.errors)) say(`error: ${error}`)
  if (waits.errors.length > 0 || all.length === 0 || quantile(all, 0.99) > MOST) process.exitCode = 1
} finally {
  const exited = once(server, 'exit')
  server.send({ close: true })
  await exited
  demo.clean()
}

async function ask(message: { readonly tokens: number } | { readonly memory: true }): Promise<unknown> {
  server.send(message)
  const [answer]: unknown[] = await once(server, 'message')
  return answer
}

async function memoryNow(): Promise<string> {
  const { heap, own } = z.object({ heap: z.number(), own: z.number() }).parse(await ask({ memory: true }))
  return `${heap.toFixed(0)} MB in use, ${own.toFixed(0)} MB in all`
}

function waitsOf(): Waits {
  return { listing: [], previewing: [], errors: [] }
}

function until(seconds: number) {
  const end = performance.now() + seconds * 1000
  return { pause: 0, isOver: () => performance.now() > end }
}

function loadNow(): string {
  return (loadavg()[0] ?? 0).toFixed(1)
}

function summary(waits: readonly number[]): string {
  const at = (share: number) => `${quantile(waits, share).toFixed(0)} ms`
  return `${at(0.5)} (median), ${at(0.99)} (p99), ${at(1)} at most`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
