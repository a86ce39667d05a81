import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeProfile, storeScores } from '#domain/profiles/standing/scored.fixture.ts'
import { openTools, type TestTools } from '../context.fixture.ts'
import { getProfile } from './get-profile.ts'
import { listProfiles } from './list-profiles.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('lists ICPs with their personas, whom each has, and who is left', async () => {
  expect((await t.call(listProfiles, {})).content).toBe('There are no ICPs yet')
  makeProfile(t.driver, { id: 'icp_1', name: 'SMB SaaS' })
  makeProfile(t.driver, { id: 'icp_2', name: 'Enterprise', status: 'draft' })
  makeProfile(t.driver, { id: 'per_3', name: 'VP ⟦Sales⟧', icpId: 'icp_1' })
  storeScores(t.driver, 'company', [{ id: 1, icp: 1, icpScore: 80 }])
  storeScores(t.driver, 'person', [
    { id: 1, icp: 1, icpScore: 80, persona: 3, personaScore: 60 },
    { id: 2, icp: 1, icpScore: 80 },
  ])
  expect((await t.call(listProfiles, {})).content).toMatchInlineSnapshot(`
    "2 ICPs:
    - ⟦SMB SaaS⟧ (icp_1, ⟦SMB-SAAS⟧, live): 1 company
      - ⟦VP Sales⟧ (per_3, ⟦VP-SALES⟧, live): 1 person
      - No persona fit: 1 person
    - ⟦Enterprise⟧ (icp_2, ⟦ENTERPRISE⟧, draft): scores nobody
    - No ICP fit: 3 companies; not scored yet
    - No ICP fit: 3 people; not scored yet"
  `)
})

test('shows a profile with its parameters in words', async () => {
  const { content, details } = await t.call(getProfile, { profile_id: 'per_3' })
  expect(content).toMatchInlineSnapshot(`
    "⟦VP Sales⟧ (per_3, ⟦VP-SALES⟧, live): 1 person
    Persona inside ⟦SMB SaaS⟧ (icp_1)
    - ⟦must: have the seniority VP⟧
    Scores: 60–69: 1
    Version 1, 2025-11-20T12:00:00Z, by ⟦Muster⟧: ⟦VP Sales⟧, live"
  `)
  expect(details).toMatchObject({ standing: { records: 1 } })
  const gone = { type: 'segment', segment: 'seg_gone' } as const
  makeProfile(t.driver, {
    id: 'icp_4',
    name: 'Broken',
    entity: 'customer',
    parameters: [{ mode: 'filter', criteria: gone }],
  })
  expect((await t.call(getProfile, { profile_id: 'icp_4' })).content).toContain(
    'must: something that is gone',
  )
})
