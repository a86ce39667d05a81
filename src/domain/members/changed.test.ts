import { afterAll, beforeAll, expect, test } from 'vitest'
import { csv, importBench } from '../imports/imports.fixture.ts'
import { CHANGED_SQL, changesIn, fewChanged } from './changed.ts'

let bench: ReturnType<typeof importBench>
beforeAll(async () => {
  bench = importBench()
  await bench.importFolder({ 'customers.csv': csv('id', ...Array.from({ length: 9 }, (_, n) => `c${n}`)) })
})
afterAll(() => bench.close())

test('those who changed since are found by their revisions, in the order of their ids', () => {
  const { driver } = bench.writer
  driver.exec('UPDATE facts SET revision = 10 - id; INSERT INTO gone_customers VALUES (99, 7), (100, 2)')
  expect(changesIn(driver)('now')(4)).toEqual([1, 2, 3, 4, 5, 99])
  expect(driver.prepare(`EXPLAIN QUERY PLAN ${CHANGED_SQL}`).all(0, 0)).toContainEqual(
    expect.objectContaining({
      detail: expect.stringMatching(/^SEARCH facts USING COVERING INDEX facts_revision/),
    }),
  )
})

test('of a piece those inside are taken, unless they are many', () => {
  expect(fewChanged([3, 5, 8, 13], { low: 4, end: 13 })).toEqual([5, 8])
  expect(
    fewChanged(
      Array.from({ length: 5000 }, (_, id) => id),
      { low: 0, end: 5000 },
    ),
  ).toBeUndefined()
})
