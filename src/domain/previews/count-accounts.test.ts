import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkspace, TESTER } from '../services.fixture.ts'
import type { TestWorkspace } from '../services.fixture.ts'

let w: TestWorkspace
beforeAll(async () => {
  w = await openWorkspace()
})
afterAll(() => w.close())

const company = (field: string, op: string, value?: unknown) => ({ type: 'company', field, op, value })
const count = (criteria: unknown) => w.services.previews.count(criteria, { actor: TESTER })

test('companies are counted among companies, with a sample of their own kind', async () => {
  const preview = await count({
    all: [company('tech_stack', 'has', 'snowflake'), { none: [company('tech_stack', 'has', 'Databricks')] }],
  })
  expect(preview).toMatchObject({
    entity: 'company',
    count: 1,
    total: 4,
    words: 'use snowflake but not those that use Databricks',
    reachable: null,
    overlaps: [],
    sample: [{ id: 'B1', name: 'Alpha Labs', place: 'DE', industry: 'SaaS', employees: 120 }],
  })
  expect(preview.funnel.map(({ words, left }) => [words, left])).toEqual([
    ['use snowflake', 2],
    ['but not those that use Databricks', 1],
  ])
})

test('what is unknown matches no test, and what the data lacks is named', async () => {
  expect((await count(company('headcount_growth', '<', 1))).count).toBe(3)
  expect((await count({ none: [company('headcount_growth', '<', 1)] })).count).toBe(1)
  expect((await count(company('funding_stage', '>=', 'Series A'))).words).toBe(
    'are at the funding stage Series A or later',
  )
  expect((await count(company('funding_stage', '>=', 'Series A'))).count).toBe(1)
  await expect(count(company('revenue', '>', 5))).rejects.toThrow('The data holds no revenue of any company')
  await expect(count(company('industry', 'equals', 'Sas'))).rejects.toMatchObject({
    message: 'No industry Sas is in the data',
  })
})

test('a preview of companies makes no segment', async () => {
  const { id } = await count(company('industry', 'equals', 'SaaS'))
  const change = { kind: 'create_segment', name: 'SaaS', description: '', previewId: id } as const
  await expect(w.services.draft.proposal(change, { actor: TESTER })).rejects.toMatchObject({
    code: 'input',
    message: `The preview ${id} counts companies, and segments hold customers`,
  })
})

test('one company is held against criteria, found by its domain', async () => {
  const { id } = await count({
    all: [company('employees', 'between', [51, 500]), company('industry', 'equals', 'SaaS')],
  })
  const told = await w.services.explanations.one('gamma.example', { previewId: id }, {})
  expect(told.one).toEqual({ id: 'B3', name: 'Gamma Cloud', email: '' })
  expect(told.explanation.parts).toMatchObject([
    { words: 'have between 51 and 500 employees', holds: false, actual: 'has 40 employees' },
    { words: 'are in the industry SaaS', holds: true, actual: 'is in the industry SaaS' },
  ])
})
