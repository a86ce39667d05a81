import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resourceUsage } from 'node:process'
import { threadWriter } from '#domain/writer/thread.ts'
import { writeShopifyOrders } from './shopify-file.ts'

/**
 * Makes an export of orders from Shopify in dist, imports it into a new database, twice, and prints lines a second and
 * the peak of memory.
 *
 * @example node evals/bench/shopify.ts 500000
 */
// As src/cli/bin.js does: the threads that write and read load what is compiled already, but for the first time.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../../node_modules/.cache/compiled')
enableCompileCache(process.env.NODE_COMPILE_CACHE)

const lines = Number(process.argv[2] ?? 500_000)
const path = join(import.meta.dirname, `../../dist/bench/shopify-${lines}.csv`)
if (!existsSync(path)) {
  mkdirSync(join(path, '..'), { recursive: true })
  await writeShopifyOrders(`${path}.unfinished`, lines)
  renameSync(`${path}.unfinished`, path)
}
const folder = mkdtempSync(join(tmpdir(), 'muster-shopify-'))
try {
  const writer = threadWriter({ databasePath: join(folder, 'bench.db'), now: null })
  for (const time of ['into an empty database', 'the same again']) {
    const cpu = process.cpuUsage()
    const began = performance.now()
    const marks = new Map<string, number>()
    const report = await writer.call(
      'importFiles',
      { paths: [path] },
      { onProgress: ({ what }) => void marks.set(what, performance.now()) },
    )
    const seconds = (performance.now() - began) / 1000
    const { user, system } = process.cpuUsage(cpu)
    console.log(
      `${time}: ${lines.toLocaleString('en-US')} lines in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time), ${Math.round(lines / seconds).toLocaleString('en-US')} lines/s; ${report.rejected.rows} rejected; peak memory ${Math.round(resourceUsage().maxRSS / 1024)} MB`,
    )
    let before = began
    for (const [what, at] of marks) {
      console.log(`  ${((at - before) / 1000).toFixed(2)} s until the last word of “${what}”`)
      before = at
    }
  }
  await writer.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
