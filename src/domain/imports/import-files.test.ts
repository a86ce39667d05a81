import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openWriter } from '#db/open.ts'
import { ConflictError, InputError, LimitError } from '#kernel/errors.ts'
import { exclusively, refuseDuringImport } from './exclusively.ts'
import { importFiles } from './import-files.ts'
import { csv, type ImportBench, importBench } from './imports.fixture.ts'
import type { ImportInput } from './input.ts'

let bench: ImportBench
beforeEach(() => {
  bench = importBench()
})
afterEach(() => bench.close())

const CUSTOMERS = csv('id,email,accepts_email', 'c1,a@example.com,1', 'c2,b@example.com,1')
const ORDERS = csv('id,customer_id,ordered_at,total', 'o1,c1,2025-01-01,10', 'o2,c2,2025-01-02,20.50')
const ORDER_LINES = csv('order_id,sku,qty,date,price,customer', '1,A,1,2025-01-01,1.00,ann')

async function refusal(import_: unknown): Promise<{ message: string; next: string; error: unknown }> {
  try {
    await import_
  } catch (error) {
    if (error instanceof InputError || error instanceof ConflictError) {
      return { message: error.message, next: error.next, error }
    }
    throw error
  }
  throw new Error('The import was not refused')
}

describe('what can’t be read is refused before anything is written', () => {
  const cases: [string, (bench: ImportBench) => Partial<ImportInput> & { paths: string[] }, RegExp][] = [
    ['nothing', () => ({ paths: [] }), /nothing to import/],
    ['a missing file', ({ path }) => ({ paths: [path('none.csv')] }), /no file or folder .*none\.csv/],
    [
      'a folder without a known table',
      ({ path, write }) => (write('folder/shoes.csv', 'a\n'), { paths: [path('folder')] }),
      /folder .* has no file that Muster knows/,
    ],
    ['an empty file', ({ write }) => ({ paths: [write('customers.csv', '')] }), /customers\.csv is empty/],
    [
      'a file without a header',
      ({ write }) => ({ paths: [write('customers.csv', '\n\n')] }),
      /no header line/,
    ],
    [
      'a truncated gzip file',
      ({ write }) => ({ paths: [write('customers.csv.gz', gzipSync(CUSTOMERS.repeat(50)).subarray(0, 40))] }),
      /customers\.csv\.gz is a damaged or truncated gzip file/,
    ],
    [
      'a gzip file that breaks in the middle',
      ({ write }) => {
        const packed = gzipSync(CUSTOMERS.repeat(9))
        packed[packed.length - 5] = 0
        packed[packed.length - 6] = 0
        return { paths: [write('customers.csv', packed)] }
      },
      /damaged or truncated/,
    ],
    [
      'a binary file',
      ({ write }) => ({
        paths: [write('orders.csv', new Uint8Array([137, 80, 78, 71, 0, 0, 10, 13, 10, 0]))],
      }),
      /orders\.csv is not text in UTF-8, UTF-16 or Windows-1252/,
    ],
    [
      'text in an encoding that is none',
      ({ write }) => ({
        paths: [write('customers.csv', Buffer.from('id,city\nc1,Z\u0081rich\n', 'latin1'))],
      }),
      /not text in UTF-8, UTF-16 or Windows-1252/,
    ],
    [
      'an unknown set of columns',
      ({ write }) => ({ paths: [write('export.csv', 'a,b\n1,2\n')] }),
      /export\.csv has the columns of no file that Muster knows: as order-lines, it has no column for customer_id, order_id/,
    ],
    [
      'a table without a required column',
      ({ write }) => ({ paths: [write('orders.csv', 'id,customer_id,total\n')], format: 'generic' }),
      /orders\.csv has no column for ordered_at/,
    ],
    [
      'a column that is there twice',
      ({ write }) => ({ paths: [write('customers.csv', 'id,ID\n')] }),
      /has the column id twice/,
    ],
    [
      'a map to a column that is not there',
      ({ write }) => ({ paths: [write('x.csv', ORDER_LINES)], map: { price: 'Cost' } }),
      /x\.csv has no column Cost, which is to be price/,
    ],
    [
      'a map of a field that is none',
      ({ write }) => ({ paths: [write('x.csv', ORDER_LINES)], map: { prise: 'price' } }),
      /no field prise to map the column price to/,
    ],
    [
      'a format that is none',
      ({ write }) => ({ paths: [write('x.csv', ORDER_LINES)], format: 'xml' }),
      /no import format xml/,
    ],
    [
      'a currency that is none',
      ({ write }) => ({ paths: [write('x.csv', ORDER_LINES)], currency: 'EURO' }),
      /currency is no ISO 4217/,
    ],
    [
      'a time zone that is none',
      ({ write }) => ({ paths: [write('x.csv', ORDER_LINES)], timezone: 'Mars/Base' }),
      /timezone is no IANA/,
    ],
    [
      'a source that is no name',
      ({ write }) => ({ paths: [write('x.csv', ORDER_LINES)], source: "a'b" }),
      /source is not a short name/,
    ],
    [
      'several currencies, none of them chosen',
      ({ write }) => ({
        paths: [
          write(
            'x.csv',
            csv(
              'order_id,sku,qty,date,price,customer,currency',
              '1,A,1,2025-01-01,1,a,EUR',
              '2,A,1,2025-01-01,1,a,CHF',
            ),
          ),
        ],
      }),
      /several currencies: CHF, EUR/,
    ],
    [
      'files of one kind with different columns',
      ({ write }) => ({ paths: [write('a/customers.csv', CUSTOMERS), write('b/customers.csv', 'id\nc3\n')] }),
      /other columns than another file/,
    ],
  ]

  test.for(cases)('%s', async ([, make, message]) => {
    const before = bench.data()
    const refused = await refusal(importFiles(bench.ctx, make(bench)))
    expect(refused.message).toMatch(message)
    expect(refused.next).toMatch(/^[A-Z].*\.$/s)
    expect(bench.data()).toEqual(before)
  })

  test('and the columns that there are stand in the answer', async () => {
    const refused = await refusal(bench.importFile('Nr,Preis\n1,2\n'))
    expect(refused.next).toContain('has Nr, Preis')
  })
})

describe('the currency and the time zone', () => {
  test('are settled with the first money', async () => {
    await bench.importFolder({ 'customers.csv': CUSTOMERS }, { currency: 'EUR', timezone: 'Europe/Berlin' })
    await bench.importFolder({ 'orders.csv': ORDERS }, { currency: 'CHF' })
    expect(bench.rows('SELECT currency, timezone FROM workspace')).toEqual([['CHF', 'Europe/Berlin']])
    const files = { 'orders.csv': ORDERS }
    const currency = await refusal(bench.importFolder(files, { currency: 'EUR' }))
    expect(currency.error).toBeInstanceOf(ConflictError)
    expect(currency.message).toBe('The currency of this workspace is CHF, not EUR')
    const zone = await refusal(bench.importFolder(files, { timezone: 'UTC' }))
    expect(zone.message).toBe('The time zone of this workspace is Europe/Berlin, not UTC')
    expect((await bench.importFolder(files)).notes).not.toContainEqual(expect.stringContaining('assum'))
  })

  test('files without money need no assumption about it', async () => {
    expect((await bench.importFolder({ 'customers.csv': CUSTOMERS })).notes).toEqual([])
  })
})

test('every rejected row is written to a file, safe to open in a spreadsheet', async () => {
  const rejects = bench.path('rejects.csv')
  const orders = csv('id,customer_id,ordered_at,total', 'o1,=cmd(),2025-01-01,10', '"o,2",c1,"1 ""May""",10')
  await bench.importFolder({ 'customers.csv': CUSTOMERS, 'orders.csv': orders }, { rejects })
  expect(readFileSync(rejects, 'utf8')).toBe(
    csv(
      'file,line,reason,value',
      `orders.csv,2,unknown customer,'=cmd()`,
      'orders.csv,3,ordered_at is not a time as YYYY-MM-DD HH:MM:SS or ISO 8601,"1 ""May"""',
    ),
  )
  const refused = await refusal(
    bench.importFolder({ 'customers.csv': CUSTOMERS }, { rejects: bench.path('no/where.csv') }),
  )
  expect(refused.message).toMatch(/can't be written/)
})

test('bulk imports leave the indexes as they were', async () => {
  const indexes = `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name`
  const before = bench.rows(indexes)
  await bench.importFolder({ 'customers.csv': CUSTOMERS, 'orders.csv': ORDERS })
  expect(bench.rows(indexes)).toEqual(before)
  expect(bench.rows('PRAGMA foreign_key_check')).toEqual([])
  expect(bench.rows("SELECT count(*) FROM temp.sqlite_master WHERE name LIKE 'import%'")).toEqual([[0]])
})

/** How SQLite goes about what an import does with its staged customers: the loops of each statement, from outside in. */
function loopsOfCustomers(): readonly { readonly sql: string; readonly loops: readonly string[] }[] {
  const { driver } = bench.writer
  const prepare = driver.prepare.bind(driver)
  const seen: { sql: string; loops: string[] }[] = []
  vi.spyOn(driver, 'prepare').mockImplementation((sql: string) => {
    // While the import runs: its tables are gone afterwards.
    if (/^(INSERT|UPDATE|DELETE)\b.*\btemp\.import_(changed_)?customers\b/s.test(sql)) {
      const plan = prepare<unknown[], { parent: number; detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      const steps = plan.all(...Array.from(sql.matchAll(/\?/g), () => 0))
      const loops = steps.filter(({ parent, detail }) => parent === 0 && /^(SCAN|SEARCH) /.test(detail))
      seen.push({ sql, loops: loops.map(({ detail }) => detail) })
    }
    return prepare(sql)
  })
  return seen
}

test('no statement about customers looks at all of them, or at all staged ones, for each of the others', async () => {
  const people = csv(
    'id,email,accepts_email,accepts_sms,tags,interests',
    ...Array.from({ length: 50 }, (_, n) => `c${n},${n}@example.com,1,0,a;b,c`),
  )
  const statements = loopsOfCustomers()
  await bench.importFolder({ 'customers.csv': people })
  await bench.importFolder({ 'customers.csv': people.replaceAll('1@', 'one@') })
  expect(statements.map(({ sql }) => sql)).toContainEqual(expect.stringMatching(/^UPDATE customers /))
  expect(statements.length).toBeGreaterThan(10)
  const slow = statements.filter(
    ({ loops }) =>
      loops.slice(1).some((loop) => /^SCAN (?!.*VIRTUAL TABLE)/.test(loop)) ||
      loops.some((loop) => /^SEARCH i .*\bcustomer_id=/.test(loop)),
  )
  expect(slow).toEqual([])
})

test('the history tells of an import without personal data', async () => {
  const orders = csv('id,customer_id,ordered_at,total', 'o1,secret@example.com,2025-01-01,10')
  const { id } = await bench.importFolder({ 'customers.csv': CUSTOMERS, 'orders.csv': orders })
  const [history] = bench.rows(
    `SELECT i.report || l.detail FROM imports i JOIN log l ON l.subject = i.id WHERE i.id = '${id}'`,
  )
  expect(history?.[0]).toContain('unknown customer')
  expect(history?.[0]).not.toContain('@')
})

describe('an import that does not come to its end', () => {
  const files = { 'customers.csv': CUSTOMERS, 'orders.csv': ORDERS }

  test.for(['Reading orders.csv', 'Saving orders', 'Computing the facts of customers'])(
    'because it is cancelled at “%s” leaves nothing behind',
    async (step) => {
      const before = bench.data()
      const stop = new LimitError('Cancelled', { next: 'Start again.' })
      const progress = ({ what }: { what: string }) => {
        if (what === step) throw stop
      }
      for (const [name, content] of Object.entries(files)) bench.write(`files/${name}`, content)
      const input = { paths: [bench.path('files')] }
      await expect(importFiles({ ...bench.ctx, progress }, input)).rejects.toBe(stop)
      expect(bench.data()).toEqual(before)
      expect((await importFiles(bench.ctx, input)).changed).toBe(true)
    },
  )

  test.for(['Reading orders.csv', 'Saving orders', 'Computing the facts of customers'])(
    'because its process is killed at “%s” leaves nothing behind',
    async (step) => {
      await bench.importFolder({ 'customers.csv': csv('id,email', 'c1,old@example.com') })
      const before = bench.data()
      for (const [name, content] of Object.entries(files)) bench.write(`files/${name}`, content)
      const killed = spawnSync(process.execPath, [
        fileURLToPath(new URL('./killed.fixture.ts', import.meta.url)),
        bench.path('test.db'),
        bench.path('files'),
        step,
      ])
      expect(killed.stderr.toString()).toBe('')
      expect(killed.signal).toBe('SIGKILL')
      expect(bench.data()).toEqual(before)
      const report = await importFiles(bench.ctx, { paths: [bench.path('files')] })
      expect(report.tables).toMatchObject([{ added: 1, updated: 1 }, { added: 2 }])
      expect(bench.rows('PRAGMA integrity_check')).toEqual([['ok']])
    },
  )

  test('keeps a second one out while it runs', async () => {
    bench.write('files/customers.csv', CUSTOMERS)
    const input = { paths: [bench.path('files')] }
    const { driver } = bench.writer
    const running = Promise.withResolvers<void>()
    const first = exclusively(driver, () => running.promise)
    await expect(importFiles(bench.ctx, input)).rejects.toThrow('Another import is running')
    running.resolve()
    await first

    const progress = vi.fn<() => void>(() =>
      expect(() => refuseDuringImport(driver)).toThrow('An import is running'),
    )
    expect((await importFiles({ ...bench.ctx, progress }, input)).changed).toBe(true)
    expect(progress).toHaveBeenCalled()
    refuseDuringImport(driver)
  })
})

test('the rows survive closing and opening the database', async () => {
  await bench.importFolder({ 'customers.csv': CUSTOMERS })
  const again = openWriter(bench.path('test.db'))
  expect(again.driver.prepare('SELECT count(*) FROM facts').pluck().get()).toBe(2)
  again.close()
  expect(existsSync(bench.path('test.db'))).toBe(true)
})
