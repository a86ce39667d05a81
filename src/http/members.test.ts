import { MockLanguageModelV4 } from 'ai/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiError, CustomerPage, CustomersFound } from './api.ts'
import { type Desk, openDesk } from './desk.fixture.ts'

let desk: Desk
beforeAll(async () => {
  desk = openDesk(new MockLanguageModelV4())
  await desk.writer.call('ensureWorkspace', null)
  await desk.writer.call('ensureDefaultSegments', null)
})
afterAll(() => desk.close())

async function get<T>(role: 'viewer' | 'editor', path: string): Promise<{ status: number; body: T }> {
  const cookie = await desk.signIn(role)
  const response = await desk.app.request(`/api${path}`, { headers: { cookie, host: 'localhost' } })
  const body: T = JSON.parse(await response.text())
  return { status: response.status, body }
}

test('lists the members of a segment, shortened for viewers', async () => {
  const path = '/segments/seg_rfm_champions/customers?sort=name&direction=asc'
  const { status, body } = await get<CustomerPage>('editor', path)
  expect([status, body.total, body.next, body.masked]).toEqual([200, 0, null, false])
  expect((await get<CustomerPage>('viewer', path)).body.masked).toBe(true)
  expect((await get<CustomersFound>('viewer', '/customers?search=ana')).body).toEqual({
    customers: [],
    masked: true,
  })
})

test.each([
  ['a sort that there is not', 'sort=shoe_size', 400, ['sort']],
  ['a page of nobody', 'limit=0', 400, ['limit']],
  ['a cursor that nobody gave', 'cursor=abc', 400, ['cursor']],
])('refuses %s and says where', async (_what, query, status, path) => {
  const answer = await get<ApiError>('editor', `/segments/seg_rfm_champions/customers?${query}`)
  expect([answer.status, answer.body.path]).toEqual([status, path])
})

test('says which sorts there are, and which segments', async () => {
  const sort = await get<ApiError>('editor', '/segments/seg_rfm_champions/customers?sort=shoe_size')
  expect(sort.body.choices).toEqual(['spent', 'orders', 'last_order', 'name'])
  expect((await get<ApiError>('editor', '/segments/nowhere/customers')).status).toBe(404)
  expect((await get<ApiError>('editor', '/segments/nowhere/geography')).status).toBe(404)
  expect((await get<ApiError>('editor', '/segments/nowhere/why?customer=C1')).status).toBe(404)
})
