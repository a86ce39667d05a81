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
        - yes: ⟦spent more than $100⟧; in fact: ⟦spent $120⟧; to turn it: ⟦$20 less spent⟧
    Nearest way in: a change of ⟦spent more than $100⟧ (⟦$20 less spent⟧).
    Stays out for the next 400 days at least, if nothing happens."
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
    - yes: ⟦are in the RFM segment Need Attention⟧; in fact: ⟦has the RFM pattern 353 and is in the RFM segment Need Attention⟧; to turn it: ⟦a recency score of 2 instead of 3⟧
    Nearest way out: a change of ⟦are in the RFM segment Need Attention⟧ (⟦a recency score of 2 instead of 3⟧).
    Stays in for the next 400 days at least, if nothing happens. Ranks, RFM scores and stored values are taken to stay as they are; what others do can change them sooner."
  `)
})

test('ranks are told against everybody', async () => {
  const preview_id = await t.count({ type: 'rank', by: 'spend', direction: 'top', customers: 3 })
  const holds = async (customer: string) =>
    Object(await t.call(explainCustomer, { customer, preview_id })).details.holds
  expect([await holds('C28'), await holds('C27')]).toEqual([true, false])
})

test('says the nearest miss, and when time alone lets them in or out', async () => {
  const recent = {
    type: 'orders',
    measure: 'count',
    op: '>=',
    value: 3,
    within: { kind: 'last', n: 90, unit: 'day' },
  }
  const preview_id = await t.count({ all: [recent, CANADA] })
  const { content, details } = await t.call(explainCustomer, { customer: 'C12', preview_id })
  expect(content).toMatchInlineSnapshot(`
    "Customer ⟦C12⟧ (⟦A. N.⟧, ⟦a…@example.com⟧) is not in it.
    - no: ⟦ordered at least 3 times in the last 90 days and are in Canada⟧
      - no: ⟦ordered at least 3 times in the last 90 days⟧; in fact: ⟦has 1 order in the last 90 days⟧; to turn it: ⟦2 more orders in the last 90 days⟧
      - yes: ⟦are in Canada⟧; in fact: ⟦is in Canada⟧
    Nearest way in: a change of ⟦ordered at least 3 times in the last 90 days⟧ (⟦2 more orders in the last 90 days⟧).
    Stays out for the next 400 days at least, if nothing happens."
  `)
  const lapsed = await t.count({
    type: 'orders',
    measure: 'last_date',
    during: { kind: 'older', n: 90, unit: 'day' },
  })
  const later = await t.call(explainCustomer, { customer: 'C12', preview_id: lapsed })
  expect(later.content).toMatchInlineSnapshot(`
    "Customer ⟦C12⟧ (⟦A. N.⟧, ⟦a…@example.com⟧) is not in it.
    - no: ⟦last ordered more than 90 days ago⟧; in fact: ⟦last ordered on 8 November 2025, 12 days ago⟧; to turn it: ⟦78 days too recent⟧
    Nearest way in: a change of ⟦last ordered more than 90 days ago⟧ (⟦78 days too recent⟧).
    Enters on 6 February 2026 at 00:00:00 if nothing happens until then: ⟦last ordered more than 90 days ago⟧ holds from then on."
  `)
  expect(details).toMatchObject({ nearest: [{ holds: false }], next: { heldStill: false } })
})

test('asks which one is meant where several have the name', async () => {
  const named = t.call(explainCustomer, { customer: 'dmitri', segment_id: 'Lost' })
  await expect(named).rejects.toMatchObject({ code: 'input', choices: expect.arrayContaining(['C15']) })
})

test('does not know everybody', async () => {
  await expect(t.call(explainCustomer, { customer: 'C99', segment_id: 'Lost' })).rejects.toMatchObject({
    code: 'not_found',
  })
})
