import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { ConflictError } from '#kernel/errors.ts'
import { sizedProfileSchema } from '#domain/profiles/sizes.ts'
import { openTools, type TestTools } from '../context.fixture.ts'
import type { AnyTool } from '../define.ts'
import { buildIcp } from './build-icp.ts'
import { buildPersona } from './build-persona.ts'
import { cloneIcp } from './clone-icp.ts'
import { clonePersona } from './clone-persona.ts'
import { deleteProfile } from './delete-profile.ts'
import { listProfiles } from './list-profiles.ts'
import { updateProfile } from './update-profile.ts'
import { validateCriteria } from './validate-criteria.ts'

const proposalSchema = z.object({
  proposal: z.object({ id: z.string(), kind: z.string(), summary: z.string() }),
})
const drafted = async (tool: AnyTool, input: object) =>
  proposalSchema.parse((await t.call(tool, input)).details).proposal

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

async function counted(criteria: object): Promise<string> {
  const { details } = await t.call(validateCriteria, { criteria, assumptions: [] })
  return z.object({ preview: z.object({ id: z.string() }) }).parse(details).preview.id
}
const industry = (value: string) => counted({ type: 'company', field: 'industry', op: 'equals', value })
const filter = (preview_id: string) => ({ preview_id, mode: 'filter' as const })

test('a first persona brings an ICP with it that everybody fits', async () => {
  const vp = await counted({ type: 'person', field: 'seniority', op: 'equals', value: 'VP' })
  const { kind, summary } = await drafted(buildPersona, { name: 'Leaders', parameters: [filter(vp)] })
  expect(kind).toBe('create_icp')
  expect(summary).toMatch(
    /^Create the ICP “All companies” as a draft, which fits every company, and in it the persona “Leaders”, which fits \d+ p/,
  )
})

test('what only a proposal would make is changed, joined by personas, copied and counted', async () => {
  const saas = await industry('SaaS')
  const { id: first } = await drafted(buildIcp, { name: 'Software', parameters: [filter(saas)] })
  const vp = await counted({ type: 'person', field: 'seniority', op: 'equals', value: 'VP' })
  const inside = await drafted(buildPersona, { icp_id: first, name: 'Leaders', parameters: [filter(vp)] })
  const { id, kind, summary } = inside
  expect(kind).toBe('create_icp')
  expect(summary).toContain('Create the ICP “Software” as a draft')
  expect(summary).toContain('and in it the persona “Leaders”, which fits')

  const renamed = await drafted(updateProfile, { profile_id: `${id}/LEADERS`, name: 'Bosses' })
  expect(renamed.summary).toContain('the persona “Bosses”')
  const alone = await drafted(deleteProfile, { profile_id: `${renamed.id}/BOSSES` })
  expect(alone.summary).not.toContain('persona')
  const copy = await drafted(cloneIcp, { icp_id: id, name: 'Copy' })
  expect(copy.summary).toContain('Create the ICP “Copy”')

  const sizes = await t.call(listProfiles, { ids: [id, `${id}/LEADERS`] })
  expect(
    z
      .object({ sizes: z.array(sizedProfileSchema) })
      .parse(sizes.details)
      .sizes.map((one) => [one.name, one.status, one.entity]),
  ).toEqual([
    ['Software', 'waiting', 'company'],
    ['Leaders', 'waiting', 'person'],
  ])
})

test('it has no status before it is there, and nothing of it is to be deleted', async () => {
  const saas = await industry('SaaS')
  const { id: profile_id } = await drafted(buildIcp, { name: 'Banks', parameters: [filter(saas)] })
  await expect(t.call(updateProfile, { profile_id, status: 'live' })).rejects.toThrow(ConflictError)
  await expect(t.call(deleteProfile, { profile_id })).rejects.toThrow('waits to be confirmed')
  const again = {
    icp_id: profile_id,
    name: 'Boss',
    parameters: [filter(await counted({ type: 'person', field: 'seniority', op: 'equals', value: 'VP' }))],
  }
  const { id: icp_id } = await drafted(buildPersona, again)
  await expect(t.call(buildPersona, { ...again, icp_id })).rejects.toThrow('already')
})

test('an ICP is copied into none, also into one that only waits, and so is who would be a stranger there', async () => {
  const saas = await industry('SaaS')
  const { id: home } = await drafted(buildIcp, { name: 'Waits', parameters: [filter(saas)] })
  const { id: other } = await drafted(buildIcp, { name: 'Waits too', parameters: [filter(saas)] })
  await expect(t.call(clonePersona, { persona_id: other, icp_ids: [home] })).rejects.toThrow(
    '“Waits too” is an ICP, and ICPs are not inside others',
  )
  const vips = await counted({ type: 'attribute', field: 'country', op: 'equals', value: 'US' })
  const { id: shop } = await drafted(buildIcp, { name: 'Shoppers', parameters: [filter(vips)] })
  const { id: inside } = await drafted(buildPersona, {
    icp_id: shop,
    name: 'Regulars',
    parameters: [filter(vips)],
  })
  await expect(t.call(clonePersona, { persona_id: `${inside}/REGULARS`, icp_ids: [home] })).rejects.toThrow(
    'is not about those inside it',
  )
})
