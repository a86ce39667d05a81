import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LimitError } from '#kernel/errors.ts'
import { importFiles } from './import-files.ts'
import { csv, type ImportBench, importBench } from './imports.fixture.ts'

// Files of this size are read in a thread of their own.
let bench: ImportBench
beforeEach(() => {
  bench = importBench()
})
afterEach(() => bench.close())

const ROWS = 160
/** A column that nobody reads makes few rows many bytes. */
const NOTE = 'x'.repeat(1 << 16)

const customersFile = (note: string, end = '') =>
  csv(
    'id,email,country,note',
    ...Array.from({ length: ROWS }, (_, n) =>
      n === 100
        ? `,nobody@example.com,CA,${note}`
        : `c${n},${n}@example.com,${n % 2 ? 'CA' : 'Xyland'},${note}`,
    ),
  ) + end

test('are imported as small ones are, and again change nothing', async () => {
  const small = await bench.importFolder({ 'customers.csv': customersFile('x') })
  const smallData = bench.data()
  bench.close()
  bench = importBench()

  const large = await bench.importFolder({ 'customers.csv': customersFile(NOTE) })
  expect(bench.data()).toEqual(smallData)
  expect(large).toEqual({ ...small, seconds: expect.any(Number) })
  expect(large.rejected).toMatchObject({ rows: 1, sample: [{ line: 102, reason: 'id is missing' }] })
  expect(large.notes.join(' ')).toContain('Xyland (79 rows)')
  expect((await bench.importFolder({ 'customers.csv': customersFile(NOTE) })).changed).toBe(false)
})

test('that are broken at their end leave nothing behind, and say where', async () => {
  const before = bench.data()
  await expect(bench.importFolder({ 'customers.csv': customersFile(NOTE, 'c999,"open') })).rejects.toThrow(
    `The quote opened in the record on line ${ROWS + 2} of customers.csv is never closed`,
  )
  expect(bench.data()).toEqual(before)
})

test('that are cancelled while they are read leave nothing behind', async () => {
  const before = bench.data()
  const stop = new LimitError('Cancelled', { next: 'Start again.' })
  const said: number[] = []
  const progress = ({ done }: { done: number }) => {
    said.push(done)
    if (said.length === 3) throw stop
  }
  const input = { paths: [bench.write('customers.csv', customersFile(NOTE))] }
  await expect(importFiles({ ...bench.ctx, progress }, input)).rejects.toBe(stop)
  expect(said.toSorted((a, b) => a - b)).toEqual(said)
  expect(bench.data()).toEqual(before)
  expect(await importFiles(bench.ctx, input)).toMatchObject({ changed: true, rejected: { rows: 1 } })
})

test.for([
  ['Reading customers.csv', '0.5'],
  ['Saving customers', '0'],
] as const)('whose process is killed at “%s” leave nothing behind', async ([step, share]) => {
  await bench.importFolder({ 'customers.csv': csv('id,email', 'c1,old@example.com') })
  const before = bench.data()
  bench.write('files/customers.csv', customersFile(NOTE))
  const killed = spawnSync(process.execPath, [
    fileURLToPath(new URL('./killed.fixture.ts', import.meta.url)),
    bench.path('test.db'),
    bench.path('files'),
    step,
    share,
  ])
  expect(killed.stderr.toString()).toBe('')
  expect(killed.signal).toBe('SIGKILL')
  expect(bench.data()).toEqual(before)
  expect(await importFiles(bench.ctx, { paths: [bench.path('files')] })).toMatchObject({
    tables: [{ table: 'customers', added: ROWS - 2, updated: 1 }],
    rejected: { rows: 1 },
  })
  expect(bench.rows('PRAGMA integrity_check')).toEqual([['ok']])
})

test('are read by a thread that starts without what only queries need', () => {
  const worker = new URL('./reading/reading.worker.ts', import.meta.url).href
  const looking = `import { registerHooks } from 'node:module'
    const loaded = []
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) })
    await import('${worker}')
    console.log(loaded.length, loaded.filter((url) => /kysely|i18n-iso-countries\\/langs/.test(url)).length)`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', looking])
  expect(stderr.toString()).toBe('')
  expect(stdout.toString()).toMatch(/^[1-9]\d+ 0\n$/)
})
