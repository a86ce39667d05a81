import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resourceUsage } from 'node:process'
import { threadWriter } from '#domain/writer/thread.ts'
import { writeOrderLines } from './order-lines-file.ts'

/**
 * Imports a file of order lines into a new database, twice, and prints rows a second and the peak of memory.
 * Without a file it makes one up, of as many lines as asked for.
 *
 * @example node evals/bench/import.ts onlineretail.csv.gz
 * @example node evals/bench/import.ts 3000000
 */
const LINES = 3_000_000

const folder = mkdtempSync(join(tmpdir(), 'muster-import-'))
try {
  const path = await orderLines(process.argv[2] ?? String(LINES))
  const writer = threadWriter({ databasePath: join(folder, 'bench.db'), now: null })
  for (const time of ['into an empty database', 'the same again']) {
    const began = performance.now()
    const report = await writer.call('importFiles', { paths: [path], currency: 'GBP' })
    const seconds = (performance.now() - began) / 1000
    const rows = report.files.reduce((sum, file) => sum + file.rows, 0)
    console.log(
      `${time}: ${rows.toLocaleString('en-US')} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds).toLocaleString('en-US')} rows/s; peak memory ${Math.round(resourceUsage().maxRSS / 1024)} MB`,
    )
  }
  await writer.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function orderLines(argument: string): Promise<string> {
  if (!/^\d+$/.test(argument)) return argument
  const path = join(folder, 'order-lines.csv')
  await writeOrderLines(path, Number(argument))
  return path
}
