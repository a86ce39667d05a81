import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { threadWriter } from '#domain/writer/thread.ts'
import { createSender } from './live/sender.ts'
import { threadTimes } from './live/thread-times.ts'
import { median, quantile } from './measure.ts'
import { ownCompany } from './own-company.ts'
import { NOW } from './rows.ts'

/**
 * Takes in a shop’s events over HTTP while people make previews and ask for something light, and compares both with an
 * idle server. Then it kills the server again and again in the middle of it (SIGKILL), and counts end to end whether
 * everything that was acknowledged is there once.
 *
 * @example node evals/bench/live.ts --seconds 60 --kills 10
 */
const { values: asked } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '5000' },
    customers: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '10' },
  },
})
const [seconds, perSecond, customers, kills] = [asked.seconds, asked.rate, asked.customers, asked.kills].map(
  Number,
)
if (seconds === undefined || perSecond === undefined || customers === undefined || kills === undefined) {
  throw new Error('Give numbers')
}

const { folder, path } = ownCompany('live', customers)

const sender = createSender({ key: await writeKey(), customers })
let server = await startServer()

// What runs for the first time is compiled first: whoever starts a server waits for that once.
await measured(Math.min(5, seconds))
const idle = await measured(Math.min(10, seconds))
console.log(
  `idle: previews ${ms(median(idle.previews))} (median), light requests ${ms(quantile(idle.light, 0.99))} (p99)`,
)
const before = spentSoFar()
const began = performance.now()
// Until the last is acknowledged; the last preview may end later.
const sending = sender.send({ seconds, perSecond }).then(() => (performance.now() - began) / 1000)
const [busy, took] = await Promise.all([measured(seconds), sending])
const sent = sender.acknowledged.length
console.log(
  `${sent.toLocaleString('en-US')} events in ${took.toFixed(1)} s: ${Math.round(sent / took).toLocaleString('en-US')} a second, acknowledged after ${ms(median(sender.waits))} (median) and ${ms(quantile(sender.waits, 0.99))} (p99)`,
)
console.log(
  `meanwhile: previews ${ms(median(busy.previews))} (median), ${(median(busy.previews) / median(idle.previews)).toFixed(2)} × idle; light requests ${ms(quantile(busy.light, 0.99))} (p99)`,
)

const spent = [...spentSoFar()].map(([who, all]) => [who, all - (before.get(who) ?? 0)] as const)
console.log(
  `processor, of one: ${spent
    .filter(([, one]) => one / took >= 5)
    .map(([who, one]) => `${who} ${(one / took / 10).toFixed(0)} %`)
    .join(', ')}`,
)

// What came is read from now on: a small company is another one after a minute.
const after = await measured(Math.min(10, seconds))
console.log(
  `idle again, with what came: previews ${ms(median(after.previews))} (median); meanwhile they took ${(median(busy.previews) / median(after.previews)).toFixed(2)} × that`,
)

for (let kill = 1; kill <= kills; kill++) {
  const sending = sender.send({ seconds: 2, perSecond })
  await new Promise((resume) => setTimeout(resume, 200 + Math.random() * 1500))
  server.process.kill('SIGKILL')
  await once(server.process, 'exit')
  server = await startServer()
  await sending
  console.log(
    `killed ${kill} of ${kills} times: ${missing()} of ${sender.acknowledged.length.toLocaleString('en-US')} acknowledged events lost`,
  )
}
server.process.send({ close: true })
await once(server.process, 'exit')
const lost = missing()
console.log(`in the end ${lost} acknowledged events are lost, and ${twice()} are there twice`)
if (lost > 0) process.exitCode = 1
rmSync(folder, { recursive: true })

async function writeKey(): Promise<string> {
  const db = new DatabaseSync(path)
  db.exec(`INSERT OR IGNORE INTO identities SELECT 'default', 'C' || id, id FROM customers`)
  db.close()
  const writer = threadWriter({ databasePath: path, now: new Date(NOW * 1000).toISOString() })
  const { key } = await writer.call('createWriteKey', {
    name: 'Benchmark',
    takes: 'customers',
    source: 'default',
    actor: { userId: null, name: 'Benchmark', surface: 'system', session: null },
  })
  await writer.close()
  return key
}

async function startServer(): Promise<{ readonly process: ChildProcess; readonly url: string }> {
  const started = fork(join(import.meta.dirname, 'live', 'server.ts'), {
    env: {
      ...process.env,
      DATABASE_URL: `sqlite:${path}`,
      PORT: '0',
      MUSTER_NOW: new Date(NOW * 1000).toISOString(),
      MUSTER_MODEL: 'offline',
    },
  })
  const [{ url }] = await once(started, 'message')
  if (typeof url !== 'string') throw new Error('The server did not say where it listens')
  sender.to(url)
  return { process: started, url }
}

async function measured(
  forSeconds: number,
): Promise<{ readonly previews: readonly number[]; readonly light: readonly number[] }> {
  server.process.send({ previews: forSeconds })
  const light = new Worker(new URL('./light-client.worker.ts', import.meta.url), {
    workerData: { url: `${server.url}/healthz`, every: 20, seconds: forSeconds },
  })
  const [[{ waits: previews }], [waits]] = await Promise.all([
    once(server.process, 'message'),
    once(light, 'message'),
  ])
  return { previews, light: waits }
}

/** Milliseconds of processor of the server’s threads, and of the clients, which share it. */
function spentSoFar(): ReadonlyMap<string, number> {
  const { user, system } = process.cpuUsage()
  return new Map([...threadTimes(server.process.pid ?? 0), ['the clients', (user + system) / 1000]])
}

/** Acknowledged messages that left nothing: an event, an order, or what is remembered of those that say who somebody is. */
function missing(): number {
  return count(`NOT EXISTS (SELECT 1 FROM events e WHERE e.external_id = j.value AND e.source = 'default')
    AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.external_id = j.value AND o.source = 'default')
    AND NOT (j.key IS NOT NULL AND EXISTS (SELECT 1 FROM received r WHERE r.message_id = j.value))`)
}

function twice(): number {
  return count(`(SELECT count(*) FROM events e WHERE e.external_id = j.value) > 1
    OR (SELECT count(*) FROM orders o WHERE o.external_id = j.value) > 1`)
}

function count(where: string): number {
  const db = new DatabaseSync(path, { readOnly: true })
  try {
    const row = db
      .prepare(`SELECT count(*) AS n FROM json_each(?) j WHERE ${where}`)
      .get(JSON.stringify(sender.acknowledged))
    return Number(row?.['n'])
  } finally {
    db.close()
  }
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`
}
