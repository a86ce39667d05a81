import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { csv, type ImportBench, importBench } from '../imports/imports.fixture.ts'
import { TESTER } from '../services.fixture.ts'
import { eraseSubject } from './erase.ts'
import { hasErased, hasRemnants, writeAnew } from './write-anew.ts'

let bench: ImportBench
beforeEach(() => {
  bench = importBench()
})
afterEach(() => bench.close())

const NAME = 'Quillfeather'
/** Files of the database that hold the name. */
const holding = () => {
  const path = bench.path('test.db')
  return readdirSync(dirname(path)).filter(
    (name) => name.startsWith(basename(path)) && readFileSync(join(dirname(path), name)).includes(NAME),
  )
}

test('what was deleted before deletions were overwritten is in no file once the database is written anew', async () => {
  const { driver } = bench.writer
  // As it was before: the long name lies in pages that are free by now.
  driver.pragma('main.secure_delete = OFF')
  await bench.importFolder({ 'customers.csv': csv('id,last_name', `c1,${NAME.repeat(2000)}`, 'c2,Bob') })
  await bench.importFolder({ 'customers.csv': csv('id,last_name', 'c1,Lee') })
  driver.pragma('main.secure_delete = ON')
  driver.exec('UPDATE workspace SET remnants = 1')
  expect(hasErased(bench.writer)).toBe(false)
  await eraseSubject(bench.ctx, {
    ids: [{ takes: 'customers', source: 'default', id: 'c1' }],
    why: 'asked',
    actor: TESTER,
    databasePath: bench.path('test.db'),
  })
  expect(bench.rows('SELECT last_name FROM customers')).toEqual([['Bob']])
  expect(holding()).toEqual(['test.db'])
  expect([hasErased(bench.writer), hasRemnants(bench.writer)]).toEqual([true, true])

  const { before, after } = await writeAnew(bench.ctx, null)
  expect(after).toBeLessThan(before)
  expect(holding()).toEqual([])
  expect(hasRemnants(bench.writer)).toBe(false)
  expect(bench.rows('SELECT last_name FROM customers')).toEqual([['Bob']])
  expect(bench.rows('PRAGMA integrity_check')).toEqual([['ok']])
})
