import { afterAll, beforeAll, expect, test } from 'vitest'
import { company, person } from '#domain/profiles/scoring/parameters.fixture.ts'
import { makeProfile } from '#domain/profiles/standing/scored.fixture.ts'
import { openTools, type TestTools } from '../context.fixture.ts'
import { explainScore } from './explain-score.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
  const SAAS = company('filter', 'industry', 'equals', 'SaaS')
  makeProfile(t.driver, {
    id: 'icp_1',
    name: 'SMB ⟦SaaS⟧',
    parameters: [
      SAAS,
      company('exclude', 'relationship', 'equals', 'customer'),
      {
        ...company(3, 'employees', 'between', [51, 500]),
        mode: 'score',
        weight: 3,
        grades: [{ criteria: company(3, 'employees', '<=', 50).criteria, credit: 50 }],
      },
      company(1, 'revenue', '>', 1_000_000),
    ],
  })
  makeProfile(t.driver, {
    id: 'icp_2',
    name: 'Germans',
    parameters: [company('filter', 'country', 'equals', 'DE')],
  })
  makeProfile(t.driver, { id: 'per_3', name: 'VP', icpId: 'icp_1' })
  makeProfile(t.driver, {
    id: 'per_4',
    name: 'Sales',
    icpId: 'icp_2',
    parameters: [
      person('exclude', 'title', 'contains', 'assistant'),
      person(1, 'function', 'equals', 'Sales'),
    ],
  })
  makeProfile(t.driver, {
    id: 'icp_5',
    name: 'Either',
    status: 'draft',
    parameters: [
      {
        mode: 'filter',
        criteria: {
          any: [SAAS.criteria, { type: 'company', field: 'funding_stage', op: '>=', value: 'Series B' }],
        },
      },
    ],
  })
})
afterAll(() => t.close())

const explained = async (input: unknown) => (await t.call(explainScore, input)).content

test('says what each parameter gives a company, and how the other ICPs stand', async () => {
  expect(await explained({ entity: 'company', record: 'gamma.example' })).toMatchInlineSnapshot(`
    "Company ⟦B3⟧ (⟦Gamma Cloud⟧): ICP ⟦SMB SaaS⟧, 38 of 100.
    ⟦SMB SaaS⟧, held against ⟦B3⟧ (⟦Gamma Cloud⟧): 38 of 100
    - must: ⟦are in the industry SaaS⟧: held; in fact: ⟦is in the industry SaaS⟧
    - never: ⟦are customers of ours⟧: not held; in fact: ⟦is among those that are closed-lost⟧
    - 1.5 of 3 points: ⟦have between 51 and 500 employees⟧: not held; 50% for ⟦have at most 50 employees⟧; in fact: ⟦has 40 employees⟧
    - 0 of 1 points: ⟦have a revenue of more than $1,000,000⟧: unknown; in fact: ⟦has no known revenue⟧
    Live: ⟦SMB SaaS⟧ 38 of 100
    Live: ⟦Germans⟧ does not fit: not ⟦are in Germany⟧
    Lists still show an older score; it is made anew soon."
  `)
})

test('says both scores of a person, and no more where nothing fits', async () => {
  expect(await explained({ entity: 'person', record: 'L3' })).toMatchInlineSnapshot(`
    "Person ⟦L3⟧ (⟦C. D.⟧, ⟦c…@beta.example⟧): ICP ⟦Germans⟧, 100 of 100; persona ⟦Sales⟧, 0 of 100.
    ⟦Germans⟧, held against ⟦B2⟧ (⟦Beta Works⟧): 100 of 100
    - must: ⟦are in Germany⟧: held; in fact: ⟦is in Germany⟧
    ⟦Sales⟧, held against ⟦L3⟧ (⟦C. D.⟧, ⟦c…@beta.example⟧): 0 of 100
    - never: ⟦have a job title containing “assistant”⟧: not held; in fact: ⟦has the job title “Security Director”⟧
    - 0 of 1 points: ⟦have the job function Sales⟧: not held; in fact: ⟦has the job function Security⟧
    Live: ⟦Germans⟧ 100 of 100
    Live: ⟦SMB SaaS⟧ does not fit: not ⟦are in the industry SaaS⟧
    Live: ⟦Sales⟧ 0 of 100
    Lists still show an older score; it is made anew soon."
  `)
  expect(await explained({ entity: 'company', record: 'B4' })).toMatchInlineSnapshot(`
    "Company ⟦B4⟧ (⟦Delta Shop⟧): no live ICP fits.
    Live: ⟦SMB SaaS⟧ does not fit: not ⟦are in the industry SaaS⟧
    Live: ⟦Germans⟧ does not fit: not ⟦are in Germany⟧"
  `)
  expect(await explained({ entity: 'person', record: 'L5' })).toMatchInlineSnapshot(
    `"Person ⟦L5⟧ (⟦E. F.⟧): nobody knows where they work, so that no ICP fits."`,
  )
})

test('holds a record against any other profile, drafts as well, and opens groups', async () => {
  expect(await explained({ entity: 'person', record: 'L1', profile_id: 'per_4' })).toMatchInlineSnapshot(`
    "Person ⟦L1⟧ (⟦A. B.⟧, ⟦a…@alpha.example⟧): ICP ⟦Germans⟧, 100 of 100; persona ⟦Sales⟧, 100 of 100.
    ⟦Sales⟧, held against ⟦L1⟧ (⟦A. B.⟧, ⟦a…@alpha.example⟧): 100 of 100
    - never: ⟦have a job title containing “assistant”⟧: not held; in fact: ⟦has the job title “VP Sales”⟧
    - 1 of 1 points: ⟦have the job function Sales⟧: held; in fact: ⟦has the job function Sales⟧
    Live: ⟦Germans⟧ 100 of 100
    Live: ⟦SMB SaaS⟧ 75 of 100
    Live: ⟦Sales⟧ 100 of 100
    Lists still show an older score; it is made anew soon."
  `)
  expect(await explained({ entity: 'person', record: 'L2', profile_id: 'Either' })).toMatchInlineSnapshot(`
    "Person ⟦L2⟧ (⟦B. C.⟧, ⟦b…@alpha.example⟧): ICP ⟦Germans⟧, 100 of 100; persona ⟦Sales⟧, 0 of 100.
    ⟦Either⟧, held against ⟦B1⟧ (⟦Alpha Labs⟧): 100 of 100
    - must: ⟦either are in the industry SaaS or are at the funding stage Series B or later⟧: held
      - yes: ⟦are in the industry SaaS⟧; in fact: ⟦is in the industry SaaS⟧
      - yes: ⟦are at the funding stage Series B or later⟧; in fact: ⟦is at the funding stage Series B⟧
    Live: ⟦Germans⟧ 100 of 100
    Live: ⟦SMB SaaS⟧ 75 of 100
    Live: ⟦Sales⟧ 0 of 100
    Lists still show an older score; it is made anew soon."
  `)
})

test('refuses a profile about others, and a person of whom nobody knows the company', async () => {
  await expect(explained({ entity: 'company', record: 'B1', profile_id: 'per_3' })).rejects.toThrow(
    '“VP” is about people, not about companies',
  )
  await expect(explained({ entity: 'person', record: 'L5', profile_id: 'Germans' })).rejects.toThrow(
    'Nobody knows where this person works',
  )
  expect(await explained({ entity: 'customer', record: 'C1' })).toContain('there is no live ICP')
  await expect(explained({ entity: 'company', record: 'B9' })).rejects.toThrow('There is no company')
})
