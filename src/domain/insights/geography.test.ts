import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkspace, type TestWorkspace } from '../services.fixture.ts'

let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await openWorkspace()
  await workspace.importRows({
    'customers.csv': [
      'id,country,region,city,latitude,longitude,tags',
      'P1,US,IL,Springfield,,,placed',
      'P2,US,MA,Springfield,,,placed',
      'P3,US,MA,springfield,,,placed',
      'P4,FR,,Petit-Nulle-Part,48,2,placed',
      'P5,FR,,Petit-Nulle-Part,50,4,placed',
      'P6,,,Atlantis,,,placed',
      'P7,,,,,,placed',
    ],
  })
})
afterAll(() => workspace.close())

const geographyOf = async () => {
  const previewId = await workspace.count({ type: 'attribute', field: 'tags', op: 'has', value: 'placed' })
  return workspace.services.insights.geography({ previewId })
}

test('counts countries, regions and cities, tells namesakes apart and says who is nowhere known', async () => {
  const { countries, regions, cities, unknown, customers } = await geographyOf()
  expect(customers).toBe(7)
  expect(countries.map(({ name, numeric, customers: n }) => [name, numeric, n])).toEqual([
    ['United States', '840', 3],
    ['France', '250', 2],
  ])
  expect(regions.map(({ name, country, customers: n }) => [name, country, n])).toEqual([
    ['Massachusetts', 'United States', 2],
    ['Illinois', 'United States', 1],
  ])
  expect(cities.map(({ name, region, customers: n }) => [name, region, n])).toEqual([
    ['Petit-Nulle-Part', '', 2],
    ['Springfield', 'Massachusetts', 2],
    ['Atlantis', '', 1],
    ['Springfield', 'Illinois', 1],
  ])
  expect(unknown).toEqual({ country: 2, region: 4, city: 1 })
})

test('puts cities where they are: by the world’s cities, else amid their customers, else nowhere', async () => {
  const { cities } = await geographyOf()
  const [village, massachusetts, atlantis, illinois] = cities.map(({ at }) => at)
  expect(massachusetts?.longitude).toBeCloseTo(-72.6, 0)
  expect(illinois?.longitude).toBeCloseTo(-89.6, 0)
  expect(village).toEqual({ latitude: 49, longitude: 3 })
  expect(atlantis).toBeNull()
})
