import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTools, type TestTools } from '../context.fixture.ts'
import { findValues } from './find-values.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('finds values through typos, and says how criteria write them', async () => {
  expect((await t.call(findValues, { query: 'Otawa', field: 'city' })).content).toMatchInlineSnapshot(`
    "Most like ⟦Otawa⟧:
    - city ⟦Ottawa⟧ (⟦Ottawa⟧): 10, fuzzy"
  `)
  expect((await t.call(findValues, { query: 'Canada' })).details).toMatchObject({
    matches: [{ field: 'country', value: 'CA', label: 'Canada', count: 13 }],
  })
  expect((await t.call(findValues, { query: 'qqqqqq' })).content).toBe('Nothing in the data is like ⟦qqqqqq⟧')
})
