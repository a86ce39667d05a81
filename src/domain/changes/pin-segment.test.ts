import { afterEach, beforeEach, expect, test } from 'vitest'
import { query } from '#db/run.ts'
import { undoingOf } from '../proposals/undoing.ts'
import { type PinsPatch, revisedPins } from '../segments/revise-pins.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'
import type { Change } from './index.ts'

const spent = (value: number) => ({ type: 'orders', measure: 'spend', op: '>', value }) as const

let w: TestWorkspace
let segmentId: string
/** VIP: the ten customers C21 to C30. */
beforeEach(async () => {
  w = await openWorkspace()
  const previewId = await w.count(spent(200))
  await make({ kind: 'create_segment', name: 'VIP', description: '', previewId })
  segmentId = w.services.segments.get('VIP').id
})
afterEach(() => w.close())

const propose = (change: Change) => w.services.draft.proposal(change, { actor: TESTER })

async function make(change: Change): Promise<void> {
  const { id, contentHash, count } = await propose(change)
  const typed = count === null ? {} : { typedCount: count }
  await w.decisions.confirm({ proposalId: id, contentHash, actor: w.approver, ...typed })
}

const pinned = (patch: PinsPatch): Change => ({
  kind: 'pin_segment',
  segmentId,
  pins: revisedPins(w.services.reader, w.services.segments.get(segmentId).pins, patch),
})

test('rules are proposed, kept with the segment, and change no members', async () => {
  const proposal = await propose(pinned({ in: ['C25'], out: ['C3'], most: '12' }))
  expect(proposal).toMatchObject({
    summary:
      'Require of the segment “VIP”: C25 (B. N.) must be in it; C3 (D. N.) must not be in it; at most 12 customers',
    difference: [
      { what: 'rule', before: null, after: 'C25 (B. N.) must be in it' },
      { what: 'rule', before: null, after: 'C3 (D. N.) must not be in it' },
      { what: 'rule', before: null, after: 'at most 12 customers' },
    ],
    count: null,
  })
  await make(pinned({ in: ['C25'], out: ['C3'], most: '12' }))
  expect(w.services.segments.get('VIP')).toMatchObject({ version: 2, members: 10, broken: [] })
  await expect(propose(pinned({ in: ['C25'] }))).rejects.toThrow('leave the rules of “VIP” as they are')
})

test('what is kept of a rule names nobody', async () => {
  const { id } = await propose(pinned({ in: ['C25'] }))
  const row = w.services.reader.get(query.selectFrom('proposals').selectAll().where('id', '=', id))
  expect(JSON.stringify(row)).not.toMatch(/C25|Boris|B\. N\./)
  expect(row?.summary).toMatch(/\{customer:\d+\} must be in it/)
})

test('a rule that is broken already is said with its proposal', async () => {
  expect(await propose(pinned({ in: ['C3'], least: '50%' }))).toMatchObject({
    summary:
      'Require of the segment “VIP”: C3 (D. N.) must be in it; at least 50% of all customers. Its last count breaks: C3 (D. N.) must be in it, and is not; at least 50% of all customers, and there are 10 (25 %)',
  })
})

test('other criteria that break a rule are flagged, and so is the segment once they are confirmed', async () => {
  await make(pinned({ in: ['C25', 'C30'], out: ['C21'], least: '8', most: '10%' }))
  const change = { kind: 'update_segment', segmentId, previewId: await w.count(spent(250)) } as const
  const { summary, difference } = await propose(change)
  expect(summary).toBe(
    'Update the segment “VIP”: 5 customers instead of 10. This breaks rules that it is held to: C25 (B. N.) must be in it, and is not; at least 8 customers, and there are 5; at most 10% of all customers, and there are 5 (13 %)',
  )
  expect(difference.filter(({ what }) => what === 'broken rule')).toHaveLength(3)
  await make(change)
  expect(w.services.segments.get('VIP').broken).toEqual([
    'C25 (B. N.) must be in it, and is not',
    'at least 8 customers, and there are 5',
    'at most 10% of all customers, and there are 5 (13 %)',
  ])
})

test('a refresh says what it broke', async () => {
  await make(pinned({ out: ['C25'], most: '9' }))
  w.clock.forward(3600)
  const { broken } = await w.refresh.one(segmentId, { cause: 'test' })
  expect(broken).toEqual(['C25 (B. N.) must not be in it, and is', 'at most 9 customers, and there are 10'])
  expect(await propose({ kind: 'refresh_segment', segmentId })).toMatchObject({
    summary: expect.stringContaining('This breaks rules'),
  })
})

test('rules are freed one by one, removed, and brought back by undoing', async () => {
  await make(pinned({ in: ['C25'], most: '12' }))
  await make(pinned({ free: ['C25'] }))
  expect(w.services.segments.get('VIP').rules).toEqual(['at most 12 customers'])
  await make(pinned({ clear: 'one' }))
  expect(w.services.segments.get('VIP')).toMatchObject({ pins: null, rules: [] })
  await make(undoingOf({ ...w.services }, segmentId))
  expect(w.services.segments.get('VIP').rules).toEqual(['at most 12 customers'])
  await make(pinned({ least: '2' }))
  expect(() => pinned({ clear: 'one' })).toThrow('which one should go?')
  expect(() => pinned({ least: '20' })).toThrow('above the largest')
  expect(() => pinned({ in: ['C1'], out: ['C1'] })).toThrow('both in it and out of it')
})
