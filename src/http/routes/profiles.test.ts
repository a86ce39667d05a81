import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProfileParameters } from '#domain/profiles/parameter.ts'
import { makeProfile, SAAS, storeScores } from '#domain/profiles/standing/scored.fixture.ts'
import { reviseProfile } from '#domain/profiles/store.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '#domain/services.fixture.ts'
import type { User } from '#domain/users/schema.ts'
import type {
  ApiError,
  Corners,
  ProfileCount,
  ProfileTree,
  RecordView,
  ProfileView,
  ScoredPage,
} from '../api.ts'
import type { SignedInEnv } from '../deps.ts'
import { answerError } from '../errors.ts'
import { profileRoutes } from './profiles.ts'
import { scoreRoutes } from './scores.ts'

let w: TestWorkspace
beforeAll(async () => {
  w = await openWorkspace()
  makeProfile(w.driver, {
    id: 'icp_1',
    name: 'SMB SaaS',
    parameters: [
      { mode: 'filter', criteria: SAAS },
      { mode: 'exclude', criteria: { type: 'segment', segment: 'seg_gone' } },
      {
        mode: 'score',
        criteria: { type: 'company', field: 'employees', op: '>=', value: 51 },
        weight: 3,
        grades: [
          { criteria: { type: 'company', field: 'employees', op: 'between', value: [11, 50] }, credit: 50 },
        ],
      },
    ],
  })
  makeProfile(w.driver, { id: 'per_2', name: 'VP Sales', icpId: 'icp_1' })
  storeScores(w.driver, 'company', [{ id: 1, icp: 1, icpScore: 100 }])
  storeScores(w.driver, 'person', [
    { id: 1, icp: 1, icpScore: 100, persona: 2, personaScore: 40 },
    { id: 2, icp: 1, icpScore: 100 },
  ])
})
afterAll(() => w.close())

async function get<T>(path: string, role: User['role'] = 'editor', body?: unknown): Promise<T> {
  const user = { id: 'u', name: 'Ana', email: null, role, hasPassphrase: false }
  const signedIn = createMiddleware<SignedInEnv>((c, next) => {
    c.set('signedIn', { user, session: 's', expiresAt: 0 })
    return next()
  })
  const app = new Hono<SignedInEnv>()
    .onError(answerError(() => 'bug_1'))
    .use(signedIn)
    .route('/profiles', profileRoutes(w))
    .route('/scores', scoreRoutes(w))
  const response = await app.request(
    path,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  )
  const answer: T = JSON.parse(await response.text())
  return answer
}
const post = <T>(path: string, body: unknown) => get<T>(path, 'editor', body)

test('shows the tree, and a profile with its parameters in words, those that are gone as unknown', async () => {
  const { icps } = await get<ProfileTree>('/profiles')
  expect(icps).toMatchObject([{ name: 'SMB SaaS', standing: { records: 1 }, noPersona: 1 }])
  const icp = await get<ProfileView>('/profiles/smb-saas')
  expect(icp).toMatchObject({ icp: null, personas: [{ code: 'VP-SALES' }], scored: { total: 4, fitted: 1 } })
  expect(icp.parameters).toMatchObject([
    { mode: 'filter', words: 'are in the industry SaaS', weight: null, grades: [] },
    { mode: 'exclude', words: null },
    { mode: 'score', weight: 3, grades: [{ credit: 50, words: 'have between 11 and 50 employees' }] },
  ])
  const persona = await get<ProfileView>('/profiles/VP%20Sales')
  expect(persona).toMatchObject({ icp: { id: 'icp_1' }, standing: { records: 1 }, noPersona: null })
})

test('lists records by place and thresholds, and masks people for viewers', async () => {
  const people = '/scores/records?profile=icp_1&entity=person'
  const all = await get<ScoredPage>(people)
  expect(all.rows.map(({ name, persona }) => [name, persona?.score])).toEqual([
    ['Ana Berg', 40],
    ['Bo Cole', undefined],
  ])
  expect((await get<ScoredPage>(`${people}&min_persona=41`)).total).toBe(0)
  expect((await get<ScoredPage>(people, 'viewer')).rows[0]?.name).toBe('A. B.')
  expect((await get<ScoredPage>('/scores/records?no_persona_of=icp_1')).total).toBe(1)
  expect((await get<ScoredPage>('/scores/records?no_icp=company')).total).toBe(3)
})

test('counts the four corners', async () => {
  const corners = await get<Corners>('/scores/corners?min_persona=40')
  expect(corners).toMatchObject({
    total: 5,
    both: 1,
    icpOnly: 1,
    personaOnly: 0,
    neither: 3,
    icps: { entity: 'company', passing: 1, total: 4 },
  })
})

test.each([
  ['/scores/records', 'Nothing says whose records'],
  ['/scores/records?profile=icp_1&min_icp=101', 'This list can’t be made at min_icp'],
  ['/scores/corners?min_icp=lots', 'These can’t be counted at min_icp'],
  ['/profiles/nobody', 'There is no ICP or persona “nobody”'],
])('%s: %s', async (path, message) => {
  expect((await get<ApiError>(path)).message).toContain(message)
})

test('counts a profile that is built by hand: each parameter, and whom all of it fits', async () => {
  const parameters = [
    { mode: 'filter', criteria: { all: [SAAS] } },
    { mode: 'score', weight: 2, criteria: { type: 'company', field: 'employees', op: '>=', value: 100 } },
  ]
  expect(await post<ProfileCount>('/profiles/count', { parameters })).toMatchObject({
    entity: 'company',
    fits: 2,
    total: 4,
    each: [
      { words: 'are in the industry SaaS', records: 2 },
      { words: 'have at least 100 employees', records: 2 },
    ],
  })
  makeProfile(w.driver, { id: 'icp_3', name: 'Any SaaS', status: 'draft' })
  const vps = [
    { mode: 'filter', criteria: { type: 'person', field: 'seniority', op: 'equals', value: 'VP' } },
  ]
  const inside = await post<ProfileCount>('/profiles/count', { parameters: vps, icp: 'icp_3' })
  expect([inside.entity, inside.fits, inside.total]).toEqual(['person', 1, 5])
})

test('says at which path parameters are wrong', async () => {
  const wrong = (parameter: object) => post<ApiError>('/profiles/count', { parameters: [parameter] })
  const criteria = { type: 'company', field: 'employees', op: 'between', value: 3 }
  expect((await wrong({ mode: 'filter', criteria })).path).toEqual(['parameters', 0, 'criteria', 'value'])
  expect((await wrong({ mode: 'score', criteria: SAAS, weight: 0 })).path).toEqual([
    'parameters',
    0,
    'weight',
  ])
  expect((await post<ApiError>('/profiles/count', { parameters: [] })).path).toEqual(['parameters'])
})

test('suggests a code that is free', async () => {
  expect(await post('/profiles/code', { name: 'SMB SaaS' })).toEqual({ code: 'SMB-SAAS-2' })
  expect(await post('/profiles/code', { name: 'VP Sales', icp: 'icp_1' })).toEqual({ code: 'VP-SALES-2' })
})

test('says how a record comes to its score, with its whole name for whoever may see it', async () => {
  const parameters: ProfileParameters = [{ mode: 'filter', criteria: SAAS }]
  reviseProfile(w.driver, 'icp_1', { parameters }, { at: 0, actor: TESTER, proposalId: null })
  const path = '/scores/explanation?entity=person&record=L1&profile=per_2'
  const { record, explanation } = await get<RecordView>(path)
  expect(record).toMatchObject({ id: 'L1', name: 'Ana Berg', persona: { code: 'VP-SALES', score: 40 } })
  expect(explanation.explained).toMatchObject([
    { name: 'VP Sales', score: 100, parameters: [{ mode: 'filter', state: 'held' }] },
  ])
  expect((await get<RecordView>(path, 'viewer')).record.name).toBe('A. B.')
  const nobody = await get<ApiError>('/scores/explanation?entity=company&record=none')
  expect(nobody.code).toBe('not_found')
})
