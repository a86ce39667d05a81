import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenWriter, openWriter } from '#db/open.ts'
import { conditions } from '../conditions/index.ts'
import { loadCompany, loadPerson } from '../accounts/load.ts'
import { loadCustomer } from '../customers/load.ts'
import { ENTITIES, type Entity } from '../entities/entity.ts'
import type { RecordOf } from '../entities/record.ts'
import { arbitraryCompany, type Company } from './company.fixture.ts'
import { arbitraryCondition, arbitraryCriteriaOf } from './criteria.fixture.ts'
import { describe as describeCriteria } from './describe.ts'
import { explain, holds } from './evaluate.ts'
import { insertCompany } from './insert-company.fixture.ts'
import { entityOf } from './entity.ts'
import { contextOf, membersOf, populationOf, recordsOf } from './readings.fixture.ts'
import { normalCriteria } from './normal.ts'
import { parseCriteria } from './parse.ts'
import type { Criteria } from './schema.ts'
import { sqlView } from './sql-view.ts'
import { leavesOf } from './walk.ts'

let folder: string
let writer: OpenWriter

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-readings-'))
  writer = openWriter(join(folder, 'muster.db'))
})
afterAll(() => {
  writer.close()
  rmSync(folder, { recursive: true })
})

/** Everybody as they are loaded from the database: for each customer, company and person a dozen reads. */
function loadedFrom(company: Company) {
  const loaded = <E extends Entity>(entity: E) =>
    recordsOf(company, entity).flatMap(({ id }) => LOAD[entity](writer, id) ?? [])
  return { customer: loaded('customer'), company: loaded('company'), person: loaded('person') }
}

/** The members by every reading, ascending. */
function readings(company: Company, everybody: ReturnType<typeof loadedFrom>, criteria: Criteria) {
  const ctx = contextOf(company)
  const population = populationOf(company)
  const ascending = (ids: Iterable<number>) => [...ids].toSorted((a, b) => a - b)
  const entity = entityOf(criteria)
  const passing = (records: readonly RecordOf[Entity][]) =>
    records.filter((record) => holds(criteria, record, population, ctx)).map(({ id }) => id)
  const printed = writer.driver.prepare<[], number>(sqlView(criteria, ctx)).pluck()
  return {
    memory: passing(recordsOf(company, entity)),
    loaded: passing(everybody[entity]),
    sets: ascending(membersOf(criteria, { company, ctx, driver: writer.driver })),
    printed: ascending(printed.all()),
  }
}

const LOAD = { customer: loadCustomer, company: loadCompany, person: loadPerson } as const

/** Over customers, companies or people. */
const arbitraryCriteria = fc.oneof(
  ...ENTITIES.filter((entity) => conditions.some((condition) => condition.entity === entity)).map(
    arbitraryCriteriaOf,
  ),
)

/** Holds a company in the database while it is looked at. */
function stored(company: Company, look: () => void): void {
  writer.driver.exec('BEGIN')
  try {
    insertCompany(writer, company)
    look()
  } finally {
    writer.driver.exec('ROLLBACK')
  }
}

describe('sets, memory and the printed SQL have the same members', () => {
  const several = (criteria: fc.Arbitrary<Criteria>) => fc.array(criteria, { minLength: 5, maxLength: 5 })

  test.for([
    ...conditions.map(({ type }) => ({ what: type, criteria: arbitraryCondition(type), numRuns: 40 })),
    { what: 'criteria of every kind', criteria: arbitraryCriteria, numRuns: 80 },
  ])('$what', ({ criteria, numRuns }) => {
    fc.assert(
      fc.property(arbitraryCompany, several(criteria), (company, list) =>
        stored(company, () => {
          const everybody = loadedFrom(company)
          for (const one of list) {
            const { memory, ...others } = readings(company, everybody, one)
            expect(others).toEqual({ loaded: memory, sets: memory, printed: memory })
          }
        }),
      ),
      { numRuns },
    )
  })
})

/** Words ask no more of a company than its names, zone and currency: a few are enough. */
const someCompany = fc.constantFrom(...fc.sample(arbitraryCompany, 60))

test('a description leaves no condition out', () => {
  fc.assert(
    fc.property(someCompany, arbitraryCriteria, (company, criteria) => {
      const ctx = contextOf(company)
      // “Are in” is denied as “are not in”.
      const asserted = (one: Criteria) => describeCriteria(one, ctx).replaceAll('are not ', 'are ')
      const words = asserted(criteria)
      for (const { condition } of leavesOf(criteria)) expect(words).toContain(asserted(condition))
    }),
    { numRuns: 300 },
  )
})

test('the normal form means the same, and is its own', () => {
  fc.assert(
    fc.property(arbitraryCompany, arbitraryCriteria, (company, criteria) => {
      const ctx = contextOf(company)
      const population = populationOf(company)
      const normal = normalCriteria(criteria)
      for (const customer of recordsOf(company, entityOf(criteria))) {
        expect(holds(normal, customer, population, ctx)).toBe(holds(criteria, customer, population, ctx))
      }
      expect(normalCriteria(normal)).toEqual(normal)
      expect(parseCriteria(normal)).toEqual(normal)
    }),
    { numRuns: 200 },
  )
})

test('an explanation comes to the verdict, part by part', () => {
  fc.assert(
    fc.property(arbitraryCompany, arbitraryCriteria, (company, criteria) => {
      const ctx = contextOf(company)
      const population = populationOf(company)
      for (const customer of recordsOf(company, entityOf(criteria))) {
        const explanation = explain(criteria, customer, population, ctx)
        expect(explanation.holds).toBe(holds(criteria, customer, population, ctx))
        expect(explanation.words).toBe(describeCriteria(criteria, ctx))
      }
    }),
    { numRuns: 100 },
  )
})
