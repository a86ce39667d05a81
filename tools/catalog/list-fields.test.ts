import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTools, type TestTools } from '../context.fixture.ts'
import { listFields } from './list-fields.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('lists what the data holds, and what it does not', async () => {
  const { content } = await t.call(listFields, {})
  expect(content).toContain('- country: country, text, 100 %, such as ⟦FR⟧ ⟦CA⟧ ⟦US⟧')
  expect(content).toContain('- phone: phone number, text, no data')
  expect(content).not.toMatch(/@|Number\d/)
})

test('finds fields by a part of their name', async () => {
  const { details } = await t.call(listFields, { search: 'AVERAGE' })
  expect(Object(details).fields).toMatchObject([{ name: 'orders.average', type: 'money' }])
  expect((await t.call(listFields, { search: 'loyalty' })).content).toBe('There is no such field')
})
