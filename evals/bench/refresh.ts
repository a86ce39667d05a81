import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { type App, openApp } from '#app'
import { createBrowsing } from '#domain/browsing/browse.ts'
import { SORTS } from '#domain/browsing/shown.ts'
import { openDuckdb } from './duckdb.ts'
import { RFM_SQL } from './refresh-duckdb.ts'
import { ownCompany } from './own-company.ts'
import { NOW, PRODUCTS, sizeOf } from './rows.ts'

/**
 * Refreshes all segments of the benchmark's company (scores, members, metrics, top products), beside DuckDB on the
 * same rows, then after one customer in a hundred ordered; and turns pages of members. In seconds of processor, which a
 * busy machine does not stretch, and ratios of the same run. Throws when the two don't agree.
 *
 * @example node evals/bench/refresh.ts 200000
 */
const customers = Number(process.argv[2] ?? 1_000_000)
const SEGMENT = 'seg_rfm_champions'

const { folder, path } = ownCompany('refresh', customers)
nameCustomers()

const app = await openApp({
  DATABASE_URL: `sqlite:${path}`,
  MUSTER_NOW: new Date(NOW * 1000).toISOString(),
  MUSTER_MODEL: 'offline',
  MUSTER_TIME_LIMIT: '600',
})
try {
  await bench(app)
} finally {
  await app.close()
  rmSync(folder, { recursive: true })
}

async function bench({ refresh, services, writer }: App): Promise<void> {
  const all = () => refresh.all({ cause: 'benchmark' })
  // The threads that read start with the first thing they read.
  await services.members.everyone({ asOf: NOW })
  const duckdb = await openDuckdb(sizeOf(customers), availableParallelism())
  await duckdb.rows(RFM_SQL)
  const other = await cost(() => duckdb.rows(RFM_SQL))
  report('DuckDB, without storing anything', other)
  const full = await cost(all)
  agree(services, await duckdb.rows(RFM_SQL))
  duckdb.close()
  report('everything for the first time', full, { of: 'DuckDB', cpu: other.cpu })
  report('everything, nothing changed', await cost(all), { of: 'the first time', cpu: full.cpu })
  await writer.call('importFiles', { paths: [newOrders()] })
  report('everything, after 1 in 100 ordered', await cost(all), { of: 'the first time', cpu: full.cpu })

  const browsing = createBrowsing(services)
  for (const sort of SORTS) {
    const page = { sort, direction: 'desc', search: '', most: 50, masked: false } as const
    const first = await cost(() => browsing.customers(SEGMENT, page))
    const { next } = await browsing.customers(SEGMENT, page)
    const second = await cost(() => browsing.customers(SEGMENT, { ...page, ...(next && { cursor: next }) }))
    console.log(`a page by ${sort}: ${ms(first.cpu)} where the order is made, ${ms(second.cpu)} from then on`)
  }
}

interface Cost {
  /** Seconds of processor, of all threads. */
  readonly cpu: number
  /** Milliseconds. */
  readonly stall: number
}

async function cost(run: () => Promise<unknown>): Promise<Cost> {
  const loop = monitorEventLoopDelay({ resolution: 2 })
  loop.enable()
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  loop.disable()
  return { cpu: (user + system) / 1e6, stall: loop.max / 1e6 }
}

function report(
  what: string,
  { cpu, stall }: Cost,
  base?: { readonly of: string; readonly cpu: number },
): void {
  const ratio = base === undefined ? '' : `, ${(cpu / base.cpu).toFixed(2)} × ${base.of}`
  console.log(
    `${what}: ${cpu.toFixed(2)} s of processor${ratio}; the event loop waited ${Math.round(stall)} ms at most`,
  )
}

function ms(seconds: number): string {
  return `${Math.round(seconds * 1000)} ms of processor`
}

/** Members, orders, spend and top products of each segment, as DuckDB finds them. */
function agree({ segmentTable, segments }: App['services'], rows: readonly (readonly unknown[])[]): void {
  for (const [name, members, orders, spent, top] of rows) {
    const figures = segmentTable.figures(String(name))
    const found = [
      segments.get(String(name)).members,
      figures?.orders,
      figures && Math.round(figures.revenue * 100),
      figures?.products.map(({ title }) => title.replace('Product ', '')).join(' '),
    ]
    const expected = [Number(members), Number(orders), Number(spent), top]
    if (String(found) !== String(expected))
      throw new Error(`${String(name)}: ${String(found)}, DuckDB ${String(expected)}`)
  }
}

/** Ids as imported, by which new orders find their customers. */
function nameCustomers(): void {
  const db = new DatabaseSync(path)
  db.exec(`INSERT OR IGNORE INTO identities SELECT 'default', 'C' || id, id FROM customers`)
  db.close()
}

/** An order of one line of every hundredth customer. */
function newOrders(): string {
  const into = join(folder, 'files')
  mkdirSync(into)
  const at = new Date((NOW - 60) * 1000).toISOString()
  const who = Array.from({ length: Math.floor(customers / 100) }, (_, i) => 100 * i + 37)
  const file = (name: string, header: string, line: (id: number) => string) =>
    writeFileSync(join(into, name), `${[header, ...who.map(line)].join('\n')}\n`)
  file(
    'orders.csv',
    'id,customer_id,ordered_at,status,total,currency',
    (id) => `N${id},C${id},${at},paid,50,USD`,
  )
  file('items.csv', 'order_id,product_id,quantity,price', (id) => `N${id},${1 + (id % PRODUCTS)},1,50`)
  return into
}
