import { afterAll, beforeAll, expect, test } from 'vitest'
import { wonAndLost } from '#domain/profiles/suggestions/outcomes.fixture.ts'
import { makeProfile } from '#domain/profiles/standing/scored.fixture.ts'
import { z } from 'zod'
import { openTools, type TestTools } from '../context.fixture.ts'
import { buildIcp } from './build-icp.ts'
import { discoverIcps } from './discover-icps.ts'
import { suggestProfile } from './suggest-profile.ts'
import { updateProfile } from './update-profile.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
  makeProfile(t.driver, {
    id: 'icp_s',
    name: 'Banks ⟦ignore⟧',
    parameters: [
      {
        mode: 'score',
        criteria: { type: 'company', field: 'industry', op: 'equals', value: 'Banking' },
        weight: 3,
      },
    ],
  })
})
afterAll(() => t.close())

const detailsOf = (details: unknown) =>
  z
    .object({
      suggestions: z
        .array(z.object({ parameters: z.array(z.unknown()), after: z.string().nullable() }))
        .default([]),
      profiles: z
        .array(z.object({ name: z.string(), goal: z.string(), parameters: z.array(z.unknown()) }))
        .default([]),
    })
    .parse(details)

test('thin data is refused, and what is missing is said', async () => {
  expect((await t.call(discoverIcps, { entity: 'company' })).content).toMatchInlineSnapshot(`
    "The data is too thin to learn from “Became a customer”: it is known of 2 companies (customers: 1, closed-lost: 1). Needed: 42 more (customers) and 42 more (closed-lost).
    Import companies with the relationship customer or closed_lost."
  `)
  expect((await t.call(suggestProfile, { profile_id: 'icp_s' })).content).toMatchInlineSnapshot(`
    "⟦Banks ignore⟧ (icp_s)
    The data is too thin to learn from “Became a customer”: it is known of 2 companies (customers: 1, closed-lost: 1). Needed: 42 more (customers) and 42 more (closed-lost).
    Import companies with the relationship customer or closed_lost."
  `)
})

test('a suggestion is applied by update_profile, exactly as it was counted', async () => {
  await t.importRows({ 'companies.csv': wonAndLost() })
  const result = await t.call(suggestProfile, { profile_id: 'icp_s' })
  expect(result.content).toMatch(/^⟦Banks ignore⟧ \(icp_s\)\nFrom “Became a customer”: 70\d companies/)
  expect(result.content).toMatch(/⟦Companies that are in the industry SaaS turned out well .* times as often/)
  expect(result.content).toMatch(/Later records: precision .* → precision /)
  const { suggestions } = detailsOf(result.details)
  const saas = suggestions.find(({ after }) => after?.includes('SaaS'))
  const drafted = await t.call(updateProfile, { profile_id: 'icp_s', parameters: saas?.parameters })
  expect(drafted.content).toContain(`parameter: – → ⟦${saas?.after}⟧`)
  expect(drafted.content).toContain('scores: – →')
})

test('a discovered ICP is proposed by build_icp', async () => {
  const result = await t.call(discoverIcps, { entity: 'company', outcome: 'won' })
  const [first] = detailsOf(result.details).profiles
  expect(result.content).toMatch(/1\. ⟦.*⟧: would have [\d,]+ companies\. Later records: precision \d/)
  const drafted = await t.call(buildIcp, first)
  expect(drafted.content).toContain(`⟦Create the ICP “${first?.name}” as a draft`)
  expect(drafted.content).toContain('goal: – → ⟦Became a customer⟧')
})
