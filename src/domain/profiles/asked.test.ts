import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '#kernel/hash.ts'
import type { Change } from '../changes/index.ts'
import { parseCriteria } from '../criteria/parse.ts'
import { readSql } from '../criteria/read-sql.ts'
import type { Criteria } from '../criteria/schema.ts'
import { insertSegment } from '../segments/store.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'
import { makeProfile } from './standing/scored.fixture.ts'

/*
 * C1 to C30 ordered once, C<n> for n times $10; C31 to C40 did not. Every other one consented to e-mail. Buyers spent
 * over $100 from C11, over $200 from C21 on. L1 (VP) and L2 (C-suite) are at a SaaS company, L4 (IC) at another.
 */
let w: TestWorkspace
const spent = (value: number) => ({ type: 'orders', measure: 'spend', op: '>', value }) as const
const senior: Criteria = { type: 'person', field: 'seniority', op: 'in', value: ['VP', 'C-suite'] }

beforeAll(async () => {
  w = await openWorkspace()
  makeProfile(w.driver, {
    id: 'buyers',
    name: 'Buyers',
    entity: 'customer',
    parameters: [
      { mode: 'filter', criteria: spent(0) },
      { mode: 'score', criteria: spent(100), weight: 60 },
      { mode: 'score', criteria: spent(200), weight: 40 },
    ],
  })
  makeProfile(w.driver, {
    id: 'canadians',
    name: 'Canadians',
    icpId: 'buyers',
    entity: 'customer',
    parameters: [
      { mode: 'filter', criteria: { type: 'attribute', field: 'country', op: 'equals', value: 'CA' } },
    ],
  })
  makeProfile(w.driver, { id: 'saas', name: 'SMB SaaS' })
  makeProfile(w.driver, {
    id: 'leaders',
    name: 'Leaders',
    icpId: 'saas',
    parameters: [{ mode: 'filter', criteria: senior }],
  })
  makeProfile(w.driver, { id: 'shops', name: 'Shops', status: 'draft' })
  await w.refreshScores.due({})
})
afterAll(() => w.close())

const preview = (criteria: unknown) => w.services.previews.count(criteria, { actor: TESTER })
const buyers = (rest: object) => ({ type: 'customer_profile', kind: 'icp', ...rest })
const person = (rest: object) => ({ type: 'person_profile', ...rest })

test('profiles are named by name or code, kept by id, and counted by what is stored', async () => {
  const found = await preview(buyers({ profile: ['buyers'], op: '>=', value: 60 }))
  expect(found).toMatchObject({
    count: 20,
    total: 40,
    words: 'score at least 60 as the ICP “Buyers”',
    criteria: buyers({ profile: ['buyers'], op: '>=', value: 60 }),
    freshness: [{ source: 'scores', latest: '2025-11-20T12:00:00Z' }],
  })
  expect((await preview(buyers({ profile: ['BUYERS'] }))).count).toBe(30)
  expect((await preview(buyers({ unfit: true }))).count).toBe(10)
  const people = await preview(person({ kind: 'persona', profile: ['Leaders in SMB SaaS'] }))
  expect(people).toMatchObject({ count: 2, criteria: person({ kind: 'persona', profile: ['leaders'] }) })
  expect((await preview(person({ kind: 'persona', unfit: true }))).count).toBe(1)
})

test('the best companies and the people there are counted, and told apart one by one', async () => {
  const best = { type: 'company_rank', by: 'icp', top: 1 }
  const { id, count, words } = await preview(best)
  expect({ count, words }).toEqual({ count: 1, words: 'are among the 1 company with the highest ICP score' })
  const holds = async (named: string, previewId: string) => {
    const { explanation } = await w.services.explanations.one(named, { previewId }, {})
    return [explanation.holds, explanation.actual]
  }
  expect(await holds('B1', id)).toEqual([true, 'has the ICP “SMB SaaS” with a score of 100'])
  expect(await holds('B3', id)).toEqual([false, 'has the ICP “SMB SaaS” with a score of 100'])
  expect(await holds('B2', id)).toEqual([false, 'fits no ICP'])
  const there = await preview({ type: 'works_at', company: best })
  expect([there.count, (await holds('L1', there.id))[0], (await holds('L4', there.id))[0]]).toEqual([
    2,
    true,
    false,
  ])
  expect((await preview({ type: 'person_rank', by: 'combined', top: 1 })).count).toBe(1)
})

test('the printed SQL names both codes of a persona', async () => {
  const { sql, count } = await preview(person({ kind: 'persona', profile: ['leaders'], op: '>=', value: 60 }))
  expect(sql).toContain("person.icp_code = 'SMB-SAAS'")
  expect(sql).toContain("person.persona_code = 'LEADERS'")
  expect(w.driver.driver.prepare(sql).all()).toHaveLength(count)
})

test('a query that names no score reads none', () => {
  for (const view of ['v_customers', 'v_companies', 'v_people']) {
    const plan = (columns: string) =>
      JSON.stringify(w.driver.driver.prepare(`EXPLAIN QUERY PLAN SELECT ${columns} FROM ${view}`).all())
    expect(plan('icp_code')).toContain('icp')
    expect(plan('id, external_id')).not.toMatch(/\b(?:s|icp|persona)\b/)
  }
})

test.for<[string, unknown, string]>([
  ['an unknown one', buyers({ profile: ['Byers'] }), 'No ICP or persona Byers is in the data'],
  [
    'one over others',
    buyers({ profile: ['saas'] }),
    '“SMB SaaS” is an ICP over companies, not an ICP over customers',
  ],
  [
    'a draft',
    { type: 'company_profile', kind: 'icp', profile: ['shops'] },
    '“Shops” is an ICP that is not live',
  ],
  ['a score over 100', buyers({ op: '>', value: 100 }), 'nobody passes'],
  ['none and a score', buyers({ unfit: true, op: '>', value: 10 }), 'who fits none has no score'],
])('%s is refused', async ([, criteria, message]) => {
  await expect(preview(criteria)).rejects.toThrow(message)
})

const propose = (change: Change) => w.services.draft.proposal(change, { actor: TESTER })
const best = {
  all: [buyers({ op: '>=', value: 60 }), { ...buyers({ op: '>=', value: 60 }), kind: 'persona' }],
}

test('an audience takes those above both scores, with its steps of consent', async () => {
  const { preview: counted } = await propose({
    kind: 'create_audience',
    audienceId: 'aud_best',
    name: 'Best Canadians',
    description: '',
    definition: {
      entity: 'customer',
      base: [{ type: 'criteria', criteria: parseCriteria(best) }],
      less: [],
      channel: 'email',
    },
    assumptions: [],
  })
  expect(counted?.freshness).toContainEqual({ source: 'scores', latest: '2025-11-20T12:00:00Z' })
  expect(counted?.perimeter?.steps).toMatchInlineSnapshot(`
    [
      {
        "kind": "base",
        "left": 7,
        "out": 0,
        "words": "have an ICP score of at least 60 and have a persona score of at least 60",
      },
      {
        "kind": "consent",
        "left": 4,
        "out": 3,
        "words": "unsubscribed from e-mail",
      },
      {
        "kind": "consent",
        "left": 4,
        "out": 0,
        "words": "never consented to e-mail",
      },
      {
        "kind": "address",
        "left": 4,
        "out": 0,
        "words": "have no usable e-mail address, or mail to it bounced",
      },
    ]
  `)
})

const icp = (name: string, criteria: unknown): Change => ({
  kind: 'create_icp',
  name,
  code: name.toUpperCase(),
  goal: '',
  parameters: [{ mode: 'filter', criteria: parseCriteria(criteria) }],
})

test('no parameter asks for scores, which are made of parameters: not even through a segment', async () => {
  await expect(propose(icp('Again', best))).rejects.toThrow('which are made of parameters')
  const segment = { id: 'seg_best', kind: 'custom', name: 'The best', description: '' } as const
  const by = { at: w.services.clock.now(), actor: TESTER, proposalId: null }
  insertSegment(w.driver, { ...segment, criteria: canonicalJson(parseCriteria(best)) }, by)
  const through = { type: 'segment', segment: 'seg_best' }
  await expect(propose(icp('Again', through))).rejects.toThrow('which are made of parameters')
})

test('a segment by which an ICP scores never asks for scores', async () => {
  const by = { at: w.services.clock.now(), actor: TESTER, proposalId: null }
  const criteria = canonicalJson(spent(50))
  insertSegment(w.driver, { id: 'seg_50', kind: 'custom', name: 'Fifty', description: '', criteria }, by)
  makeProfile(w.driver, {
    id: 'fifties',
    name: 'Fifties',
    entity: 'customer',
    parameters: [{ mode: 'filter', criteria: { type: 'segment', segment: 'seg_50' } }],
  })
  const { id: previewId } = await preview(best)
  await expect(propose({ kind: 'update_segment', segmentId: 'seg_50', previewId })).rejects.toThrow(
    'These criteria ask for scores, and “Fifties” scores by “Fifty” itself',
  )
})

test('an ICP that a segment asks for is not deleted', async () => {
  const by = { at: w.services.clock.now(), actor: TESTER, proposalId: null }
  const criteria = canonicalJson(parseCriteria(buyers({ profile: ['fifties'] })))
  insertSegment(w.driver, { id: 'seg_in', kind: 'custom', name: 'In it', description: '', criteria }, by)
  const deleting: Change = { kind: 'delete_profile', profiles: [{ profileId: 'fifties', version: 1 }] }
  await expect(propose(deleting)).rejects.toThrow('“Fifties” is used by “In it”')
})

test('whoever archives an ICP is told what counts nobody then', async () => {
  const archiving = { kind: 'set_profile_status', profileId: 'fifties', status: 'archived' } as const
  expect((await propose(archiving)).difference).toContainEqual({
    what: 'used by',
    before: null,
    after: '“In it”: nobody has a score under it while it is not live',
  })
})

const loyal = { kind: 'icp', profile: ['buyers'] }
test.for<[string, unknown]>([
  ['icp_score >= 60', buyers({ op: '>=', value: 60 })],
  ["SELECT id FROM v_customers WHERE icp_code = 'buyers'", buyers(loyal)],
  [
    "SELECT id FROM v_customers WHERE icp_code = 'BUYERS' AND icp_score > 70",
    buyers({ ...loyal, op: '>', value: 70 }),
  ],
  [
    'SELECT id FROM v_companies WHERE icp_code IS NULL',
    { type: 'company_profile', kind: 'icp', unfit: true },
  ],
  [
    "SELECT id FROM v_people WHERE persona_code = 'LEADERS' AND icp_score < 100",
    {
      all: [person({ kind: 'persona', profile: ['leaders'] }), person({ kind: 'icp', op: '<', value: 100 })],
    },
  ],
  ['SELECT id FROM v_people WHERE persona_score IS NULL', { none: [person({ kind: 'persona' })] }],
  [
    'SELECT id FROM v_companies WHERE id IN (SELECT id FROM v_companies WHERE icp_score IS NOT NULL ORDER BY icp_score DESC, id LIMIT 50)',
    { type: 'company_rank', by: 'icp', top: 50 },
  ],
])('SQL as people write it: %s', async ([sql, criteria]) => {
  expect((await readSql(sql, w.services)).criteria).toEqual(criteria)
})

test('SQL that names no ICP is told which there are', async () => {
  const found = readSql("SELECT id FROM v_companies WHERE icp_code = 'SMB'", w.services)
  await expect(found).rejects.toMatchObject({ next: expect.stringContaining('SMB-SAAS') })
})
