import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAudience } from '#domain/audiences/store.ts'
import { reviseSegment } from '#domain/segments/store.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '#domain/services.fixture.ts'
import type { AudienceList, AudienceView } from '../api.ts'
import { audienceRoutes } from './audiences.ts'

let w: TestWorkspace
beforeAll(async () => {
  w = await openWorkspace()
  await w.importRows({ 'lists.csv': ['list,customer_id', 'Press,C2', 'Press,C4'] })
})
afterAll(() => w.close())

async function get<T>(path: string): Promise<T> {
  const response = await audienceRoutes(w).request(path)
  const body: T = JSON.parse(await response.text())
  return body
}

test('lists audiences with what they are made of, and shows one with its perimeter', async () => {
  expect(await get<AudienceList>('/')).toEqual({
    audiences: [],
    totals: { customer: 40, company: 4, person: 5 },
  })
  const by = { at: w.clock.now(), actor: TESTER, proposalId: null }
  const press = w.services.segments.get('Press').id
  insertAudience(
    w.driver,
    {
      id: 'aud_1',
      name: 'Buyers',
      description: '',
      definition: {
        entity: 'customer',
        base: [{ type: 'criteria', criteria: { type: 'orders', measure: 'count', op: '>=', value: 1 } }],
        less: [{ type: 'segment', segment: press }],
        channel: 'email',
        cap: { customers: 10, order: 'random' },
      },
    },
    { members: 10, asOf: w.clock.now() },
    by,
  )
  const { audiences } = await get<AudienceList>('/?search=buy')
  expect(audiences).toMatchObject([
    {
      id: 'aud_1',
      channel: 'email',
      members: 10,
      words: 'ordered; not those who are on the list Press; at most 10 customers drawn at random',
      broken: null,
    },
  ])
  const { now, versions } = await get<AudienceView>('/buyers')
  expect(now).toMatchObject({
    asOf: '2025-11-20T12:00:00Z',
    perimeter: {
      members: 10,
      steps: [
        { left: 30 },
        { out: 2, left: 28 },
        { out: 15, left: 13 },
        { out: 0 },
        { out: 0 },
        { kind: 'cap', out: 3, left: 10 },
      ],
    },
  })
  expect(versions).toMatchObject([{ version: 1, by: 'Tester', words: audiences[0]?.words }])

  reviseSegment(w.driver, press, { deleted: true }, by)
  const broken = { now: null, words: null, broken: 'The segment “Press” was deleted' }
  expect(await get<AudienceView>('/aud_1')).toMatchObject(broken)
})
