import { afterAll, beforeAll, expect, test } from 'vitest'
import { GOOD_CANADA, openTools, type TestTools } from '../context.fixture.ts'
import { explainCriteria } from './explain-criteria.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('explains a segment as it is now', async () => {
  const result = await t.call(explainCriteria, { segment_id: 'need attention' })
  expect(result.content).toMatchInlineSnapshot(`
    "6 customers of 40 (15 %), as of 2025-11-20T12:00:00Z
    Customers who ⟦are in the RFM segment Need Attention⟧
    Reachable: 3 by e-mail, 0 by SMS
    Need Attention: frequency or monetary 3, of those whom no segment before it takes. Scores run from 1 (best) to 5: recency is how lately somebody ordered, frequency how often, monetary how much was spent.
    SQL:
    ⟦WITH dates AS ( SELECT '2025-11-20 12:00:00' AS now ) SELECT id FROM v_customers AS customer WHERE customer.id IN ( SELECT customer_id FROM ( SELECT customer_id, ( 5 * COUNT(*) OVER ( ORDER BY last_at DESC ) + COUNT(*) OVER () - 1 ) / COUNT(*) OVER () AS recency, ( 5 * COUNT(*) OVER ( ORDER BY orders DESC ) + COUNT(*) OVER () - 1 ) / COUNT(*) OVER () AS frequency, ( 5 * COUNT(*) OVER ( ORDER BY spent DESC ) + COUNT(*) OVER () - 1 ) / COUNT(*) OVER () AS monetary FROM ( SELECT customer_id, MAX(ordered_at) AS last_at, COUNT(*) AS orders, ROUND(SUM(total), 2) AS spent FROM v_orders WHERE status <> 'cancelled' AND ordered_at <= (SELECT now FROM dates) GROUP BY customer_id ) ) WHERE recency || frequency || monetary IN ('333', '334', '335', '343', '353') )⟧"
  `)
  expect(Object.keys(Object(result.details))).toEqual(['explained'])
})

test('explains a preview as it was counted', async () => {
  const preview_id = await t.count(GOOD_CANADA)
  const { content } = await t.call(explainCriteria, { preview_id })
  expect(content).toContain('- ⟦spent more than $100⟧: 20 alone, 7 after this step')
})

test('takes exactly one of the two', async () => {
  await expect(t.call(explainCriteria, {})).rejects.toThrow('Give preview_id or segment_id')
  await expect(t.call(explainCriteria, { preview_id: 'a', segment_id: 'b' })).rejects.toThrow('one of them')
})
