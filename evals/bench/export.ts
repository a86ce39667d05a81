import { mkdirSync, rmSync, statSync, writeSync, openSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { resourceUsage } from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { openReadOnly } from '#db/open.ts'
import { migrations } from '#db/migrations/index.ts'
import { writeInThread } from '#domain/exports/export-thread.ts'
import type { FormatId } from '#domain/exports/formats/index.ts'
import { PLAIN } from '#domain/exports/options.ts'
import { add, bitsetFor } from '#domain/members/bitset.ts'
import { encodeMembers } from '#domain/members/encode.ts'
import { currencyOf } from '#kernel/money.ts'
import { median, timesOf } from './measure.ts'
import { NOW, sizeOf } from './rows.ts'
import { makeCompany } from './sqlite-company.ts'

/**
 * Exports all customers of the benchmark's company, beside a bare loop that reads the same columns of the same rows
 * and writes them as they are, and prints the ratio and the peak of memory.
 *
 * @example node evals/bench/export.ts 200000
 */
const customers = Number(process.argv[2] ?? 1_000_000)
const RUNS = 3

const folder = join('.muster', 'bench')
const path = join(folder, `${customers}-v${migrations.length}.db`)
makeCompany(path, sizeOf(customers), (what) => console.error(`${what} …`))
const out = join(folder, 'export')
prepare()

const bare = await measured(async () => bareLoop(join(out, 'bare.csv')))
report('bare loop', bare, bare)
for (const [format, hashed] of [
  ['standard_csv', false],
  ['google_ads', false],
  ['google_ads', true],
] as const) {
  report(`${format}${hashed ? ', hashed' : ''}`, await measured(() => exportOnce(format, hashed)), bare)
}
rmSync(out, { recursive: true })
console.log(`peak memory ${Math.round(resourceUsage().maxRSS / 1024)} MB`)

/** Ids as imported, and one export of everybody for each format. */
function prepare(): void {
  const db = new DatabaseSync(path)
  db.exec(
    `INSERT OR IGNORE INTO identities SELECT 'default', 'C' || id, id FROM customers; DELETE FROM exports`,
  )
  const everybody = bitsetFor(customers)
  for (let id = 1; id <= customers; id++) add(everybody, id)
  const insert =
    db.prepare(`INSERT INTO exports(id, proposal_id, format, subject_kind, subject_id, subject_name,
    subject_version, options, confirmed_by, confirmed_at, as_of, channel, confirmed, members, state)
    VALUES (?, '', ?, 'segment', '', 'Everybody', 1, '{}', '{}', 0, 0, ?, ?, ?, 'waiting')`)
  for (const [format, channel] of [
    ['standard_csv', null],
    ['google_ads', 'ads'],
  ] as const) {
    insert.run(format, format, channel, customers, encodeMembers(everybody))
  }
  db.close()
}

async function exportOnce(format: FormatId, hashed: boolean): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out)
  await writeInThread(
    path,
    {
      exportId: format,
      folder: out,
      base: 'everybody',
      format,
      options: { ...PLAIN, hashed },
      now: NOW,
      currency: currencyOf('USD'),
    },
    {},
  )
}

/** What the standard CSV reads, without ids in blocks, scores, quotes, dates, sums or a hash of the file. */
function bareLoop(file: string): void {
  mkdirSync(out, { recursive: true })
  const driver = openReadOnly(path)
  const fd = openSync(file, 'w')
  const rows = driver
    .prepare(`SELECT (SELECT external_id FROM identities AS i WHERE i.customer_id = c.id LIMIT 1), c.country,
      c.region, c.city, c.language, c.created_at, f.orders, f.spent, f.first_at, f.last_at
      FROM customers AS c JOIN facts AS f ON f.id = c.id`)
    .raw()
  let lines: string[] = []
  const flush = () => {
    writeSync(fd, lines.join(''))
    lines = []
  }
  for (const row of rows.iterate()) {
    lines.push(`${String(row)}\n`)
    if (lines.length === 5000) flush()
  }
  flush()
  closeSync(fd)
  driver.close()
  if (statSync(file).size === 0) throw new Error('The bare loop wrote nothing')
}

interface Took {
  readonly seconds: number
  /** Of all threads: what a busy machine does not stretch. */
  readonly cpu: number
}

async function measured(run: () => Promise<void>): Promise<Took> {
  const times: number[] = []
  const seconds = median(
    await timesOf(RUNS, async () => {
      const before = process.cpuUsage()
      await run()
      const { user, system } = process.cpuUsage(before)
      times.push((user + system) / 1e6)
    }),
  )
  return { seconds: seconds / 1000, cpu: median(times.slice(1)) }
}

function report(what: string, took: Took, base: Took): void {
  const rate = Math.round(customers / took.seconds).toLocaleString('en-US')
  const times = (of: (each: Took) => number) => `${(of(took) / of(base)).toFixed(2)} × the bare loop`
  console.log(
    `${what}: ${took.seconds.toFixed(2)} s, ${rate} rows/s, ${times(({ seconds }) => seconds)}; ${took.cpu.toFixed(2)} s of processor, ${times(({ cpu }) => cpu)}`,
  )
}
