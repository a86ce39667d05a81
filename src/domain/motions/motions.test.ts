import { afterAll, beforeAll, expect, test } from 'vitest'
import { query } from '#db/run.ts'
import { externalIds } from '../entities/external-ids.ts'
import { decodeMembers } from '../members/encode.ts'
import { makeProfile, storeScores } from '../profiles/standing/scored.fixture.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'
import { motionChange, motionChoices } from './requested.ts'
import type { MotionRequest } from './shown.ts'

let w: TestWorkspace
const COMPANY_SCORES = [90, 60, 59, 90]
/** Company, and persona score; null where none fits. */
const STAFF: readonly (readonly [number, number | null])[] = [
  [0, 100],
  [0, 60],
  [0, 80],
  [0, null],
  [1, 59],
  [1, 60],
  [1, 100],
  [2, 100],
  [3, 100],
  [3, 40],
]

beforeAll(async () => {
  w = await openWorkspace()
  await w.importRows({
    'companies.csv': ['id,name', ...COMPANY_SCORES.map((_, n) => `X${n},Company ${n}`)],
    'people.csv': ['id,company_id,email', ...STAFF.map(([at], n) => `Y${n},X${at},y${n}@example.com`)],
  })
  makeProfile(w.driver, { id: 'icp_1', name: 'SMB SaaS' })
  makeProfile(w.driver, { id: 'per_2', name: 'VP Sales', icpId: 'icp_1' })
  const idOf = (table: 'companies' | 'people', external: string) =>
    w.services.reader.get(query.selectFrom(table).select('id').where('external_id', '=', external))?.id ?? 0
  storeScores(
    w.driver,
    'company',
    COMPANY_SCORES.map((icpScore, n) => ({ id: idOf('companies', `X${n}`), icp: 1, icpScore })),
  )
  storeScores(
    w.driver,
    'person',
    STAFF.map(([at, personaScore], n) => ({
      id: idOf('people', `Y${n}`),
      icp: 1,
      icpScore: COMPANY_SCORES[at] ?? 0,
      persona: personaScore === null ? null : 2,
      personaScore,
    })),
  )
})
afterAll(() => w.close())

/** Whom the audience of a motion holds, as they were imported. */
async function taken(motion: MotionRequest['motion'], asked: MotionRequest['asked']) {
  const change = motionChange(w.services, {
    motion,
    entity: 'person',
    name: `Test ${motion}`,
    channel: 'email',
    asked,
  })
  const { preview, id } = await w.services.draft.proposal(change, { actor: TESTER })
  const stored = w.services.reader.get(
    query
      .selectFrom('proposals as p')
      .innerJoin('previews as v', 'v.id', 'p.preview_id')
      .select('v.members')
      .where('p.id', '=', id),
  )
  const members = decodeMembers(stored?.members ?? new Uint8Array())
  return { preview, members: [...externalIds(w.services.reader, 'person', members)].toSorted() }
}

test('both scores: at least 60 and 60, the thresholds themselves included', async () => {
  const { members } = await taken('both_scores', { minIcp: 60, minPersona: 60 })
  expect(members).toEqual(['Y0', 'Y1', 'Y2', 'Y5', 'Y6', 'Y8'])
})

test('account-based: the best accounts first, then so many at each, the best of them', async () => {
  const { members, preview } = await taken('account_based', { accounts: 2, committee: 2 })
  expect(members).toEqual(['Y0', 'Y2', 'Y8', 'Y9'])
  expect(preview?.perimeter?.steps.map(({ kind, left }) => [kind, left])).toEqual([
    ['base', 6],
    ['address', 6],
    ['unranked', 5],
    ['committee', 4],
  ])
  const strict = await taken('account_based', { accounts: 2, committee: 2, minPersona: 60 })
  expect(strict.members).toEqual(['Y0', 'Y2', 'Y8'])
})

test('volume outbound: by persona, equal ones by ICP score, then by id', async () => {
  const order = await Promise.all(
    [1, 2, 3, 4].map(async (most) => (await taken('volume_outbound', { most })).members),
  )
  expect(order).toEqual([['Y0'], ['Y0', 'Y8'], ['Y0', 'Y6', 'Y8'], ['Y0', 'Y6', 'Y7', 'Y8']])
})

test('inbound: half of each score, in half points', async () => {
  // 90 and 60 are 75; 60 and 100 are 80; 59 and 100 are 79.5.
  expect((await taken('inbound', { minCombined: 80 })).members).toEqual(['Y0', 'Y2', 'Y6', 'Y8'])
  expect((await taken('inbound', { minCombined: 79 })).members).toEqual(['Y0', 'Y2', 'Y6', 'Y7', 'Y8'])
})

test('what a motion does stands in its proposal', async () => {
  const { preview } = await taken('inbound', { minCombined: 80 })
  expect(preview?.assumptions).toEqual([
    'Inbound: Leads by both scores in one: the combined score is half the ICP score plus half the persona score. With a cap, those with the highest stay. Combined score at least 80.',
  ])
  expect(
    motionChoices('person').map(({ id, inputs }) => [id, ...inputs.map(({ offered }) => offered)]),
  ).toEqual([
    ['both_scores', 60, 60],
    ['account_based', 60, 60, 50, 5],
    ['volume_outbound', 60, 60, 500],
    ['inbound', 60],
  ])
  expect(motionChoices('customer').map(({ id }) => id)).toEqual(['both_scores'])
})

test('a motion refuses what it has no place for', () => {
  const request: MotionRequest = {
    motion: 'inbound',
    entity: 'person',
    name: 'X',
    channel: 'email',
    asked: { committee: 3 },
  }
  expect(() => motionChange(w.services, request)).toThrow(
    'Inbound has no place for “People at each account, at most”',
  )
  expect(() => motionChange(w.services, { ...request, entity: 'customer', asked: {} })).toThrow(
    'Inbound is about people at companies, not about customers',
  )
})
