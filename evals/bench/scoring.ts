import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '#db/migrations/index.ts'
import { createProfiles } from '#domain/profiles/read.ts'
import { createScoreRefresh } from '#domain/profiles/scoring/refresh.ts'
import { threadWriter } from '#domain/writer/thread.ts'
import { toIso } from '#kernel/clock.ts'
import { quantile } from './measure.ts'
import { watchMemory } from './memory.ts'
import { openMuster } from './muster.ts'
import { NOW } from './rows.ts'

/**
 * Scores companies and people under 10 ICPs with 5 personas each: everybody for the first time, after one signal, after
 * one profile changed, and single companies with their people; prints times and the peak of memory.
 *
 * @example node evals/bench/scoring.ts 1000000 3000000
 */
const companies = Number(process.argv[2] ?? 20_000)
const people = Number(process.argv[3] ?? 3 * companies)
const SINGLE = 200

const path = join('.muster', 'bench', `accounts-${companies}-${people}-v${migrations.length}.db`)
execFileSync(process.execPath, [
  join(import.meta.dirname, 'make-accounts.ts'),
  path,
  `${companies}`,
  `${people}`,
])
change('DELETE FROM scores; DELETE FROM scorings')

const memory = watchMemory()
const writer = threadWriter({ databasePath: path, now: toIso(NOW) })
const muster = openMuster(path, { threads: 2, cacheBytes: 256 * 2 ** 20 })
const refresh = createScoreRefresh({
  ...muster,
  profiles: createProfiles(muster.reader),
  writer,
  clock: { now: () => NOW },
})

await score('everybody, for the first time')
change(`INSERT INTO signals(external_id, type, type_key, company_id, occurred_at)
  VALUES ('B' || hex(randomblob(8)), 'funding', 'funding', 1, ${NOW - 60});
  UPDATE versions SET version = version + 1 WHERE source = 'signals'`)
await score('everybody, after one signal')
change("UPDATE profiles SET version = version + 1 WHERE id = 'per_0_0'")
await score('everybody, after one profile changed')

const times: number[] = []
const before = process.cpuUsage()
for (let nth = 0; nth < SINGLE; nth++) {
  const id = 1 + Math.floor((nth * companies) / SINGLE)
  const began = performance.now()
  await refresh.record({ entity: 'company', id })
  times.push(performance.now() - began)
}
const { user, system } = process.cpuUsage(before)
console.log(
  `one company with its people: ${((user + system) / 1000 / SINGLE).toFixed(1)} ms of processor, median ${quantile(times, 0.5).toFixed(1)} ms, slowest of 99 % ${quantile(times, 0.99).toFixed(1)} ms`,
)
console.log(`peak memory ${memory.peak()}`)
await muster.close()
await writer.close()
if (process.argv[2] === undefined) rmSync(path)

async function score(what: string): Promise<void> {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const done = await refresh.due({})
  const { user, system } = process.cpuUsage(cpu)
  const changed = done.reduce((sum, one) => sum + one.changed, 0)
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${what}: ${seconds.toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of processor; ${changed.toLocaleString('en-US')} scores changed`,
  )
}

/** In a process of its own: another SQLite in this one would let go of the locks that the engine holds. */
function change(sql: string): void {
  const run =
    "const [path, sql] = process.argv.slice(1); new (require('node:sqlite').DatabaseSync)(path).exec(sql)"
  execFileSync(process.execPath, ['-e', run, path, sql])
}
