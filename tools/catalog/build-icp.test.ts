import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTools, type TestTools, unhashed } from '../context.fixture.ts'
import { buildIcp } from './build-icp.ts'
import { buildPersona } from './build-persona.ts'
import { cloneIcp } from './clone-icp.ts'
import { clonePersona } from './clone-persona.ts'
import { deleteProfile } from './delete-profile.ts'
import { undoChange } from './undo-change.ts'
import { updateProfile } from './update-profile.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

const company = (field: string, op: string, value: unknown) => ({ type: 'company', field, op, value })
const SAAS = company('industry', 'equals', 'SaaS')
const GERMAN = company('country', 'equals', 'DE')
const SMALL = company('employees', '<', 100)
const SALES = { type: 'person', field: 'function', op: 'equals', value: 'Sales' }

test('builds an ICP of previews: what must hold at once becomes a parameter each', async () => {
  const [must, near, preferred] = [
    await t.count({ all: [SAAS, { none: [SMALL] }] }),
    await t.count(company('country', 'equals', 'NL')),
    await t.count(GERMAN),
  ]
  const result = await t.call(buildIcp, {
    name: 'Cloud',
    parameters: [
      { preview_id: must, mode: 'filter' },
      { preview_id: preferred, mode: 'score', weight: 3, grades: [{ preview_id: near, credit: 40 }] },
    ],
    assumptions: ['“cloud” is read as SaaS'],
  })
  expect(unhashed(result)).toMatchInlineSnapshot(`
    "Proposal prop_1, a draft. Nothing has changed; a human must confirm it.
    ⟦Create the ICP “Cloud” as a draft, which fits 1 company⟧
    Touches 1 of 4 companies (25 %)
    code: – → ⟦CLOUD⟧
    parameter: – → ⟦must: are in the industry SaaS⟧
    parameter: – → ⟦never: have less than 100 employees⟧
    parameter: – → ⟦weight 3: are in Germany; 40 % of it: are in the Netherlands⟧
    Expires 2025-11-21T12:00:00Z
    Content hash <hash>"
  `)
  expect(result.details).toMatchObject({
    proposal: { preview: { count: 1, assumptions: ['“cloud” is read as SaaS'] } },
  })
  expect(t.services.profiles.list()).toEqual([])
  await t.confirmLast()
  expect(t.services.profiles.get('cloud').parameters).toEqual([
    { mode: 'filter', criteria: SAAS },
    { mode: 'exclude', criteria: SMALL },
    {
      mode: 'score',
      criteria: GERMAN,
      weight: 3,
      grades: [{ criteria: company('country', 'equals', 'NL'), credit: 40 }],
    },
  ])
})

test('weights are for scores, and what is excluded is said without “not”', async () => {
  const preview_id = await t.count(SAAS)
  const build = (parameter: object) => t.call(buildIcp, { name: 'Odd', parameters: [parameter] })
  await expect(build({ preview_id, mode: 'filter', weight: 2 })).rejects.toMatchObject({
    message: 'A parameter of mode filter has no weight and no grades',
    path: ['parameters', 0],
  })
  const denied = await t.count({ none: [SAAS] })
  await expect(build({ preview_id: denied, mode: 'exclude' })).rejects.toThrow('this preview says it already')
  await expect(build({ preview_id, mode: 'score', weight: 0 })).rejects.toThrow('a weight is at least 1')
})

test('a persona is built inside an ICP, copied into several, and taken back from all', async () => {
  const german = await t.count(GERMAN)
  await t.call(buildIcp, { name: 'German', parameters: [{ preview_id: german, mode: 'filter' }] })
  await t.confirmLast()
  const sales = await t.count(SALES)
  const parameters = [{ preview_id: sales, mode: 'score' }]
  expect((await t.call(buildPersona, { icp_id: 'cloud', name: 'Seller', parameters })).content).toContain(
    '⟦Create the persona “Seller” in the ICP “Cloud” as a draft, which fits 2 people there⟧',
  )
  await t.confirmLast()
  const cloned = await t.call(clonePersona, { persona_id: 'seller', icp_ids: ['German'] })
  expect(cloned.content).toContain('⟦Clone the persona “Seller” into the ICP “German”⟧')
  await t.confirmLast()
  await expect(t.call(updateProfile, { profile_id: 'Seller', goal: 'Sell' })).rejects.toThrow(
    '“Seller” is the name of 2 profiles',
  )
  const [, copy] = t.services.profiles.find('Seller')
  await t.call(undoChange, { segment_id: copy?.id })
  await t.confirmLast()
  expect(t.services.profiles.find('Seller')).toHaveLength(1)
})

test('an ICP is renamed, set live, copied, deleted with its personas when asked, and restored', async () => {
  expect(unhashed(await t.call(updateProfile, { profile_id: 'CLOUD', name: 'Clouds' }))).toContain(
    'name: ⟦Cloud⟧ → ⟦Clouds⟧',
  )
  await t.confirmLast()
  await expect(t.call(updateProfile, { profile_id: 'Clouds', status: 'live', goal: 'Grow' })).rejects.toThrow(
    'A status is proposed by itself',
  )
  await t.call(updateProfile, { profile_id: 'Clouds', status: 'live' })
  await t.confirmLast()
  expect(t.services.profiles.get('Clouds').status).toBe('live')
  await t.call(cloneIcp, { icp_id: 'Clouds', name: 'Sky' })
  await t.confirmLast()
  const sky = t.services.profiles.get('Sky')
  await expect(t.call(deleteProfile, { profile_id: 'Sky' })).rejects.toThrow('has 1 persona: “Seller”')
  await t.call(deleteProfile, { profile_id: 'Sky', with_personas: true })
  await t.confirmLast()
  expect(t.services.profiles.find('Sky')).toEqual([])
  await t.call(undoChange, { segment_id: sky.id })
  await t.confirmLast()
  expect(t.services.profiles.personasOf(sky.id).map(({ name }) => name)).toEqual(['Seller'])
  expect(
    (await t.call(undoChange, { segment_id: t.services.profiles.get('Clouds').id, version: 1 })).content,
  ).toContain('Restore version 1 of the ICP “Cloud”')
})
