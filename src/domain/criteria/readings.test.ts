import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
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

/**
 * To make a company and load everybody takes as long as to read five criteria over it in all ways: they are made once,
 * three times as many as each kind of condition is tried in.
 */
const madeCompanies = fc.sample(arbitraryCompany, 120)

const someCompany = fc.constantFrom(...madeCompanies)

/** Companies in databases of their own, with everybody as they are loaded from there. */
const made = new Map<Company, ReturnType<typeof insertedInto>>()
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-readings-'))
  const empty = join(folder, 'empty.db')
  openWriter(empty).close()
  for (const [i, company] of madeCompanies.entries()) {
    const path = join(folder, `${i}.db`)
    copyFileSync(empty, path)
    made.set(company, insertedInto(openWriter(path), company))
  }
})
afterAll(() => {
  for (const { writer } of made.values()) writer.close()
  rmSync(folder, { recursive: true })
})

function insertedInto(writer: OpenWriter, company: Company) {
  writer.transaction(() => insertCompany(writer, company))
  return { writer, everybody: loadedFrom(writer, company) }
}

/** Everybody as they are loaded from the database: for each customer, company and person a dozen reads. */
function loadedFrom(writer: OpenWriter, company: Company) {
  const loaded = <E extends Entity>(entity: E) =>
    recordsOf(company, entity).flatMap(({ id }) => LOAD[entity](writer, id) ?? [])
  return { customer: loaded('customer'), company: loaded('company'), person: loaded('person') }
}

/** The members by every reading, ascending. */
function readings(company: Company, criteria: Criteria) {
  const { writer, everybody } = madeOf(company)
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

function madeOf(company: Company) {
  const found = made.get(company)
  if (found === undefined) throw new Error('No database was made for this company')
  return found
}

const LOAD = { customer: loadCustomer, company: loadCompany, person: loadPerson } as const

/** Over customers, companies or people. */
const arbitraryCriteria = fc.oneof(
  ...ENTITIES.filter((entity) => conditions.some((condition) => condition.entity === entity)).map(
    arbitraryCriteriaOf,
  ),
)

describe('sets, memory and the printed SQL have the same members', () => {
  const several = (criteria: fc.Arbitrary<Criteria>) => fc.array(criteria, { minLength: 5, maxLength: 5 })

  test.for([
    ...conditions.map(({ type }) => ({ what: type, criteria: arbitraryCondition(type), numRuns: 40 })),
    { what: 'criteria of every kind', criteria: arbitraryCriteria, numRuns: 80 },
  ])('$what', ({ criteria, numRuns }) => {
    fc.assert(
      fc.property(someCompany, several(criteria), (company, list) => {
        for (const one of list) {
          const { memory, ...others } = readings(company, one)
          expect(others).toEqual({ loaded: memory, sets: memory, printed: memory })
        }
      }),
      { numRuns },
    )
  })
})

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
