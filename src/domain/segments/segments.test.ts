import { afterEach, beforeEach, expect, test } from 'vitest'
import { query } from '#db/run.ts'
import { RFM_SEGMENTS } from '../rfm/patterns.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'

let w: TestWorkspace
beforeEach(async () => {
  w = await openWorkspace()
})
afterEach(() => w.close())

test('the twelve default segments stand first, in the order of their rules', () => {
  const listed = w.services.segments.list()
  expect(listed.map(({ name }) => name)).toEqual(RFM_SEGMENTS)
  expect(listed[1]).toEqual({
    id: 'seg_rfm_cant_lose_them',
    name: "Can't Lose Them",
    description: 'Bought often and for much, but not for a long time',
    kind: 'default',
    version: 1,
    criteria: { type: 'rfm', segment: ["Can't Lose Them"] },
    pins: null,
    rules: [],
    broken: [],
    objective: 'Retain',
    campaignType: 'Win-back',
    members: null,
    refreshedAt: null,
    createdAt: '2025-11-20T12:00:00Z',
    updatedAt: '2025-11-20T12:00:00Z',
  })
})

test('making them again changes nothing', async () => {
  const before = w.services.reader.all(query.selectFrom('versions').selectAll())
  expect(await w.writer.call('ensureDefaultSegments', null)).toEqual({ made: 0 })
  expect(w.services.reader.all(query.selectFrom('versions').selectAll())).toEqual(before)
})

test('segments are found by id, by name ignoring case, and by a part of the name', () => {
  const { segments } = w.services
  expect(segments.get('seg_rfm_lost').name).toBe('Lost')
  expect(segments.get(' AT  risk').id).toBe('seg_rfm_at_risk')
  expect(segments.list({ search: 'custom' }).map(({ name }) => name)).toEqual([
    'Loyal Customers',
    'New Customers',
  ])
  expect(segments.find('nothing')).toBeUndefined()
  expect(() => segments.get('nothing')).toThrow('There is no segment “nothing”')
})

test('a refresh of all counts everybody once among the default segments', async () => {
  const seen: number[] = []
  const refreshed = await w.refresh.all({ cause: 'command', onProgress: (done) => void seen.push(done) })
  expect(refreshed.reduce((sum, { members }) => sum + members, 0)).toBe(30)
  expect(seen).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  expect(w.services.segments.list().reduce((sum, { members }) => sum + (members ?? 0), 0)).toBe(30)

  w.clock.forward(24 * 3600)
  await w.importRows({
    'orders.csv': ['id,customer_id,ordered_at,status,total', 'N1,C40,2025-11-21,paid,900'],
  })
  const again = await w.refresh.all({ cause: 'import' })
  expect(again.reduce((sum, { entered, left }) => sum + entered - left, 0)).toBe(1)
})

test('a list is not refreshed, since its members come from elsewhere', async () => {
  await w.importRows({ 'lists.csv': ['list,customer_id', 'Fair,C1'] })
  const { id } = w.services.segments.get('Fair')
  await expect(w.refresh.one(id, { cause: 'command' })).rejects.toThrow('come from elsewhere')
})

test('a recount of a segment that was changed meanwhile is not stored', async () => {
  const previewId = await w.count({ type: 'attribute', field: 'country', op: 'equals', value: 'CA' })
  const { id, contentHash, count } = await w.services.draft.proposal(
    { kind: 'create_segment', name: 'Canada', description: '', previewId },
    { actor: TESTER },
  )
  await w.decisions.confirm({ proposalId: id, contentHash, typedCount: count ?? 0, actor: w.approver })
  const segment = w.services.segments.get('Canada')
  const stale = {
    segmentId: segment.id,
    version: segment.version + 1,
    asOf: w.clock.now(),
    members: new Uint32Array(),
    cause: 'command',
    bought: { buyers: 0, orders: 0, spent: 0, patterns: [], products: [] },
    readFrom: {},
  }
  await expect(w.writer.call('storeRefresh', stale)).rejects.toThrow('was changed while it was being counted')
})
