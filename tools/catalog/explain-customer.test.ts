import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANADA, openTools, OVER_100, type TestTools } from '../context.fixture.ts'
import { explainCustomer } from './explain-customer.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('says why not, condition by condition', async () => {
  const preview_id = await t.count({ all: [CANADA, { none: [OVER_100] }] })
  const { content, details } = await t.call(explainCustomer, { customer: 'C12', preview_id })
  expect(content).toMatchInlineSnapshot(`
    "Customer ⟦C12⟧ (⟦A. N.⟧, ⟦a…@example.com⟧) is not in it.
    - no: ⟦are in Canada but not those who spent more than $100⟧
      - yes: ⟦are in Canada⟧; in fact: ⟦is in Canada⟧
      - no: ⟦are not those who spent more than $100⟧
        - yes: ⟦spent more than $100⟧; in fact: ⟦spent $120⟧"
  `)
  expect(details).toMatchObject({ holds: false, customer: { id: 'C12', email: 'a…@example.com' } })
})

test('opens segments, and finds people by their e-mail', async () => {
  const { content } = await t.call(explainCustomer, {
    customer: 'dmitri.15@example.com',
    segment_id: 'seg_rfm_need_attention',
  })
  expect(content).toMatchInlineSnapshot(`
    "Customer ⟦C15⟧ (⟦D. N.⟧, ⟦d…@example.com⟧) is in it.
    - yes: ⟦are in the RFM segment Need Attention⟧; in fact: ⟦has the RFM pattern 353 and is in the RFM segment Need Attention⟧"
  `)
})

test('ranks are told against everybody', async () => {
  const preview_id = await t.count({ type: 'rank', by: 'spend', direction: 'top', customers: 3 })
  const holds = async (customer: string) =>
    Object(await t.call(explainCustomer, { customer, preview_id })).details.holds
  expect([await holds('C28'), await holds('C27')]).toEqual([true, false])
})

test('does not know everybody', async () => {
  await expect(t.call(explainCustomer, { customer: 'C99', segment_id: 'Lost' })).rejects.toMatchObject({
    code: 'not_found',
  })
})
