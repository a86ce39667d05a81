import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { query } from '#db/run.ts'
import { undoingOf } from '../proposals/undoing.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'
import { type Change, changeSchema } from './index.ts'

const OVER_200 = { type: 'orders', measure: 'spend', op: '>', value: 200 } as const
const OVER_250 = { type: 'orders', measure: 'spend', op: '>', value: 250 } as const

let w: TestWorkspace
beforeEach(async () => {
  w = await openWorkspace()
})
afterEach(() => w.close())

const propose = (change: Change) => w.services.draft.proposal(change, { actor: TESTER })

/** Proposes and confirms; answers the segment's id. */
async function make(change: Change): Promise<string> {
  const { id, contentHash, count } = await propose(change)
  const { outcome } = await w.decisions.confirm({
    proposalId: id,
    contentHash,
    actor: w.approver,
    ...(count === null ? {} : { typedCount: count }),
  })
  return outcome?.['segmentId'] ?? ''
}

const create = async (name: string, criteria: unknown) =>
  make({ kind: 'create_segment', name, description: 'A test', previewId: await w.count(criteria) })

const intervals = (segmentId: string) =>
  w.services.reader.all(
    query
      .selectFrom('memberships')
      .select(['cause', ({ fn }) => fn.countAll<number>().as('people')])
      .select((eb) => eb('left_at', 'is not', null).as('left'))
      .where('segment_id', '=', segmentId)
      .groupBy(['cause', 'left'])
      .orderBy('left'),
  )

test('every kind of change is in the schema', () => {
  expect(changeSchema.options.map((option) => option.shape.kind.value)).toEqual([
    'create_segment',
    'update_segment',
    'rename_segment',
    'clone_segment',
    'delete_segment',
    'refresh_segment',
    'pin_segment',
    'undo',
    'create_indicator',
    'update_indicator',
    'delete_indicator',
    'undo_indicator',
    'create_audience',
    'update_audience',
    'delete_audience',
    'undo_audience',
    'create_routing_rule',
    'update_routing_rule',
    'delete_routing_rule',
    'undo_routing_rule',
    'resend_deliveries',
    'create_icp',
    'create_persona',
    'create_personas',
    'update_profile',
    'set_profile_status',
    'clone_persona',
    'clone_icp',
    'delete_profile',
    'undo_profile',
    'ask_question',
    'delete_question',
    'export',
    'undo_export',
    'set_join_rule',
    'separate_customers',
    'join_customers',
  ])
})

describe('create', () => {
  test('names are unique ignoring case', async () => {
    await create('VIPs', OVER_200)
    const previewId = await w.count(OVER_250)
    const again = { kind: 'create_segment', name: ' vips ', description: '', previewId } as const
    await expect(propose(again)).rejects.toMatchObject({
      code: 'conflict',
      message: 'There is a segment called “VIPs” already',
    })
    await expect(propose({ ...again, name: 'champions' })).rejects.toThrow('called “Champions” already')
  })
})

describe('update', () => {
  test('gives other criteria, and tells who comes and goes', async () => {
    const segmentId = await create('VIPs', OVER_200)
    const proposal = await propose({ kind: 'update_segment', segmentId, previewId: await w.count(OVER_250) })
    expect(proposal).toMatchObject({
      summary: 'Update the segment “VIPs”: 5 customers instead of 10',
      targetId: segmentId,
      difference: [
        { what: 'criteria', before: 'spent more than $200', after: 'spent more than $250' },
        { what: 'members', before: '10 customers', after: '5 customers' },
      ],
    })
    w.clock.forward(3600)
    await make({ kind: 'update_segment', segmentId, previewId: await w.count(OVER_250) })
    expect(w.services.segments.get(segmentId)).toMatchObject({ version: 2, criteria: OVER_250, members: 5 })
    expect(intervals(segmentId)).toEqual([
      { cause: 'created', people: 5, left: 0 },
      { cause: 'created', people: 5, left: 1 },
    ])
  })

  test('of name and description alone touches nobody', async () => {
    const segmentId = await create('VIPs', OVER_200)
    const proposal = await propose({ kind: 'update_segment', segmentId, description: 'The best' })
    expect(proposal).toMatchObject({ count: null, typeCount: false, preview: null })
    await make({ kind: 'update_segment', segmentId, name: 'Stars', description: 'The best' })
    expect(w.services.segments.get('stars')).toMatchObject({
      id: segmentId,
      description: 'The best',
      members: 10,
    })
  })

  test('that changes nothing is refused', async () => {
    const segmentId = await create('VIPs', OVER_200)
    const same = { kind: 'update_segment', segmentId, previewId: await w.count(OVER_200) } as const
    await expect(propose(same)).rejects.toThrow('That would leave “VIPs” as it is')
    await expect(propose({ kind: 'rename_segment', segmentId, name: 'VIPs' })).rejects.toThrow(
      'called “VIPs” already',
    )
  })

  test('a segment can’t be made of itself, not even through another', async () => {
    const segmentId = await create('VIPs', OVER_200)
    await create('French VIPs', {
      all: [
        { type: 'segment', segment: 'VIPs' },
        { type: 'attribute', field: 'country', op: 'equals', value: 'FR' },
      ],
    })
    const previewId = await w.count({ type: 'segment', segment: 'French VIPs' })
    await expect(propose({ kind: 'update_segment', segmentId, previewId })).rejects.toThrow(
      'These criteria lead back to “VIPs” itself',
    )
  })
})

describe('clone', () => {
  test('makes a segment of its own, of default ones too', async () => {
    const proposal = await propose({ kind: 'clone_segment', segmentId: 'seg_rfm_champions', name: 'Stars' })
    expect(proposal).toMatchObject({ targetId: 'seg_rfm_champions', difference: [] })
    const id = await make({ kind: 'clone_segment', segmentId: 'seg_rfm_champions', name: 'Stars' })
    expect(w.services.segments.get(id)).toMatchObject({
      kind: 'custom',
      criteria: { type: 'rfm', segment: ['Champions'] },
      members: proposal.count,
    })
  })

  test('of a list is a segment of whoever is in the list', async () => {
    await w.importRows({ 'lists.csv': ['list,customer_id', 'Fair 2025,C1', 'Fair 2025,C2'] })
    const list = w.services.segments.get('fair 2025')
    expect(list).toMatchObject({ kind: 'list', members: 2, criteria: null })
    const id = await make({ kind: 'clone_segment', segmentId: list.id, name: 'Fair' })
    expect(w.services.segments.get(id)).toMatchObject({
      criteria: { type: 'segment', segment: list.id },
      members: 2,
    })
  })
})

describe('delete', () => {
  test('what others use stays, and they are named', async () => {
    const segmentId = await create('VIPs', OVER_200)
    await create('VIPs we can reach', {
      all: [
        { type: 'segment', segment: segmentId },
        { type: 'consent', channel: 'email', is: 'reachable' },
      ],
    })
    await expect(propose({ kind: 'delete_segment', segmentId })).rejects.toMatchObject({
      code: 'conflict',
      message: '“VIPs” is used by “VIPs we can reach”',
    })
  })

  test('also when the user came between the proposal and its confirmation', async () => {
    const segmentId = await create('VIPs', OVER_200)
    const { id, contentHash } = await propose({ kind: 'delete_segment', segmentId })
    await create('Copy', { type: 'segment', segment: segmentId })
    const decision = { proposalId: id, contentHash, actor: w.approver }
    await expect(w.decisions.confirm(decision)).rejects.toThrow('“VIPs” is used by “Copy”')
    expect(w.services.proposals.get(id).state).toBe('draft')
  })

  test('default segments and lists are read-only', async () => {
    await w.importRows({ 'lists.csv': ['list,customer_id', 'Fair 2025,C1'] })
    const listId = w.services.segments.get('Fair 2025').id
    for (const [segmentId, message] of [
      ['seg_rfm_champions', 'one of the twelve RFM segments'],
      [listId, 'a list whose members come from elsewhere'],
    ] as const) {
      const changes: Change[] = [
        { kind: 'delete_segment', segmentId },
        { kind: 'rename_segment', segmentId, name: 'Other' },
        { kind: 'update_segment', segmentId, description: 'Other' },
      ]
      for (const change of changes) await expect(propose(change)).rejects.toThrow(message)
    }
  })
})

describe('undo', () => {
  const undoLast = (segmentId: string) => make(undoingOf(w.services, segmentId))

  test('takes back the last change, and itself', async () => {
    const segmentId = await create('VIPs', OVER_200)
    await make({ kind: 'update_segment', segmentId, previewId: await w.count(OVER_250) })
    await make({ kind: 'rename_segment', segmentId, name: 'Stars' })

    await undoLast(segmentId)
    expect(w.services.segments.get(segmentId)).toMatchObject({ version: 4, name: 'VIPs', criteria: OVER_250 })
    await undoLast(segmentId)
    expect(w.services.segments.get(segmentId)).toMatchObject({ version: 5, name: 'Stars' })
    await make({ kind: 'undo', segmentId, version: 1 })
    expect(w.services.segments.get(segmentId)).toMatchObject({ version: 6, criteria: OVER_200, members: 10 })
    expect(w.services.segments.versions(segmentId).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('brings a deleted segment back, with its members', async () => {
    const segmentId = await create('VIPs', OVER_200)
    w.clock.forward(60)
    await make({ kind: 'delete_segment', segmentId })
    expect(() => w.services.segments.get('VIPs')).toThrow('The segment “VIPs” was deleted')
    expect(intervals(segmentId)).toEqual([{ cause: 'created', people: 10, left: 1 }])

    const proposal = await propose(undoingOf(w.services, segmentId))
    expect(proposal.difference).toEqual([{ what: 'segment', before: null, after: 'VIPs' }])
    w.clock.forward(60)
    await undoLast(segmentId)
    expect(w.services.segments.get('VIPs')).toMatchObject({ id: segmentId, version: 3, members: 10 })
    expect(intervals(segmentId)).toEqual([
      { cause: 'restored', people: 10, left: 0 },
      { cause: 'created', people: 10, left: 1 },
    ])
  })

  test('does not bring back a name that somebody else has now', async () => {
    const segmentId = await create('VIPs', OVER_200)
    await make({ kind: 'delete_segment', segmentId })
    await create('vips', OVER_250)
    await expect(propose(undoingOf(w.services, segmentId))).rejects.toThrow('called “vips” already')
  })

  test('of a creation or a clone is its deletion', async () => {
    const segmentId = await create('VIPs', OVER_200)
    expect(undoingOf(w.services, segmentId)).toEqual({ kind: 'delete_segment', segmentId })
    const clone = await make({ kind: 'clone_segment', segmentId, name: 'Copy' })
    expect(undoingOf(w.services, clone)).toEqual({ kind: 'delete_segment', segmentId: clone })
  })

  test('has nothing to take back of a default segment, and no version that never was', async () => {
    expect(() => undoingOf(w.services, 'seg_rfm_lost')).toThrow('Nobody has changed “Lost” yet')
    expect(() => undoingOf(w.services, 'seg_none')).toThrow(
      'There is no segment, indicator, audience or profile seg_none',
    )
    const segmentId = await create('VIPs', OVER_200)
    await expect(propose({ kind: 'undo', segmentId, version: 1 })).rejects.toThrow('is the present one')
    await expect(propose({ kind: 'undo', segmentId, version: 7 })).rejects.toMatchObject({ choices: ['1'] })
  })
})
