import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTools, type TestTools } from '../context.fixture.ts'
import { listSegments } from './list-segments.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('lists segments with their sizes, as far as they were counted', async () => {
  const before = await t.call(listSegments, { search: 'cham' })
  expect(before.content).toMatchInlineSnapshot(`
    "1 segment or list:
    - ⟦Champions⟧ (seg_rfm_champions, default): not counted yet"
  `)
  await t.refresh.all({ cause: 'command' })
  const { content, details } = await t.call(listSegments, {})
  expect(content).toMatchInlineSnapshot(`
    "12 segments and lists:
    - ⟦Champions⟧ (seg_rfm_champions, default): 0 customers as of 2025-11-20T12:00:00Z
    - ⟦Can't Lose Them⟧ (seg_rfm_cant_lose_them, default): 0 customers as of 2025-11-20T12:00:00Z
    - ⟦At Risk⟧ (seg_rfm_at_risk, default): 12 customers as of 2025-11-20T12:00:00Z
    - ⟦Lost⟧ (seg_rfm_lost, default): 0 customers as of 2025-11-20T12:00:00Z
    - ⟦Hibernating⟧ (seg_rfm_hibernating, default): 0 customers as of 2025-11-20T12:00:00Z
    - ⟦Loyal Customers⟧ (seg_rfm_loyal_customers, default): 0 customers as of 2025-11-20T12:00:00Z
    - ⟦Big Spenders⟧ (seg_rfm_big_spenders, default): 0 customers as of 2025-11-20T12:00:00Z
    - ⟦New Customers⟧ (seg_rfm_new_customers, default): 12 customers as of 2025-11-20T12:00:00Z
    - ⟦Promising⟧ (seg_rfm_promising, default): 0 customers as of 2025-11-20T12:00:00Z
    - ⟦Potential Loyalists⟧ (seg_rfm_potential_loyalists, default): 0 customers as of 2025-11-20T12:00:00Z
    - ⟦Need Attention⟧ (seg_rfm_need_attention, default): 6 customers as of 2025-11-20T12:00:00Z
    - ⟦About to Sleep⟧ (seg_rfm_about_to_sleep, default): 0 customers as of 2025-11-20T12:00:00Z"
  `)
  expect(Object(details).segments).toHaveLength(12)
})

test('says so when nothing has that name', async () => {
  expect((await t.call(listSegments, { search: 'zebra' })).content).toBe('No segment has that in its name')
})

test('lists the segments that one customer is in', async () => {
  const { content, details } = await t.call(listSegments, { customer: 'C12' })
  expect(content).toMatchInlineSnapshot(`
    "Customer ⟦C12⟧ is in 1 segment or list:
    - ⟦New Customers⟧ (seg_rfm_new_customers, default): 12 customers as of 2025-11-20T12:00:00Z"
  `)
  expect(Object(details).segments).toHaveLength(1)
  await expect(t.call(listSegments, { customer: 'nobody' })).rejects.toThrow('no customer')
})
