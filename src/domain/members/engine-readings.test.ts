import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { conditions } from '../conditions/index.ts'
import type { Entity } from '../entities/entity.ts'
import { arbitraryCompany, type Company } from '../criteria/company.fixture.ts'
import { arbitraryCriteriaOf } from '../criteria/criteria.fixture.ts'
import { holds } from '../criteria/evaluate.ts'
import { entityOf } from '../criteria/entity.ts'
import { type Occupied, openOccupied } from '../criteria/occupied.fixture.ts'
import { contextOf, populationOf, recordsOf } from '../criteria/readings.fixture.ts'
import type { Criteria } from '../criteria/schema.ts'
import { ids } from './bitset.ts'

let place: Occupied
let company: Company

beforeAll(() => {
  place = openOccupied()
})
afterAll(() => place.close())

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
      company = next
      place.moveIn(next)
      const options = { asOf: next.now }
      const expected = list.map(inMemory)
      // One by one, each from nothing; then from what is known by now, in another composition.
      for (const [i, criteria] of list.entries()) {
        const { bits } = await place.members.of(criteria, options)
        expect([...ids(bits)]).toEqual(expected[i])
      }
      const together = await place.members.ofEach([{ any: list }, { none: list }, ...list], options)
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
      company = next
      place.moveIn(next)
      const options = { asOf: next.now }
      const population = populationOf(next)
      let buyers = 0
      for (const customer of next.customers) {
        const scores = population.rfm(customer)
        if (scores !== null) buyers++
        expect(await place.members.rfmScores(customer.id, options)).toEqual(scores)
      }
      const { patterns, noOrders } = await place.members.rfmTable(options)
      expect(patterns.reduce((sum, count) => sum + count, 0)).toBe(buyers)
      expect(noOrders).toBe(next.customers.length - buyers)
    }),
    { numRuns: 30 },
  )
})
