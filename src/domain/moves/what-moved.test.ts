import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Arrivals, createArrivals } from '../arrivals/arrivals.ts'
import type { WriteKey } from '../arrivals/key-schema.ts'
import { readMessage } from '../arrivals/message.ts'
import { listWriteKeys } from '../arrivals/read-keys.ts'
import type { AudienceDefinition } from '../audiences/definition.ts'
import { insertAudience } from '../audiences/store.ts'
import type { Criteria } from '../criteria/schema.ts'
import { makeProfile, SAAS } from '../profiles/standing/scored.fixture.ts'
import { insertSegment } from '../segments/store.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'
import { boundMoves } from './bounds.ts'

/*
 * B1 is SaaS in Germany (L1 is a VP there, L2 in the C-suite), B3 SaaS in the Netherlands (L4), B2 makes things (L3).
 */
let w: TestWorkspace
let arrivals: Arrivals
let key: WriteKey
const SINCE = Date.parse('2025-11-19T00:00:00Z') / 1000

const audience = (
  id: string,
  definition: Partial<AudienceDefinition> & { base: AudienceDefinition['base'] },
) =>
  insertAudience(
    w.driver,
    {
      id,
      name: id,
      description: '',
      definition: { entity: 'company', less: [], channel: 'sales', ...definition },
    },
    { members: 0, asOf: w.clock.now() },
    { at: w.clock.now(), actor: TESTER, proposalId: null },
  )
const of = (criteria: Criteria) => [{ type: 'criteria' as const, criteria }]
const HOT: Criteria = { type: 'company_profile', kind: 'icp', op: '>=', value: 60 }
const signals = (signal: string): Criteria => ({
  type: 'company_signal_strength',
  signal: [signal],
  op: '>=',
  value: 0.5,
})

beforeAll(async () => {
  w = await openWorkspace()
  arrivals = createArrivals({
    ...w.services,
    ...w,
    databasePath: w.path,
    followData: { stir() {} },
    report(error) {
      throw error
    },
  })
  await w.writer.call('createWriteKey', { name: 'Site', takes: 'people', source: 'site', actor: TESTER })
  const [made] = listWriteKeys(w.services.reader)
  if (made === undefined) throw new Error('A key was made')
  key = made
  makeProfile(w.driver, {
    id: 'icp_1',
    name: 'SaaS',
    parameters: [
      { mode: 'filter', criteria: SAAS },
      { mode: 'score', weight: 1, criteria: signals('demo_request') },
    ],
  })
  makeProfile(w.driver, { id: 'per_1', name: 'Leaders', icpId: 'icp_1' })
  audience('Hot accounts', { base: of(HOT) })
  audience('Their people', { entity: 'person', base: of({ type: 'works_at', company: HOT }) })
  audience('Best two', { base: of(SAAS), cap: { customers: 1, order: 'icp' } })
  await w.refreshScores.due({})
  await w.refreshAudiences.due({})
})
afterAll(() => w.close())

async function track(id: string, userId: string, event: string, properties = {}, by = key): Promise<void> {
  const read = readMessage(
    { type: 'track', messageId: id, userId, event, properties },
    { bytes: 0, now: w.clock.now(), slow: 0, newId: () => 'none' },
  )
  if (!('message' in read)) throw new Error(read.problem)
  await arrivals.receive(by, [read.message])
  await arrivals.settled()
}
const moved = (since = SINCE) => w.services.insights.moved({ since, masked: true })

test('what was there before and first scored did not move', () => {
  const { signals: came, scores, audiences } = moved()
  expect(came.total).toBe(3)
  expect(scores.changes.map(({ entity, cause, changed }) => [entity, cause, changed])).toEqual([
    ['company', 'first scoring', 2],
    ['person', 'first scoring', 3],
  ])
  expect(scores.moves).toEqual([])
  expect(audiences).toEqual([])
})

test('one signal moves a company and its people, and lets them into audiences at once', async () => {
  w.clock.forward(3600)
  await track('d1', 'L4', 'Demo Requested', { topic: 'Team plan' })
  const { signals: came, scores, audiences } = moved(w.clock.now())
  expect(came).toMatchObject({
    total: 1,
    about: [
      {
        entity: 'company',
        id: 'B3',
        name: 'Gamma Cloud',
        count: 1,
        latest: [{ type: 'demo request', topic: 'Team plan', at: '2025-11-20T13:00:00Z' }],
      },
    ],
    waiting: 0,
  })
  expect(
    scores.moves.map(({ entity, id, cause, before, after }) => ({ entity, id, cause, before, after })),
  ).toEqual([
    {
      entity: 'person',
      id: 'L4',
      cause: 'demo request signal',
      before: { icp: 'SaaS', icpScore: 0, persona: null, personaScore: null },
      after: { icp: 'SaaS', icpScore: 100, persona: null, personaScore: null },
    },
    {
      entity: 'company',
      id: 'B3',
      cause: 'demo request signal',
      before: { icp: 'SaaS', icpScore: 0, persona: null, personaScore: null },
      after: { icp: 'SaaS', icpScore: 100, persona: null, personaScore: null },
    },
  ])
  expect(
    audiences
      .map(
        ({ name, entered, left, members, cause }) => `${name}: +${entered} −${left} = ${members}, ${cause}`,
      )
      .toSorted(),
  ).toEqual([
    // B1 was the best of those with a score of 0; B3 takes its place.
    'Best two: +1 −1 = 1, demo request signal',
    'Hot accounts: +1 −0 = 1, demo request signal',
    'Their people: +1 −0 = 1, demo request signal',
  ])
  expect(w.services.audiences.get('Hot accounts').members).toBe(1)
})

test('what was looked at one by one is what a count of everybody finds', async () => {
  const at = w.clock.now()
  w.clock.forward(60)
  await w.refreshScores.due({})
  await w.refreshAudiences.due({})
  expect(moved(at + 1)).toMatchObject({ scores: { changes: [] }, audiences: [] })
})

test('as the signal fades the company leaves, and says why', async () => {
  w.clock.forward(40 * 86_400)
  await w.refreshScores.due({})
  await w.refreshAudiences.due({})
  const { scores, audiences } = moved(w.clock.now())
  expect(scores.moves.find(({ id }) => id === 'B3')).toMatchObject({
    cause: 'time passed',
    before: { icpScore: 100 },
    after: { icpScore: 0 },
  })
  expect(audiences.map(({ name, entered, left, cause }) => [name, entered, left, cause])).toContainEqual([
    'Hot accounts',
    0,
    1,
    'new scores',
  ])
})

test('moves are kept for a month, and those of a day that nobody can read any more are forgotten', async () => {
  w.clock.forward(31 * 86_400)
  await track('d2', 'L1', 'Demo Requested')
  const kept = w.driver.driver.prepare('SELECT count(*) FROM score_moves').pluck().get()
  expect(kept).toBe(moved(0).scores.moves.length)
  expect(moved(0).scores.moves.every(({ cause }) => cause === 'demo request signal')).toBe(true)
})

test('of very many moves the latest are kept one by one, and of all of them how many there were', () => {
  const run = (sql: string) => w.driver.driver.exec(sql)
  const count = (sql: string) => w.driver.driver.prepare(sql).pluck().get()
  const each = 'WITH RECURSIVE n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < 64)'
  run(`DELETE FROM score_moves; DELETE FROM score_changes;
    INSERT INTO score_changes(id, entity, at, cause, changed)
      ${each} SELECT at, 'company', ${w.clock.now()}, 'other profiles', 900000 FROM n;
    INSERT INTO score_moves(change_id, record_id, icp, icp_score) ${each} SELECT at, 1, 1, 100 FROM n`)
  boundMoves(w.driver, 63)
  expect(count('SELECT count(*) FROM score_moves')).toBe(64)
  boundMoves(w.driver, 64)
  // Fifty scorings of ten thousand each.
  expect(count('SELECT min(change_id) FROM score_moves')).toBe(15)
  expect(count('SELECT sum(changed) FROM score_changes')).toBe(64 * 900_000)
})

test('an event lets a customer into a segment at once', async () => {
  insertSegment(
    w.driver,
    {
      id: 'seg_quiz',
      kind: 'custom',
      name: 'Quiz takers',
      description: '',
      criteria: JSON.stringify({ type: 'events', event: ['searched'] }),
    },
    { at: w.clock.now(), actor: TESTER, proposalId: null },
  )
  w.driver.driver.exec(`INSERT INTO event_types(name, key) VALUES ('searched', 'searched')`)
  await w.refresh.one('seg_quiz', { cause: 'created' })
  await w.writer.call('createWriteKey', {
    name: 'Shop',
    takes: 'customers',
    source: 'default',
    actor: TESTER,
  })
  const shop = listWriteKeys(w.services.reader).find(({ takes }) => takes === 'customers')
  if (shop === undefined) throw new Error('A key was made')
  w.clock.forward(120)
  await track('q1', 'C7', 'Products Searched', {}, shop)
  const members = w.driver.driver
    .prepare(`SELECT customer_id, cause FROM memberships WHERE segment_id = 'seg_quiz' AND left_at IS NULL`)
    .raw()
  expect(members.all()).toEqual([[7, 'searched event']])
})
