import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANADA, openTools, type TestTools } from '../context.fixture.ts'
import { getFigures } from './get-figures.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('sums what the members bought, and says how they spread', async () => {
  const preview_id = await t.count(CANADA)
  const { content, details } = await t.call(getFigures, { preview_id, by: ['city', 'channel'] })
  expect(content).toMatchInlineSnapshot(`
    "Customers who ⟦are in Canada⟧, as of 2025-11-20T12:00:00Z:
    13 customers, 10 of them with an order
    10 orders so far, 0.77 per customer
    Spent $1,650, $1,650 after refunds; $126.92 per customer
    Average order $165
    By city:
    - ⟦Ottawa⟧: 3 customers (23 %)
    Unknown: 10
    By order channel: nothing is known
    Unknown: 10"
  `)
  // Of the customers in Canada, every third one, 3, 6 … 30 ordered once for ten times their number.
  expect(details).toMatchObject({ figures: { buyers: 10, orders: 10, spent: 1650, averageOrder: 165 } })
})

test('sums the orders of some days alone, and says which', async () => {
  const preview_id = await t.count(CANADA)
  const { content, details } = await t.call(getFigures, { preview_id, to: '2000-01-01' })
  expect(content).toContain('Of orders up to 2000-01-01 alone:\n13 customers, 0 of them with an order then')
  expect(details).toMatchObject({ figures: { orders: 0, spent: 0, averageOrder: null } })
  const all = await t.call(getFigures, { preview_id, from: '2000-01-01' })
  expect(all.details).toMatchObject({ figures: { orders: 10, spent: 1650, ordered: { from: '2000-01-01' } } })
})

test('a segment is meant as it is now', async () => {
  const { details } = await t.call(getFigures, { segment_id: 'Lost' })
  expect(details).toMatchObject({ figures: { words: 'are in the RFM segment Lost', breakdowns: [] } })
})

test('takes one of the two, and known breakdowns', async () => {
  await expect(t.call(getFigures, {})).rejects.toMatchObject({ code: 'input' })
  await expect(t.call(getFigures, { segment_id: 'Lost', by: ['shoe size'] })).rejects.toMatchObject({
    code: 'input',
  })
})
