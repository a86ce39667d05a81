import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTools, type TestTools } from '../context.fixture.ts'
import { explainSql } from './explain-sql.ts'
import { validateCriteria } from './validate-criteria.ts'

let tools: TestTools
beforeAll(async () => {
  tools = await openTools()
})
afterAll(() => tools.close())

const explain = async (sql: string) => {
  const { content, details } = await tools.call(explainSql, { sql })
  return { content, ...Object(details).preview }
}

test('a whole SELECT is read as criteria, and counted', async () => {
  const { content } = await explain(
    "SELECT c.email FROM v_customers c JOIN v_orders o ON o.customer_id = c.id WHERE c.country = 'CA' GROUP BY c.id HAVING SUM(o.total) > 100",
  )
  expect(content).toMatchInlineSnapshot(`
    "Preview prev_1. Counting changed nothing.
    7 customers of 40 (18 %), as of 2025-11-20T12:00:00Z
    Customers who ⟦are in Canada and spent more than $100⟧
    - ⟦are in Canada⟧: 13 alone, 13 after this step
    - ⟦spent more than $100⟧: 20 alone, 7 after this step
    Reachable: 4 by e-mail, 0 by SMS
    Shares 4 with the segment ⟦At Risk⟧ (12)
    Shares 2 with the segment ⟦Need Attention⟧ (6)
    Shares 1 with the segment ⟦New Customers⟧ (12)
    Assumed: ⟦Cancelled orders never count, also where the SQL does not leave them out.⟧"
  `)
})

test('values come back as the data spells them, and segments by their names', async () => {
  const { words } = await explain("city_key = 'ottawa' AND gender IS NULL")
  expect(words).toBe('are in the city Ottawa but have no known gender')
})

test('the SQL that Muster shows for criteria is read as the same criteria', async () => {
  const criteria = {
    all: [
      { type: 'rfm', segment: ['Champions', 'Lost'] },
      { type: 'orders', measure: 'spend', op: '>', value: 50, within: { kind: 'last', n: 1, unit: 'month' } },
      { type: 'segment', segment: 'seg_rfm_champions' },
    ],
  }
  const { details } = await tools.call(validateCriteria, { criteria })
  const shown = Object(details).preview
  const read = await explain(shown.sql)
  expect(read.criteria).toEqual(shown.criteria)
  expect({ count: read.count, assumptions: read.assumptions }).toEqual({
    count: shown.count,
    assumptions: [],
  })
})

test.for([
  ['SELECT email FROM customers', 'asks the table “customers”, which is not one of the documented views'],
  ['SELECT email FROM v_customers', 'This SQL is about everybody'],
  ['DELETE FROM v_customers', 'would DELETE'],
  ['length(email) > 20', '“LENGTH(email) > 20” is no condition that Muster has'],
  ["city = 'Atlantis'", 'No city Atlantis is in the data'],
])('%s is refused with what is wrong', async ([sql, message]) => {
  await expect(tools.call(explainSql, { sql })).rejects.toThrow(message)
})
