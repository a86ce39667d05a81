import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenReader, openReader, type OpenWriter, openWriter } from '#db/open.ts'
import { conditions } from '../conditions/index.ts'
import type { Entity } from '../entities/entity.ts'
import { arbitraryCompany, type Company } from '../criteria/company.fixture.ts'
import { planContext } from '../criteria/context.ts'
import { arbitraryCriteriaOf } from '../criteria/criteria.fixture.ts'
import { holds } from '../criteria/evaluate.ts'
import { insertCompany } from '../criteria/insert-company.fixture.ts'
import { entityOf } from '../criteria/entity.ts'
import { contextOf, populationOf, recordsOf } from '../criteria/readings.fixture.ts'
import type { Criteria } from '../criteria/schema.ts'
import { sqlite } from '../dialects/sqlite.ts'
import { createVocabulary } from '../vocabulary/create-vocabulary.ts'
import { ids } from './bitset.ts'
import { createMembers } from './engine.ts'
import type { Members } from './members.ts'

let folder: string
let writer: OpenWriter
let reader: OpenReader
let members: Members
let company: Company

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-engine-'))
  const databasePath = join(folder, 'muster.db')
  writer = openWriter(databasePath)
  reader = openReader(databasePath)
  const { dictionary } = createVocabulary({ reader, currency: () => company.currency })
  members = createMembers({
    databasePath,
    reader,
    context(now) {
      const { zone, currency } = company
      const workspace = { name: 'Test', zone, currency, demo: false }
      return planContext({ reader, dialect: sqlite, dictionary, workspace, now })
    },
    threads: 2,
  })
})

afterAll(async () => {
  await members.close()
  reader.close()
  writer.close()
  rmSync(folder, { recursive: true })
})

/** The database holds this company and nothing else, and says that everything has changed. */
function moveIn(next: Company): void {
  company = next
  const { driver } = writer
  const tables = driver
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'
      AND name NOT IN ('versions', 'log', 'proposals', 'gone_customers')`)
    .pluck()
    .all()
  driver.pragma('foreign_keys = OFF')
  writer.transaction(() => {
    for (const table of tables) driver.exec(`DELETE FROM ${table}`)
    insertCompany(writer, next)
    driver.exec('UPDATE versions SET version = version + 1')
  })
}

function inMemory(criteria: Criteria): readonly number[] {
  const [population, ctx] = [populationOf(company), contextOf(company)]
  return recordsOf(company, entityOf(criteria))
    .filter((record) => holds(criteria, record, population, ctx))
    .map(({ id }) => id)
}

test('the engine finds whom the criteria hold for in memory', async () => {
  const several = fc
    .constantFrom<Entity>('customer', 'customer', 'company', 'person')
    .filter((entity) => conditions.some((condition) => condition.entity === entity))
    .chain((entity) => fc.array(arbitraryCriteriaOf(entity), { minLength: 6, maxLength: 6 }))
  await fc.assert(
    fc.asyncProperty(arbitraryCompany, several, async (next, list) => {
      moveIn(next)
      const options = { asOf: next.now }
      const expected = list.map(inMemory)
      // One by one, each from nothing; then from what is known by now, in another composition.
      for (const [i, criteria] of list.entries()) {
        const { bits } = await members.of(criteria, options)
        expect([...ids(bits)]).toEqual(expected[i])
      }
      const together = await members.ofEach([{ any: list }, { none: list }, ...list], options)
      const [any, none, ...each] = together.map(({ bits }) => [...ids(bits)])
      const everyone = recordsOf(next, entityOf({ any: list })).map(({ id }) => id)
      expect(each).toEqual(expected)
      expect(any).toEqual(everyone.filter((id) => expected.some((some) => some.includes(id))))
      expect(none).toEqual(everyone.filter((id) => !any?.includes(id)))
    }),
    { numRuns: 60 },
  )
})

test('scores and their table', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryCompany, async (next) => {
      moveIn(next)
      const options = { asOf: next.now }
      const population = populationOf(next)
      let buyers = 0
      for (const customer of next.customers) {
        const scores = population.rfm(customer)
        if (scores !== null) buyers++
        expect(await members.rfmScores(customer.id, options)).toEqual(scores)
      }
      const { patterns, noOrders } = await members.rfmTable(options)
      expect(patterns.reduce((sum, count) => sum + count, 0)).toBe(buyers)
      expect(noOrders).toBe(next.customers.length - buyers)
    }),
    { numRuns: 30 },
  )
})
