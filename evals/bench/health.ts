import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { migrations } from '#db/migrations/index.ts'
import { createHealth } from '#domain/health/health.ts'
import { createHealthThread } from '#domain/health/health-thread.ts'
import { createSegments } from '#domain/segments/read.ts'
import { createVocabulary } from '#domain/vocabulary/create-vocabulary.ts'
import { currencyOf } from '#kernel/money.ts'
import { watchMemory } from './memory.ts'
import { openMuster } from './muster.ts'
import { NOW, sizeOf } from './rows.ts'
import { makeCompany } from './sqlite-company.ts'

/**
 * Looks how healthy the data of a made-up company is, in which one of a hundred shares its address with another and
 * some birthdays are still to come; prints what it saw, the time and the peak of memory.
 *
 * @example node evals/bench/health.ts 1000000
 */
const customers = Number(process.argv[2] ?? 1_000_000)
const path = join('.muster', 'bench', `health-${customers}-v${migrations.length}.db`)

makeCompany(path, sizeOf(customers), (what) => console.log(`making ${what}`))
plant()

const memory = watchMemory()
const muster = openMuster(path, { threads: 2, cacheBytes: 256 * 2 ** 20 })
const { reader, members } = muster
const health = createHealth({
  reader,
  members,
  clock: { now: () => NOW },
  segments: createSegments(reader),
  vocabulary: createVocabulary({ reader, currency: () => currencyOf('USD') }),
  thread: createHealthThread(path),
})
const cpu = process.cpuUsage()
const { seconds, score, findings } = await health.report()
const { user, system } = process.cpuUsage(cpu)
for (const { title, affected, of, lost } of findings) {
  console.log(`${title}: ${affected.toLocaleString('en-US')} of ${of.toLocaleString('en-US')}, −${lost}`)
}
console.log(
  `${customers.toLocaleString('en-US')} customers: score ${score}, ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor; peak memory ${memory.peak()}`,
)
await muster.close()

/** Names, phone numbers and birthdays, and what is wrong with some of them; once, before anything else opens it. */
function plant(): void {
  const db = new DatabaseSync(path)
  const [row] = db.prepare('SELECT first_name AS name FROM customers LIMIT 1').all()
  if (row?.['name'] === null) {
    db.exec(`BEGIN;
      UPDATE customers SET first_name = 'Name' || id % 500, last_name = 'Family' || id % 50000, postcode = id % 9000,
        phone = CASE WHEN id % 3 > 0 THEN '+1415' || (1000000 + id - (id % 200 = 0)) END,
        email = CASE WHEN id % 100 = 0 THEN 'c' || (id - 1) || '@example.com' ELSE email END,
        birthday = CASE WHEN id % 10000 = 0 THEN '2031-01-01' WHEN id % 2 = 0 THEN '1980-01-01' END;
      UPDATE customer_keys AS k SET first_name = lower(c.first_name), last_name = lower(c.last_name),
        postcode = c.postcode, phone = ltrim(c.phone, '+'), email = c.email FROM customers c WHERE c.id = k.id;
      COMMIT`)
  }
  db.close()
}
