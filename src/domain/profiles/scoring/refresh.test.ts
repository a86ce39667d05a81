import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { query } from '#db/run.ts'
import { readVersions } from '../../members/read-versions.ts'
import { openWorkspace, type TestWorkspace } from '../../services.fixture.ts'
import type { Parameter } from '../parameter.ts'
import { createProfiles } from '../read.ts'
import { changeProfile, makeProfile } from '../standing/scored.fixture.ts'
import { company, orders, parameter, person } from './parameters.fixture.ts'
import { createScoreRefresh } from './refresh.ts'

/*
 * B1 is SaaS in Germany with 120 people, of whom L1 (VP) and L2 (C-suite) are known; B2 makes things in Germany with 800
 * people, L3 (Director) among them; B3 is SaaS in the Netherlands with 40, L4 (IC) among them; B4 is a shop in the US
 * with 60, of whom nobody is known. Nobody knows where L5 works. C1 to C30 ordered, C31 to C40 did not.
 */
let workspace: TestWorkspace

beforeAll(async () => {
  workspace = await openWorkspace()
})
afterAll(() => workspace.close())
beforeEach(() => {
  workspace.driver.driver.exec(`
    DELETE FROM profiles; DELETE FROM profile_versions; DELETE FROM scores; DELETE FROM scorings`)
})

const FUNDED = { type: 'company_signal', signal: ['funding'], within: { kind: 'last', n: 30, unit: 'day' } }
const SAAS = company('filter', 'industry', 'equals', 'SaaS')

const icp = (id: string, ...parameters: Parameter[]) =>
  makeProfile(workspace.driver, { id, name: id, entity: 'company', parameters })
const persona = (id: string, icpId: string, ...parameters: Parameter[]) =>
  makeProfile(workspace.driver, { id, name: id, icpId, entity: 'person', parameters })
const due = () => workspace.refreshScores.due({})

/** `B1: SaaS 100`, `L1: SaaS 100, VP 50`; by the ids as imported. */
function scores(entity: 'company' | 'person' | 'customer'): readonly string[] {
  const { reader } = workspace.services
  const names = new Map(
    reader.all(query.selectFrom('profiles').select(['number', 'name'])).map((row) => [row.number, row.name]),
  )
  const letter = { company: 'B', person: 'L', customer: 'C' }[entity]
  return reader
    .all(query.selectFrom('scores').selectAll().where('entity', '=', entity).orderBy('record_id'))
    .map(({ record_id, icp, icp_score, persona: inner, persona_score }) => {
      const second = inner === null ? '' : `, ${names.get(inner)} ${persona_score}`
      return `${letter}${record_id}: ${names.get(icp)} ${icp_score}${second}`
    })
}

test('companies get their best ICP, and their people the best persona inside it', async () => {
  icp('SaaS', SAAS, company(3, 'employees', 'between', [51, 500]), company(1, 'country', 'equals', 'DE'))
  icp('Germans', company('filter', 'country', 'equals', 'DE'))
  persona(
    'Leaders',
    'SaaS',
    person('filter', 'seniority', 'in', ['VP', 'C-suite']),
    person(1, 'title', 'contains', 'sales'),
  )
  persona('Deciders', 'SaaS', person('filter', 'seniority', 'equals', 'C-suite'))
  expect(await due()).toEqual([
    { entity: 'company', fitted: 3, changed: 3, cause: 'first scoring' },
    { entity: 'person', fitted: 4, changed: 4, cause: 'first scoring' },
  ])
  // B1 has 100 under both ICPs: the older one counts.
  expect(scores('company')).toEqual(['B1: SaaS 100', 'B2: Germans 100', 'B3: SaaS 0'])
  expect(scores('person')).toEqual([
    'L1: SaaS 100, Leaders 100',
    'L2: SaaS 100, Deciders 100',
    'L3: Germans 100',
    'L4: SaaS 0',
  ])
})

test('nothing is read or written where nothing changed that profiles ask for', async () => {
  icp('SaaS', SAAS)
  await due()
  const { reader } = workspace.services
  const before = readVersions(reader).scores
  await workspace.importRows({
    'orders.csv': ['id,customer_id,ordered_at,status,total,currency', 'O90,C1,2025-11-01,paid,5,USD'],
  })
  expect(await due()).toEqual([])
  // A new person is looked at, and changes no score that is there.
  await workspace.importRows({ 'people.csv': ['id,company_id,seniority', 'L6,,VP'] })
  expect(await due()).toMatchObject([
    { entity: 'company', changed: 0, cause: 'new people' },
    { entity: 'person', changed: 0 },
  ])
  expect(readVersions(reader).scores).toBe(before)
  await workspace.importRows({ 'people.csv': ['id,company_id,seniority', 'L6,B3,VP'] })
  expect(await due()).toMatchObject([{ changed: 0 }, { entity: 'person', fitted: 4, changed: 1 }])
  expect(readVersions(reader).scores).toBe(before + 1)
})

test('what asks for time is scored anew once a day', async () => {
  icp(
    'Fresh',
    parameter('filter', {
      type: 'company_signal',
      signal: ['hiring'],
      within: { kind: 'last', n: 30, unit: 'day' },
    }),
  )
  expect(await due()).toMatchObject([{ fitted: 1 }, { fitted: 2 }])
  workspace.clock.forward(3600)
  expect(await due()).toEqual([])
  workspace.clock.forward(30 * 86_400)
  expect(await due()).toMatchObject([
    { entity: 'company', fitted: 0, changed: 1, cause: 'time passed' },
    { entity: 'person', fitted: 0, changed: 2 },
  ])
  workspace.clock.forward(-30 * 86_400 - 3600)
})

test('drafts and archived profiles score nothing, nor does a persona inside of one', async () => {
  icp('SaaS', SAAS)
  persona('Everyone', 'SaaS', person('exclude', 'seniority', 'equals', 'Wizard'))
  await due()
  expect(scores('person')).toEqual([
    'L1: SaaS 100, Everyone 100',
    'L2: SaaS 100, Everyone 100',
    'L4: SaaS 100, Everyone 100',
    'L6: SaaS 100, Everyone 100',
  ])
  changeProfile(workspace.driver, 'Everyone', { status: 'draft' })
  expect(await due()).toMatchObject([
    { changed: 0, cause: 'other profiles' },
    { fitted: 4, changed: 4 },
  ])
  changeProfile(workspace.driver, 'Everyone', { status: 'live' })
  changeProfile(workspace.driver, 'SaaS', { status: 'archived' })
  expect(await due()).toMatchObject([
    { fitted: 0, changed: 2 },
    { fitted: 0, changed: 4 },
  ])
  expect([...scores('company'), ...scores('person')]).toEqual([])
  // Without a live profile, data that changes is not looked at.
  await workspace.importRows({ 'companies.csv': ['id,name', 'B5,Epsilon'] })
  expect(await due()).toEqual([])
})

test('an ICP that nobody fits, filters that contradict, and one that only scores', async () => {
  icp('Nobody', company('filter', 'employees', '>', 1_000_000))
  icp('Contradiction', SAAS, { ...SAAS, mode: 'exclude' })
  expect(await due()).toMatchObject([{ fitted: 0 }, { fitted: 0 }])
  icp('Anybody', company(1, 'industry', 'equals', 'SaaS'), company(1, 'employees', '<', 100))
  persona('Anyone', 'Anybody', person(1, 'seniority', 'equals', 'VP'))
  expect(await due()).toMatchObject([{ fitted: 5 }, { fitted: 5 }])
  // B4 has no people, L5 no company.
  expect(scores('company')).toEqual([
    'B1: Anybody 50',
    'B2: Anybody 0',
    'B3: Anybody 100',
    'B4: Anybody 50',
    'B5: Anybody 0',
  ])
  expect(scores('person')).toEqual([
    'L1: Anybody 50, Anyone 100',
    'L2: Anybody 50, Anyone 0',
    'L3: Anybody 0, Anyone 0',
    'L4: Anybody 100, Anyone 0',
    'L6: Anybody 100, Anyone 100',
  ])
})

test('weights are held to their limits, and the highest add up', async () => {
  icp('Heavy', company(1000, 'industry', 'equals', 'SaaS'), company(1, 'country', 'equals', 'DE'))
  await due()
  expect(scores('company').slice(0, 3)).toEqual(['B1: Heavy 100', 'B2: Heavy 0', 'B3: Heavy 100'])
})

test('customers have ICPs and personas of their own, beside those of companies', async () => {
  icp('SaaS', SAAS)
  makeProfile(workspace.driver, {
    id: 'Buyers',
    name: 'Buyers',
    entity: 'customer',
    parameters: [orders('filter', '>=', 1)],
  })
  makeProfile(workspace.driver, {
    id: 'Twice',
    name: 'Twice',
    icpId: 'Buyers',
    entity: 'customer',
    parameters: [orders('filter', '>=', 2)],
  })
  expect(await due()).toMatchObject([
    { entity: 'company', fitted: 2 },
    { entity: 'person' },
    { entity: 'customer', fitted: 30, changed: 30 },
  ])
  // C1 has a second order from above.
  expect(scores('customer').slice(0, 2)).toEqual(['C1: Buyers 100, Twice 100', 'C2: Buyers 100'])
})

test('records that are gone lose their scores', async () => {
  icp('SaaS', SAAS)
  await due()
  workspace.driver.driver.exec(`
    INSERT INTO scores VALUES ('company', 90, 1, 50, NULL, NULL), ('company', 900000, 1, 50, NULL, NULL);
    UPDATE versions SET version = version + 1 WHERE source = 'companies'`)
  expect(await due()).toMatchObject([{ fitted: 2, changed: 2 }, { changed: 0 }])
})

test('a profile that changes while everybody is scored leaves nothing of the old one behind', async () => {
  icp('SaaS', SAAS)
  const { reader, members, clock } = workspace.services
  let reads = 0
  const stored: (readonly string[])[] = []
  const refresh = createScoreRefresh({
    reader,
    context() {
      throw new Error('Everybody is read by sets')
    },
    profiles: createProfiles(reader),
    clock,
    writer: workspace.writer,
    members: {
      ...members,
      async qualify(qualifying, options) {
        const found = await members.qualify(qualifying, options)
        stored.push(scores('company'))
        if (reads++ === 0) {
          changeProfile(workspace.driver, 'SaaS', {
            parameters: [company('filter', 'country', 'equals', 'US')],
          })
        }
        return found
      },
    },
  })
  expect(await refresh.due({})).toMatchObject([{ entity: 'company', fitted: 1, changed: 1 }, { fitted: 0 }])
  expect(stored).toEqual([[], []])
  expect(scores('company')).toEqual(['B4: SaaS 100'])
})

test('a scoring that is stopped stores nothing, and the next one is not held up by it', async () => {
  icp('SaaS', SAAS)
  await expect(workspace.refreshScores.due({ signal: AbortSignal.abort() })).rejects.toThrow('cancelled')
  expect(scores('company')).toEqual([])
  const both = await Promise.all([due(), due()])
  expect(both.map((done) => done.length)).toEqual([2, 0])
})

test('one company and its people are scored at once, and the next scoring of everybody finds nothing to change', async () => {
  icp('Fresh', company('filter', 'country', 'equals', 'NL'), parameter(1, FUNDED))
  persona('Told', 'Fresh', person('filter', 'seniority', 'equals', 'IC'))
  await due()
  expect(scores('company')).toEqual(['B3: Fresh 0'])
  await workspace.importRows({
    'signals.csv': ['id,type,company_id,occurred_at', 'S90,funding,B3,2025-11-19'],
  })
  expect(await workspace.refreshScores.record({ entity: 'company', id: 3 })).toBe(3)
  expect([...scores('company'), ...scores('person')]).toEqual([
    'B3: Fresh 100',
    'L4: Fresh 100, Told 100',
    'L6: Fresh 100',
  ])
  expect(await workspace.refreshScores.record({ entity: 'company', id: 3 })).toBe(0)
  expect(await workspace.refreshScores.record({ entity: 'company', id: 900 })).toBe(0)
  expect(await due()).toMatchObject([{ changed: 0, cause: 'new signals' }, { changed: 0 }])
})

test('one customer is scored among the others', async () => {
  const best = { type: 'rank', by: 'spend', direction: 'top', customers: 3 }
  makeProfile(workspace.driver, {
    id: 'Best',
    name: 'Best',
    entity: 'customer',
    parameters: [parameter('filter', best)],
  })
  for (const id of [27, 28, 29, 30]) await workspace.refreshScores.record({ entity: 'customer', id })
  expect(scores('customer')).toEqual(['C28: Best 100', 'C29: Best 100', 'C30: Best 100'])
  expect(await due()).toMatchObject([{ entity: 'customer', fitted: 3, changed: 0 }])
})
