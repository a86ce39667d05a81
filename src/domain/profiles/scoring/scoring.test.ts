import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorkspace, type TestWorkspace } from '../../services.fixture.ts'
import { makeProfile } from '../standing/scored.fixture.ts'
import { company, orders, person } from './parameters.fixture.ts'
import type { EntityOutlook, ProposedProfile } from './scoring.ts'

/* B1 and B3 are SaaS; B1 and B2 are in Germany. L1 and L2 are at B1, L3 at B2, L4 at B3, L5 nowhere. */
let workspace: TestWorkspace

beforeAll(async () => {
  workspace = await openWorkspace()
})
afterAll(() => workspace.close())
beforeEach(async () => {
  const { driver } = workspace
  driver.driver.exec(`
    DELETE FROM profiles; DELETE FROM profile_versions; DELETE FROM scores; DELETE FROM scorings`)
  makeProfile(driver, { id: 'saas', name: 'SaaS', parameters: [SAAS] })
  makeProfile(driver, {
    id: 'vp',
    name: 'VP',
    icpId: 'saas',
    parameters: [person('filter', 'seniority', 'equals', 'VP')],
  })
  await workspace.refreshScores.due({})
})

const SAAS = company('filter', 'industry', 'equals', 'SaaS')
const germans: ProposedProfile = {
  id: 'germans',
  kind: 'icp',
  icpId: null,
  entity: 'company',
  status: 'live',
  parameters: [company('filter', 'country', 'equals', 'DE'), company(1, 'employees', '>', 500)],
}
const proposed = (id: string, next: Partial<ProposedProfile>): ProposedProfile => ({
  ...workspace.services.profiles.get(id),
  ...next,
})
const asIf = (...profiles: ProposedProfile[]) => workspace.services.scoring.asIf(profiles)

/** Profiles as `saas 3 (2)`: three records, of whom two have no persona. */
const told = (outlooks: readonly EntityOutlook[]) =>
  outlooks.map(({ entity, everyone, fitted, profiles, change }) => ({
    entity,
    everyone,
    fitted,
    profiles: profiles.map(
      ({ profileId, records, withoutPersona }) =>
        `${profileId} ${records}${withoutPersona === null ? '' : ` (${withoutPersona})`}`,
    ),
    change: `icp ${change.icp}, gained ${change.gained}, lost ${change.lost}, persona ${change.persona}, score ${change.score}`,
  }))

test('what is stored changes nothing', async () => {
  expect(told(await asIf(proposed('saas', {})))).toEqual([
    {
      entity: 'company',
      everyone: 4,
      fitted: 2,
      profiles: ['saas 2'],
      change: 'icp 0, gained 0, lost 0, persona 0, score 0',
    },
    {
      entity: 'person',
      everyone: 5,
      fitted: 3,
      profiles: ['saas 3 (2)', 'vp 1'],
      change: 'icp 0, gained 0, lost 0, persona 0, score 0',
    },
  ])
})

test('a new ICP is younger than those there are, and touches nothing', async () => {
  const { driver } = workspace.driver
  const stored = () => driver.prepare('SELECT * FROM scores').all()
  const before = stored()
  const outlooks = await asIf(germans)
  // B1 has 0 under the new one, and stays.
  expect(told(outlooks)).toMatchObject([
    {
      fitted: 3,
      profiles: ['saas 2', 'germans 1'],
      change: 'icp 1, gained 1, lost 0, persona 0, score 0',
    },
    {
      fitted: 4,
      profiles: ['saas 3 (2)', 'vp 1', 'germans 1 (1)'],
      change: expect.stringContaining('gained 1'),
    },
  ])
  expect(outlooks[0]?.profiles[1]?.histogram).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  expect(stored()).toEqual(before)
})

test('a draft is nothing until it is given as live; one that goes is given as archived', async () => {
  expect(told(await asIf({ ...germans, status: 'draft' }))).toMatchObject([{ fitted: 2 }, { fitted: 3 }])
  expect(told(await asIf(proposed('saas', { status: 'archived' })))).toMatchObject([
    { fitted: 0, profiles: [], change: 'icp 2, gained 0, lost 2, persona 0, score 0' },
    { fitted: 0, profiles: [], change: 'icp 3, gained 0, lost 3, persona 1, score 0' },
  ])
})

test('another weight is another score, another persona another persona', async () => {
  const scored = [SAAS, company(3, 'country', 'equals', 'DE'), company(1, 'country', 'equals', 'NL')]
  expect(told(await asIf(proposed('saas', { parameters: scored })))).toMatchObject([
    { change: 'icp 0, gained 0, lost 0, persona 0, score 2' },
    { change: 'icp 0, gained 0, lost 0, persona 0, score 3' },
  ])
  const leaders = [person('filter', 'seniority', 'in', ['VP', 'C-suite'])]
  expect(told(await asIf(proposed('vp', { parameters: leaders })))).toMatchObject([
    { change: expect.stringContaining('score 0') },
    { profiles: ['saas 3 (1)', 'vp 2'], change: 'icp 0, gained 0, lost 0, persona 1, score 0' },
  ])
})

test('ICPs over customers are looked at by themselves', async () => {
  const buyers: ProposedProfile = {
    ...germans,
    id: 'buyers',
    entity: 'customer',
    parameters: [orders('filter', '>=', 1)],
  }
  const twice: ProposedProfile = {
    ...buyers,
    id: 'twice',
    kind: 'persona',
    icpId: 'buyers',
    parameters: [orders('filter', '>=', 2)],
  }
  expect(told(await asIf(buyers, twice))).toEqual([
    {
      entity: 'customer',
      everyone: 40,
      fitted: 30,
      profiles: ['buyers 30 (30)', 'twice 0'],
      change: 'icp 30, gained 30, lost 0, persona 0, score 0',
    },
  ])
})

test('coverage counts who lacks a value that a parameter asks for, whatever comes of it', async () => {
  const { scoring } = workspace.services
  const coverage = await scoring.coverage({
    entity: 'company',
    parameters: [
      SAAS,
      company('exclude', 'funding_stage', 'equals', 'Public'),
      {
        ...company(1, 'tech_stack', 'has', 'dbt'),
        mode: 'score',
        weight: 1,
        grades: [{ criteria: company(1, 'revenue', '>', 1).criteria, credit: 50 }],
      },
      company(1, 'headcount_growth', 'known'),
    ],
  })
  expect(coverage).toEqual([
    { unknown: 0, everyone: 4 },
    { unknown: 1, everyone: 4 },
    { unknown: 4, everyone: 4 },
    { unknown: 0, everyone: 4 },
  ])
})
