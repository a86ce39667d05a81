import { afterAll, beforeAll, expect, test } from 'vitest'
import { NotFoundError } from '#kernel/errors.ts'
import { openTools, type TestTools } from '../context.fixture.ts'
import { getHealth } from './get-health.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('tells the score with each finding, what takes most first', async () => {
  const { content } = await t.call(getHealth, {})
  expect(content).toMatchInlineSnapshot(`
    "Data health: 90 of 100.
    9.7 points are lost, of 94 points that could be judged, most by: Customers whom no message reaches (−6.7), Segments with nobody in them (−3).
    - Customers whom no message reaches (reachability, −6.7 of 12): E-mail reaches 50 % of customers, SMS 0 %; 50 % are reached by neither.
    - Segments with nobody in them (empty_segments, −3 of 3): 9 segments of 12 are empty now.
    - Missing values (completeness, −0 of 15): 0 % of customers lack an e-mail address, a name, a country or a sign-up date.
    - Overdue sources (freshness, −0 of 13): Every source came as it usually does, as far as its habit is known.
    - People who are there twice (duplicates, −0 of 12): 0 customers share an e-mail address, a phone number, or name and postcode with another.
    - Addresses without a word on consent (consent_gaps, −0 of 10): Of 40 e-mail addresses consent is unknown for 0, of 0 phone numbers for 0.
    - Rows whose customer is unknown (orders_without_customers, −0 of 8): Every order and event is somebody’s.
    - Values that can’t be (impossible_values, −0 of 8): No birthday, date or amount is impossible.
    - Orders in another currency (foreign_money, −0 of 5): No order was left out for its currency in the last 90 days.
    - Conditions that nobody can meet (empty_fields, −0 of 5): Every field that is asked for holds some values.
    - Segments that are nearly the same (copied_segments, −0 of 3): No two segments hold nearly the same customers.
    Nothing to look at: Events that nothing uses, Segments that were never used."
  `)
})

test('tells one finding with its parts, what it costs and what to do', async () => {
  const { content } = await t.call(getHealth, { finding: 'reachability' })
  expect(content).toMatchInlineSnapshot(`
    "Customers whom no message reaches: E-mail reaches 50 % of customers, SMS 0 %; 50 % are reached by neither.
    - ⟦not reached by e-mail⟧: 20 of 40 rows
    - ⟦not reached by SMS⟧: 40 of 40 rows
    Score: 6.7 of 12 points: 50 % is wrong, and all are lost at 90 %.
    An audience holds only whoever consented and has an address that works: the rest is never written to.
    What to do: Ask for consent at checkout and sign-up, and import what you have of it."
  `)
  await expect(t.call(getHealth, { finding: 'weather' })).rejects.toThrow(NotFoundError)
})
