import { MockLanguageModelV4 } from 'ai/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FRANCE } from '#chat/bench.fixture.ts'
import type { ApiError, CriteriaAtHand, CriteriaCount, CriteriaForms, Proposal } from './api.ts'
import { type Desk, openDesk } from './desk.fixture.ts'

let desk: Desk
beforeAll(async () => {
  desk = openDesk(new MockLanguageModelV4())
  await desk.writer.call('ensureWorkspace', null)
  await desk.writer.call('ensureDefaultSegments', null)
})
afterAll(() => desk.close())

async function ask<T>(role: 'viewer' | 'editor', path: string, body?: unknown) {
  const cookie = await desk.signIn(role)
  const headers = { cookie, host: 'localhost' }
  const response = await desk.app.request(
    `/api/criteria${path}`,
    body === undefined
      ? { headers }
      : {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { ...headers, 'content-type': 'application/json', origin: 'http://localhost' },
        },
  )
  const answer: T = JSON.parse(await response.text())
  return { status: response.status, answer }
}

test('gives the forms of all conditions, with the segments that there are', async () => {
  const { answer } = await ask<CriteriaForms>('viewer', '/forms')
  const segment = answer.conditions.find(({ type }) => type === 'segment')?.fields[0]
  expect(JSON.stringify(segment?.input)).toContain('"label":"Champions"')
})

test('counts what was built, and says at which path something is wrong', async () => {
  const counted = await ask<CriteriaCount>('viewer', '/count', { criteria: { all: [FRANCE] } })
  expect(counted).toMatchObject({
    status: 200,
    answer: { entity: 'customer', words: 'are in France', count: 0 },
  })
  const criteria = { all: [FRANCE, { type: 'orders', measure: 'count', op: 'between', value: 3 }] }
  const wrong = await ask<ApiError>('viewer', '/count', { criteria })
  expect([wrong.status, wrong.answer.path]).toEqual([400, ['all', 1, 'value']])
  const empty = await ask<ApiError>('viewer', '/count', { criteria: { all: [FRANCE, { any: [] }] } })
  expect([empty.status, empty.answer.path]).toEqual([400, ['all', 1, 'any']])
})

test('opens the criteria of a segment', async () => {
  const { answer } = await ask<CriteriaAtHand>('viewer', '?segment=seg_rfm_lost')
  expect(answer).toMatchObject({
    criteria: { type: 'rfm', segment: ['Lost'] },
    segment: { name: 'Lost', editable: false },
  })
  expect((await ask<ApiError>('viewer', '?segment=nowhere')).status).toBe(404)
  expect((await ask<ApiError>('viewer', '')).status).toBe(400)
})

test('editors draft a proposal, viewers do not', async () => {
  const body = { criteria: FRANCE, name: 'French' }
  const { answer } = await ask<Proposal>('editor', '/draft', body)
  expect(answer).toMatchObject({ state: 'draft', kind: 'create_segment', count: 1234 })
  expect((await ask<ApiError>('viewer', '/draft', body)).status).toBe(403)
})
