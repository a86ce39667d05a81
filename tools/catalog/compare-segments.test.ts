import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANADA, openTools, OVER_100, type TestTools } from '../context.fixture.ts'
import { compareSegments } from './compare-segments.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('says how many are in both and in only one', async () => {
  const [a, b] = [await t.count(CANADA), await t.count(OVER_100)]
  const { content, details } = await t.call(compareSegments, {
    first: { preview_id: a },
    second: { preview_id: b },
  })
  expect(content).toMatchInlineSnapshot(`
    "As of 2025-11-20T12:00:00Z:
    ⟦are in Canada⟧: 13 customers, 6 only in it (⟦are in Canada⟧)
    ⟦spent more than $100⟧: 20 customers, 13 only in it (⟦spent more than $100⟧)
    In both: 7 customers, 54 % of ⟦are in Canada⟧ and 35 % of ⟦spent more than $100⟧
    In either: 26
    How they differ:
    - ⟦Spent in total: $1,650 in “are in Canada”, $4,100 in “spent more than $100”.⟧
    - ⟦Spent per customer: $126.92 in “are in Canada”, $205 in “spent more than $100”.⟧
    - ⟦Orders per customer: 0.77 in “are in Canada”, 1 in “spent more than $100”.⟧
    - ⟦Average order: $165 in “are in Canada”, $205 in “spent more than $100”.⟧
    - ⟦In Canada: 100 % of “are in Canada”, 35 % of “spent more than $100”.⟧
    - ⟦In United States: 0 % of “are in Canada”, 35 % of “spent more than $100”.⟧
    - ⟦In the RFM segment At Risk: 31 % of “are in Canada”, 60 % of “spent more than $100”.⟧
    - ⟦No orders yet: 23 % of “are in Canada”, 0 % of “spent more than $100”.⟧
    - ⟦“are in Canada” has only 13 customers: its shares can be chance.⟧
    - ⟦“spent more than $100” has only 20 customers: its shares can be chance.⟧"
  `)
  expect(details).toMatchObject({ comparison: { both: 7, first: { count: 13 }, second: { count: 20 } } })
})

test('names segments, and refuses those that are not there', async () => {
  const { content } = await t.call(compareSegments, {
    first: { segment_id: 'Champions' },
    second: { segment_id: 'Lost' },
  })
  expect(content).toContain('In both: 0 customers')
  const champions = { segment_id: 'Champions' }
  await expect(t.call(compareSegments, { first: champions, second: champions })).rejects.toThrow(
    'Both sides are “Champions”',
  )
  await expect(
    t.call(compareSegments, { first: { segment_id: 'Champions' }, second: { segment_id: 'Nobody' } }),
  ).rejects.toMatchObject({ code: 'not_found' })
})
