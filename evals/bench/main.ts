import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { migrations } from '#db/migrations/index.ts'
import { measureCachedTrees } from './cached.ts'
import { bestOf, compareCounts } from './counts.ts'
import { openDuckdb } from './duckdb.ts'
import { geometricMean } from './measure.ts'
import { openMuster } from './muster.ts'
import { printCounts, printScaling, printSummary } from './report.ts'
import { sizeOf } from './rows.ts'
import { makeCompany } from './sqlite-company.ts'
import { measureLoad } from './under-load.ts'

const HELP = `Counts eight criteria in a generated company, beside DuckDB on the same rows.

  npm run bench [-- --customers N]

The company (5.4 orders and 10 events a customer, a million customers unless told otherwise) is made once and
kept in .muster/bench. At a million that takes some four minutes and 4 GB.`

const { values } = parseArgs({
  options: { customers: { type: 'string', default: '1000000' }, help: { type: 'boolean', default: false } },
})

if (values.help) console.log(HELP)
else await bench(Number(values.customers))

async function bench(customers: number): Promise<void> {
  if (!Number.isInteger(customers) || customers < 10_000) throw new Error('--customers takes 10000 or more')
  const threads = availableParallelism()
  const sizes = [10_000, 100_000, 1_000_000].filter((size) => size < customers)
  const scaling = []
  for (const size of [...sizes, customers]) {
    const counts = await countsAt(size, threads)
    scaling.push({ customers: size, counts })
  }
  const counts = scaling.at(-1)?.counts ?? []
  printCounts(customers, threads, counts)
  printScaling(scaling)

  const path = pathFor(customers)
  const warm = openMuster(path, { threads, cacheBytes: 256 * 2 ** 20 })
  const cachedTree = await measureCachedTrees(warm)
  await warm.close()
  const cold = openMuster(path, { threads, cacheBytes: 0 })
  const load = await measureLoad(cold)
  await cold.close()
  printSummary({
    ratio: geometricMean(counts.map((result) => result.muster / bestOf(result))),
    cachedTree,
    load,
  })
}

async function countsAt(customers: number, threads: number) {
  const size = sizeOf(customers)
  const path = pathFor(customers)
  makeCompany(path, size, (what) => console.error(`${customers} customers: ${what} …`))
  const duckdb = await openDuckdb(size, threads)
  const muster = openMuster(path, { threads, cacheBytes: 0 })
  try {
    return await compareCounts(muster, duckdb)
  } finally {
    await muster.close()
    duckdb.close()
  }
}

// A company made by other migrations would be another database.
function pathFor(customers: number): string {
  return join('.muster', 'bench', `${customers}-v${migrations.length}.db`)
}
