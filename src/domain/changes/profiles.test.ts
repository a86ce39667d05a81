import { afterEach, beforeEach, expect, test } from 'vitest'
import { undoingOfProposal } from '../activity/undo-state.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { ProfileParameters } from '../profiles/parameter.ts'
import { undoingOf } from '../proposals/undoing.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'
import type { Change } from './index.ts'

let w: TestWorkspace
beforeEach(async () => {
  w = await openWorkspace()
})
afterEach(() => w.close())

const SAAS: Criteria = { type: 'company', field: 'industry', op: 'equals', value: 'SaaS' }
const SMALL: Criteria = { type: 'company', field: 'employees', op: '<', value: 100 }
const GERMAN: Criteria = { type: 'company', field: 'country', op: 'equals', value: 'DE' }
const SALES: Criteria = { type: 'person', field: 'function', op: 'equals', value: 'Sales' }
const NEW_IN_ROLE: Criteria = { type: 'person', field: 'years_in_role', op: '<', value: 2 }

const filter = (criteria: Criteria) => ({ mode: 'filter', criteria }) as const
const exclude = (criteria: Criteria) => ({ mode: 'exclude', criteria }) as const
const score = (criteria: Criteria, weight = 1) => ({ mode: 'score', criteria, weight }) as const

const propose = (change: Change) => w.services.draft.proposal(change, { actor: TESTER })
type Proposed = Awaited<ReturnType<typeof propose>>

const confirm = async ({ id, contentHash, count }: Proposed) =>
  w.decisions.confirm({
    proposalId: id,
    contentHash,
    actor: w.approver,
    ...(count === null ? {} : { typedCount: count }),
  })

/** Proposes and confirms; answers the proposal. */
const make = async (change: Change) => confirm(await propose(change))

const icp = (name: string, ...parameters: ProfileParameters): Change => ({
  kind: 'create_icp',
  name,
  code: name.toUpperCase(),
  goal: '',
  parameters,
})
const persona = (icpName: string, name: string, ...parameters: ProfileParameters): Change => ({
  kind: 'create_persona',
  icpId: get(icpName).id,
  name,
  code: name.toUpperCase(),
  goal: '',
  parameters,
})
const get = (name: string) => w.services.profiles.get(name)
const status = (name: string, to: 'draft' | 'live' | 'archived'): Change => ({
  kind: 'set_profile_status',
  profileId: get(name).id,
  status: to,
})
const deleting = (...names: readonly string[]): Change => ({
  kind: 'delete_profile',
  profiles: names.map((name) => ({ profileId: get(name).id, version: get(name).version })),
})
const names = () => w.services.profiles.list().map(({ name, status: now }) => `${name} ${now}`)

test('an ICP is proposed with whom it fits and each parameter in words, and made as a draft', async () => {
  const proposal = await propose(icp('Cloud', filter(SAAS), exclude(SMALL), score(GERMAN, 3)))
  expect(proposal).toMatchObject({
    summary: 'Create the ICP “Cloud” as a draft, which fits 1 company',
    count: 1,
    difference: [
      { what: 'code', before: null, after: 'CLOUD' },
      { what: 'parameter', before: null, after: 'must: are in the industry SaaS' },
      { what: 'parameter', before: null, after: 'never: have less than 100 employees' },
      { what: 'parameter', before: null, after: 'weight 3: are in Germany' },
    ],
  })
  expect(w.services.profiles.list()).toEqual([])
  await confirm(proposal)
  expect(get('cloud')).toMatchObject({ kind: 'icp', entity: 'company', status: 'draft', version: 1 })
})

test('a persona is counted among the people of companies that its ICP fits', async () => {
  await make(icp('Cloud', filter(SAAS)))
  const proposal = await propose(persona('Cloud', 'Fresh', filter(NEW_IN_ROLE), score(SALES)))
  // Two of the five are new in their role: both at SaaS companies.
  expect(proposal.summary).toBe(
    'Create the persona “Fresh” in the ICP “Cloud” as a draft, which fits 2 people there',
  )
  expect(proposal.preview?.words).toBe(
    'work at companies that (are in the industry SaaS) and have less than 2 years in the role',
  )
  await confirm(proposal)
  expect(get('Fresh')).toMatchObject({ kind: 'persona', entity: 'person', icpId: get('Cloud').id })
})

test('many texts are looked up as one is', async () => {
  await make(icp('Cloud', filter(SAAS)))
  await make(persona('Cloud', 'Fresh', filter(NEW_IN_ROLE)))
  await make(icp('Gone', filter(GERMAN)))
  const { id } = get('Gone')
  await make(deleting('Gone'))
  const { find, finder } = w.services.profiles
  const finding = finder()
  const texts = [get('Cloud').id, id, 'cloud', 'CLOUD', ' Fresh ', 'fresh', 'fresh one', 'gone', '']
  expect(texts.map((text) => finding(text))).toEqual(texts.map((text) => find(text)))
  expect(texts.map((text) => find(text)).filter((found) => found.length > 0).length).toBeGreaterThan(2)
})

test('what fits everybody says so instead of a count', async () => {
  const proposal = await propose(icp('Any', score(GERMAN)))
  expect(proposal).toMatchObject({
    summary: 'Create the ICP “Any” as a draft, which fits every company',
    preview: null,
    count: null,
  })
  expect(proposal.difference.at(-1)).toEqual({
    what: 'fit',
    before: null,
    after: 'every company: it has no filter and no exclude',
  })
  await confirm(proposal)
  // Who works nowhere is in no ICP: L5.
  expect((await propose(persona('Any', 'All', score(SALES)))).count).toBe(4)
})

test('parameters that contradict, repeat or mix are refused with their place', async () => {
  await expect(propose(icp('Odd', filter(SAAS), exclude(SAAS)))).rejects.toMatchObject({
    name: 'InputError',
    message: '“are in the industry SaaS” is excluded, and also a filter parameter: that contradicts itself',
    path: ['parameters', 1],
  })
  await expect(propose(icp('Odd', score(SAAS), score(SAAS, 2)))).rejects.toThrow('is there twice')
  await expect(propose(icp('Odd', filter(SALES)))).rejects.toThrow('An ICP is about companies or customers')
  await expect(propose(icp('Odd', filter(SAAS), score(SALES)))).rejects.toThrow('mixes companies and people')
  await make(icp('Cloud', filter(SAAS)))
  await expect(propose(persona('Cloud', 'Odd', filter(GERMAN)))).rejects.toThrow(
    'This profile is about people, and these parameters are about companies',
  )
})

test('an update shows each parameter before and after, and whom the profile then fits', async () => {
  await make(icp('Cloud', filter(SAAS), score(GERMAN)))
  const parameters = [filter(SAAS), score(GERMAN, 5), exclude(SMALL)]
  const proposal = await propose({ kind: 'update_profile', profileId: get('Cloud').id, parameters })
  expect(proposal).toMatchObject({
    summary: 'Update the ICP “Cloud”, which then fits 1 company',
    difference: [
      { what: 'parameter', before: 'weight 1: are in Germany', after: 'weight 5: are in Germany' },
      { what: 'parameter', before: null, after: 'never: have less than 100 employees' },
      { what: 'fit', before: 'fits 2 companies', after: 'fits 1 company' },
    ],
  })
  await confirm(proposal)
  await make({ kind: 'update_profile', profileId: get('Cloud').id, name: 'Clouds', goal: 'Grow' })
  expect(get('Clouds')).toMatchObject({ version: 3, goal: 'Grow', parameters })
  await expect(
    propose({ kind: 'update_profile', profileId: get('Clouds').id, name: 'Clouds', parameters }),
  ).rejects.toThrow('That would leave “Clouds” as it is')
  await make(undoingOf(w.services, get('Clouds').id))
  expect(get('Cloud')).toMatchObject({ version: 4, goal: '', parameters })
})

test('a status is set where it makes sense', async () => {
  await make(icp('Cloud', filter(SAAS)))
  await make(persona('Cloud', 'Seller', filter(SALES)))
  await expect(propose(status('Cloud', 'draft'))).rejects.toThrow('The ICP “Cloud” is a draft already')
  const early = await propose(status('Seller', 'live'))
  expect(early).toMatchObject({
    summary: 'Set the persona “Seller” live, which fits 1 person',
    difference: [
      { what: 'status', before: 'draft', after: 'live' },
      { what: 'scores', before: null, after: 'none yet: the ICP “Cloud” is a draft' },
    ],
  })
  await confirm(early)
  expect((await propose(status('Cloud', 'live'))).difference.map(({ after }) => after)).toEqual([
    'live',
    '1 persona of its 1 live, and score with it',
    '2 companies change their ICP: 2 had none',
    '3 people change their ICP: 3 had none',
    '1 person changes their persona',
  ])
  await make(status('Cloud', 'archived'))
  await make(status('Seller', 'archived'))
  await expect(propose(status('Seller', 'live'))).rejects.toMatchObject({
    name: 'ConflictError',
    message: 'The ICP “Cloud”, in which it lives, is archived',
  })
  await expect(propose(persona('Cloud', 'Other', score(SALES)))).rejects.toThrow('“Cloud” is archived')
  await make(icp('Nobody', filter(SAAS), filter({ ...SAAS, value: 'Manufacturing' })))
  await expect(propose(status('Nobody', 'live'))).rejects.toMatchObject({
    message: 'The ICP “Nobody” fits nobody',
    next: 'Loosen its filters and excludes first: live it would score no one.',
  })
})

test('one proposal puts copies of a persona into several ICPs, and one takes them back', async () => {
  await make(icp('Cloud', filter(SAAS)))
  await make(icp('German', filter(GERMAN)))
  await make(icp('Small', filter(SMALL)))
  await make(persona('Cloud', 'Seller', filter(SALES)))
  const into = (...icps: readonly string[]): Change => ({
    kind: 'clone_persona',
    profileId: w.services.profiles.find('Seller')[0]?.id ?? '',
    copies: icps.map((name) => ({ icpId: get(name).id, name: 'Seller', code: 'SELLER' })),
  })
  await expect(propose(into('German', 'German'))).rejects.toThrow('“German” is named twice')
  await expect(propose(into('Cloud'))).rejects.toThrow('This ICP has a persona called “Seller” already')
  const proposal = await propose(into('German', 'Small'))
  expect(proposal).toMatchObject({
    summary: 'Clone the persona “Seller” into 2 ICPs: “German” and “Small”',
    difference: [
      { after: '“Seller” (SELLER) in “German”, as a draft, which fits 1 person there' },
      { after: '“Seller” (SELLER) in “Small”, as a draft, which fits nobody there' },
      { after: 'must: have the job function Sales' },
    ],
  })
  const { id } = await confirm(proposal)
  expect(names()).toEqual([
    'Cloud draft',
    'Seller draft',
    'German draft',
    'Seller draft',
    'Small draft',
    'Seller draft',
  ])
  const back = await propose(undoingOfProposal(w.services.reader, id))
  expect(back.summary).toBe('Delete 2 personas called “Seller”')
  const undone = await confirm(back)
  expect(names()).toEqual(['Cloud draft', 'Seller draft', 'German draft', 'Small draft'])
  await make(undoingOfProposal(w.services.reader, undone.id))
  expect(names()).toHaveLength(6)
})

test('a proposal to clone is stale once one of the ICPs was archived', async () => {
  await make(icp('Cloud', filter(SAAS)))
  await make(icp('German', filter(GERMAN)))
  await make(persona('Cloud', 'Seller', filter(SALES)))
  const change: Change = {
    kind: 'clone_persona',
    profileId: get('Seller').id,
    copies: [{ icpId: get('German').id, name: 'Seller', code: 'SELLER' }],
  }
  const proposal = await propose(change)
  await make(status('German', 'archived'))
  await expect(confirm(proposal)).rejects.toThrow('was changed since it was drafted')
  await expect(propose(change)).rejects.toMatchObject({
    name: 'ConflictError',
    message: 'The ICP “German” is archived',
  })
})

test('an ICP is cloned with its personas, all as drafts', async () => {
  await make(icp('Cloud', filter(SAAS)))
  await make(persona('Cloud', 'Seller', filter(SALES)))
  await make(status('Cloud', 'live'))
  const clone: Change = { kind: 'clone_icp', profileId: get('Cloud').id, name: 'Sky', code: 'SKY' }
  const stale = await propose(clone)
  await make(persona('Cloud', 'Fresh', filter(NEW_IN_ROLE)))
  await expect(confirm(stale)).rejects.toThrow('was changed since it was drafted')
  const { id, summary } = await make(clone)
  expect(summary).toBe('Clone the ICP “Cloud” with its 2 personas as the draft “Sky”, which fits 2 companies')
  expect(names().slice(3)).toEqual(['Sky draft', 'Seller draft', 'Fresh draft'])
  await make(undoingOfProposal(w.services.reader, id))
  expect(names()).toEqual(['Cloud live', 'Seller draft', 'Fresh draft'])
})

test('what is taken back of one that scores says who scores otherwise', async () => {
  await make(icp('Cloud', filter(SAAS)))
  await make(status('Cloud', 'live'))
  const { id } = await make(status('Cloud', 'archived'))
  const back = await propose(undoingOfProposal(w.services.reader, id))
  expect(back.difference.filter(({ what }) => what === 'scores').map(({ after }) => after)).toContain(
    '2 companies change their ICP: 2 had none',
  )
})

test('an ICP leaves no persona behind', async () => {
  await make(icp('Cloud', filter(SAAS)))
  await make(persona('Cloud', 'Seller', filter(SALES)))
  await expect(propose(deleting('Cloud'))).rejects.toMatchObject({
    name: 'ConflictError',
    message: 'The ICP “Cloud” has 1 persona: “Seller”',
  })
  const both = deleting('Cloud', 'Seller')
  const stale = await propose(both)
  await make({ kind: 'update_profile', profileId: get('Seller').id, goal: 'Sell' })
  await expect(confirm(stale)).rejects.toThrow('was changed since it was drafted')
  await expect(propose(both)).rejects.toThrow('The persona “Seller” was changed since')
  const cloudId = get('Cloud').id
  const proposal = await propose(deleting('Cloud', 'Seller'))
  expect(proposal.summary).toBe('Delete the ICP “Cloud” with its 1 persona')
  await confirm(proposal)
  expect(names()).toEqual([])
  await expect(propose(undoing('Seller'))).rejects.toThrow('There is no')
  await make(undoingOf(w.services, cloudId))
  expect(names()).toEqual(['Cloud draft', 'Seller draft'])
})

const undoing = (name: string): Change => ({
  kind: 'undo_profile',
  profiles: [{ profileId: name, version: 1 }],
})

test('what a profile is made of stays', async () => {
  const previewId = await w.count({ type: 'orders', measure: 'count', op: '>=', value: 1 })
  const { outcome } = await make({ kind: 'create_segment', name: 'Buyers', description: '', previewId })
  const segmentId = outcome?.['segmentId'] ?? ''
  await make(icp('Shoppers', score({ type: 'segment', segment: segmentId }, 2)))
  await expect(propose({ kind: 'delete_segment', segmentId })).rejects.toThrow(
    '“Buyers” is used by “Shoppers”',
  )
  expect(w.services.segments.usersOf(segmentId)).toMatchObject([{ type: 'profile', name: 'Shoppers' }])
  await expect(propose(icp('Other', score({ type: 'segment', segment: 'Buyers' })))).rejects.toThrow(
    'names something that the workspace knows under an id',
  )
})

test('several personas are made in one step, counted together, and taken back together', async () => {
  await make(icp('Cloud', filter(SAAS)))
  const each = (name: string, ...parameters: ProfileParameters) => ({
    name,
    code: name.toUpperCase(),
    goal: 'Win back',
    parameters,
  })
  const both = (...personas: readonly ReturnType<typeof each>[]): Change => ({
    kind: 'create_personas',
    icpId: get('Cloud').id,
    personas: [...personas],
  })
  const sales = each('Sales', filter(SALES))
  const proposal = await propose(both(sales, each('New', filter(NEW_IN_ROLE))))
  expect(proposal).toMatchObject({
    summary: 'Create 2 personas in the ICP “Cloud” as drafts: “Sales” and “New”',
    count: 2,
    difference: [
      { what: 'persona', after: '“Sales” (SALES) for “Win back”, which fits 1 person there' },
      { what: 'parameter', after: 'must: have the job function Sales' },
      { what: 'persona', after: '“New” (NEW) for “Win back”, which fits 2 people there' },
      { what: 'parameter', after: 'must: have less than 2 years in the role' },
    ],
  })
  const made = await confirm(proposal)
  expect(names()).toEqual(['Cloud draft', 'Sales draft', 'New draft'])
  await expect(propose(both(sales))).rejects.toThrow(/has a persona called “Sales” already/)
  await expect(propose(both(each('A', filter(SALES)), each('a', filter(SALES))))).rejects.toThrow(
    'Two of these personas have the name “a”',
  )
  await make(undoingOfProposal(w.services.reader, made.id))
  expect(names()).toEqual(['Cloud draft'])
})
