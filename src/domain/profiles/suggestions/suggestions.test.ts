import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkspace, type TestWorkspace } from '../../services.fixture.ts'
import { makeProfile } from '../standing/scored.fixture.ts'
import { wonAndLost } from './outcomes.fixture.ts'

let w: TestWorkspace
beforeAll(async () => {
  w = await openWorkspace()
})
afterAll(() => w.close())

const SAAS = { type: 'company', field: 'industry', op: 'equals', value: 'SaaS' } as const
const SNOWFLAKE = { type: 'company', field: 'tech_stack', op: 'has', value: 'Snowflake' } as const

test('too few outcomes are refused, with how many are missing', async () => {
  const { thin, profiles, basis } = await w.services.suggestions.discover('company')
  expect(profiles).toEqual([])
  expect(basis).toMatchObject({ good: 1, bad: 1, parted: 'chance' })
  expect(thin).toEqual({
    good: 42,
    bad: 42,
    says: 'The data is too thin to learn from “Became a customer”: it is known of 2 companies (customers: 1, closed-lost: 1). Needed: 42 more (customers) and 42 more (closed-lost).',
    next: 'Import companies with the relationship customer or closed_lost.',
  })
  expect((await w.services.suggestions.discover('customer', { outcome: 'repeat' })).thin).not.toBeNull()
})

test('where all turned out alike, that is what is said', async () => {
  await w.importRows({
    'companies.csv': [
      'id,name,relationship',
      ...Array.from({ length: 60 }, (_, i) => `A${i},All ${i},customer`),
      'B3,Gamma Cloud,prospect',
    ],
  })
  const { thin } = await w.services.suggestions.discover('company')
  expect(thin).toMatchObject({ good: 0, bad: 43 })
  expect(thin?.says).toContain('Where all turned out alike, nothing tells them apart.')
})

test('an outcome that there is not is named with those there are', async () => {
  await expect(w.services.suggestions.discover('company', { outcome: 'repeat' })).rejects.toMatchObject({
    code: 'input',
    choices: ['won', 'kept'],
  })
})

test('discovers what customers have in common, never how they stand with us', async () => {
  await w.importRows({ 'companies.csv': wonAndLost() })
  const steps: string[] = []
  const found = await w.services.suggestions.discover('company', { onStep: (step) => steps.push(step) })
  expect(found.thin).toBeNull()
  const parts = found.profiles.flatMap(({ parts: all }) => all)
  expect(parts.map(({ words }) => words).join('; ')).toMatch(/are in the industry SaaS/)
  expect(parts.map(({ words }) => words).join('; ')).toMatch(/employees/)
  expect(JSON.stringify(found.profiles)).not.toContain('relationship')
  for (const { evidence } of parts) {
    expect(evidence.low).toBeLessThanOrEqual(evidence.lift)
    expect(evidence.high).toBeGreaterThanOrEqual(evidence.lift)
  }
  const [best] = found.profiles
  const base = found.basis.good / (found.basis.good + found.basis.bad)
  expect(best?.later.precision).toBeGreaterThan(base)
  expect(best?.records).toBeGreaterThan(0)
  expect(found.basis.notes[0]).toContain('Nobody noted when these outcomes came about')
  expect(steps[0]).toBe('Looking which companies turned out how')
  expect(steps).toContain('Reading what 761 companies had: 100 %')
})

test('suggests for a profile what it lacks, and drafts it as what it is', async () => {
  makeProfile(w.driver, {
    id: 'icp_s',
    name: 'Snowflake users',
    parameters: [
      { mode: 'score', criteria: SNOWFLAKE, weight: 3 },
      { mode: 'score', criteria: SAAS, weight: 1 },
    ],
  })
  const { suggestions, basis, thin } = await w.services.suggestions.forProfile('Snowflake users')
  expect(thin).toBeNull()
  expect(basis.tried).toBeGreaterThan(50)
  expect(suggestions.map(({ kind }) => kind)).toContain('lift')
  const size = suggestions.find(({ after }) => after?.includes('employees'))
  expect(size).toMatchObject({ heldUp: true, before: null })
  expect(size?.says).toMatch(/^Companies that .*employees.* turned out well .* times as often/)
  expect(size?.backTest.after.ranking).toBeGreaterThan(size?.backTest.before.ranking ?? 1)

  const draft = await w.services.draft.proposal(
    { kind: 'update_profile', profileId: 'icp_s', parameters: size?.parameters ?? [] },
    { actor: w.approver },
  )
  expect(draft.difference).toContainEqual({ what: 'parameter', before: null, after: size?.after })
})
