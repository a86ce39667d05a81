import { existsSync, mkdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFiles } from './import-files.ts'
import { csv, type ImportBench, importBench } from './imports.fixture.ts'

let bench: ImportBench
beforeEach(() => {
  bench = importBench()
})
afterEach(() => bench.close())

const SQL = `'); DROP TABLE customers; --`

test('SQL in ids, names, tags, headers and lists is text', async () => {
  const report = await bench.importFolder({
    'customers.csv': csv(
      `id,city,tags,"${SQL}"`,
      `"${SQL}","x""); DELETE FROM orders; --","a' OR 1=1|b",x`,
      'c2,Rome,,y',
    ),
    'lists.csv': csv('list,customer_id', `"${SQL}","${SQL}"`, '__proto__,c2'),
  })
  expect(report).toMatchObject({ rejected: { rows: 0 }, files: [{ ignoredColumns: [SQL] }, {}] })
  expect(bench.rows('SELECT external_id FROM identities ORDER BY 1')).toEqual([[SQL], ['c2']])
  expect(bench.rows('SELECT key FROM customer_labels ORDER BY 1')).toEqual([["a' or 1=1"], ['b']])
  expect(bench.rows("SELECT name FROM segments WHERE kind = 'list' ORDER BY 1")).toEqual([
    [SQL],
    ['__proto__'],
  ])
})

test('words that every object has are no words of ours', async () => {
  const { rejected } = await bench.importFolder({
    'customers.csv': csv(
      'id,accepts_email,constructor,__proto__',
      'c1,constructor,a,b',
      'c2,__proto__,a,b',
      'c3,yes,a,b',
    ),
    'orders.csv': csv(
      'id,customer_id,ordered_at,status,total',
      'o1,c3,2025-01-01,constructor,1',
      'o2,c3,2025-01-01,__proto__,1',
      'o3,c3,2025-01-01,paid,1',
    ),
  })
  expect(rejected.reasons.map(({ reason, rows }) => [rows, reason])).toEqual([
    [2, 'accepts_email is not 1, 0, true, false, yes or no'],
    [2, 'status is none of paid, pending, refunded, partially_refunded, cancelled'],
  ])
  expect(bench.rows('SELECT external_id FROM orders')).toEqual([['o3']])
})

test.for([
  ['latitude', '1e999', 'latitude is not a number'],
  ['latitude', 'NaN', 'latitude is not a number'],
  ['latitude', '-Infinity', 'latitude is not a number'],
  ['latitude', '0x10', 'latitude is not a number'],
  ['longitude', '1e308', 'longitude is not between -180 and 180'],
  ['created_at', '2016-12-31T23:59:60Z', 'created_at is not a time as YYYY-MM-DD HH:MM:SS or ISO 8601'],
  ['created_at', '2025-02-29', 'created_at is a day that does not exist'],
  ['created_at', '+12025-01-01', 'created_at is not a time as YYYY-MM-DD HH:MM:SS or ISO 8601'],
  ['birthday', '1990-00-10', 'birthday is a day that does not exist'],
] as const)(
  '%s %s is rejected with its line, and the other row is taken',
  async ([column, value, reason]) => {
    const { rejected } = await bench.importFolder({
      'customers.csv': csv(`id,${column}`, `c1,${value}`, 'c2,'),
    })
    expect(rejected.sample).toEqual([{ file: 'customers.csv', line: 2, reason, value }])
    expect(bench.rows('SELECT external_id FROM identities')).toEqual([['c2']])
  },
)

describe('files that are no files of rows', () => {
  test.for([
    ['customers.xlsx', 'PK\x03\x04', 'customers.xlsx is a spreadsheet, not CSV'],
    ['customers.csv', 'PK\x03\x04', 'customers.csv is a ZIP archive or a spreadsheet, not CSV'],
    ['customers.xls', '\xd0\xcf\x11\xe0', 'customers.xls is a spreadsheet, not CSV'],
    ['invoice.pdf', '%PDF-1.7', 'invoice.pdf is a PDF, not CSV'],
  ] as const)('%s is called what it is', async ([name, begins, message]) => {
    const path = bench.write(name, Buffer.from(`${begins}${'x'.repeat(100)}`, 'latin1'))
    await expect(importFiles(bench.ctx, { paths: [path] })).rejects.toMatchObject({ code: 'input', message })
  })

  test('a folder with the name of one', async () => {
    mkdirSync(bench.path('files/customers.csv'), { recursive: true })
    await expect(importFiles(bench.ctx, { paths: [bench.path('files')] })).rejects.toMatchObject({
      code: 'input',
      message: 'customers.csv is a folder, not a file',
    })
  })

  test.for(['nowhere/rejects.csv', 'folder'])(
    'rejected rows that can’t be written to %s are said before the import, not after it',
    async (place) => {
      mkdirSync(bench.path('folder'))
      const before = bench.data()
      await expect(
        bench.importFolder({ 'customers.csv': csv('id', 'c1') }, { rejects: bench.path(place) }),
      ).rejects.toMatchObject({ code: 'input', next: expect.stringContaining('a folder that exists') })
      expect(bench.data()).toEqual(before)
      expect(existsSync(bench.path(`${place}.part`))).toBe(false)
    },
  )
})

test('a disk that is full in the middle of an import leaves the data as it was', async () => {
  const page = (what: string) => Number(bench.writer.driver.pragma(what, { simple: true }))
  const before = bench.data()
  const files = {
    'customers.csv': csv(
      'id,city',
      ...Array.from({ length: 2000 }, (_, i) => `c${i},${'x'.repeat(200)}${i}`),
    ),
  }
  bench.writer.driver.pragma(`max_page_count = ${page('page_count') + 10}`)
  await expect(bench.importFolder(files)).rejects.toMatchObject({
    code: 'limit',
    message: expect.stringContaining('nothing was changed'),
    next: expect.stringContaining('Free some room'),
  })
  expect(bench.data()).toEqual(before)
  bench.writer.driver.pragma('max_page_count = 1073741823')
  expect((await bench.importFolder(files)).tables).toMatchObject([{ added: 2000 }])
  expect(bench.rows('PRAGMA integrity_check')).toEqual([['ok']])
})
