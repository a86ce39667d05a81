import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parametersSchema } from '#domain/profiles/parameter.ts'
import { wonAndLost } from '#domain/profiles/suggestions/outcomes.fixture.ts'
import { makeProfile } from '#domain/profiles/standing/scored.fixture.ts'
import { openWorkspace, type TestWorkspace } from '#domain/services.fixture.ts'
import type { ApiError, DiscoveryView, SuggestionsView } from '../api.ts'
import type { SignedInEnv } from '../deps.ts'
import { answerError } from '../errors.ts'
import { suggestionRoutes } from './suggestions.ts'

let w: TestWorkspace
beforeAll(async () => {
  w = await openWorkspace()
  await w.importRows({ 'companies.csv': wonAndLost() })
  makeProfile(w.driver, { id: 'icp_s', name: 'SaaS' })
})
afterAll(() => w.close())

async function get<T>(path: string): Promise<T> {
  const user = { id: 'u', name: 'Ana', email: null, role: 'editor', hasPassphrase: false } as const
  const signedIn = createMiddleware<SignedInEnv>((c, next) => {
    c.set('signedIn', { user, session: 's', expiresAt: 0 })
    return next()
  })
  const app = new Hono<SignedInEnv>()
    .onError(answerError(() => 'bug_1'))
    .use(signedIn)
    .route('/suggestions', suggestionRoutes(w))
  const answer: T = JSON.parse(await (await app.request(path)).text())
  return answer
}

test('suggests for a profile, with the outcomes that can be chosen', async () => {
  const found = await get<SuggestionsView>('/suggestions?profile=icp_s')
  expect(found.outcomes.map(({ id }) => id)).toEqual(['won', 'kept'])
  expect(found.thin).toBeNull()
  expect(found.suggestions.map(({ kind }) => kind)).toContain('lift')
  const thin = await get<SuggestionsView>('/suggestions?profile=icp_s&outcome=kept')
  expect(thin).toMatchObject({ thin: { bad: 43 }, suggestions: [] })
})

test('discovers ICPs that a proposal can be drafted of', async () => {
  const { profiles } = await get<DiscoveryView>('/suggestions/discover?entity=company&outcome=won')
  const [first] = profiles
  expect(first?.parameters.length).toBe(first?.parts.length)
  const { name = '', code = '', goal = '' } = first ?? {}
  const parameters = parametersSchema.parse(first?.parameters)
  const change = { kind: 'create_icp', name, code, goal, parameters } as const
  const draft = await w.services.draft.proposal(change, { actor: w.approver })
  expect(draft.summary).toContain(`Create the ICP “${name}” as a draft`)
})

test('says what is missing in the address', async () => {
  expect(await get<ApiError>('/suggestions')).toMatchObject({ code: 'input' })
  expect(await get<ApiError>('/suggestions?profile=nobody')).toMatchObject({ code: 'not_found' })
  expect(await get<ApiError>('/suggestions/discover?entity=person')).toMatchObject({ code: 'input' })
})
