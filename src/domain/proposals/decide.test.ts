import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWriter } from '#db/open.ts'
import { query } from '#db/run.ts'
import { ConflictError } from '#kernel/errors.ts'
import { countingIds } from '#kernel/ids.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'
import { inlineWriter } from '../writer/inline.ts'
import type { WriterPort } from '../writer/port.ts'
import { createDecisions } from './decide.ts'
import { provenHuman } from './human.ts'
import type { Proposal } from './schema.ts'

const BUYERS = { type: 'orders', measure: 'count', op: '>=', value: 1 } as const
/** 20 of the 30 buyers. */
const SPENDERS = { type: 'orders', measure: 'spend', op: '>', value: 100 } as const
const FEW = { type: 'orders', measure: 'spend', op: '>', value: 270 } as const

let w: TestWorkspace
beforeEach(async () => {
  w = await openWorkspace()
})
afterEach(() => w.close())

const propose = async (criteria: unknown, name = 'High rollers'): Promise<Proposal> =>
  w.services.draft.proposal(
    { kind: 'create_segment', name, description: '', previewId: await w.count(criteria) },
    { actor: TESTER },
  )

const answerTo = ({ id, contentHash, typeCount, count }: Proposal) => ({
  proposalId: id,
  contentHash,
  actor: w.approver,
  ...(typeCount && count !== null ? { typedCount: count } : {}),
})

const confirm = (proposal: Proposal) => w.decisions.confirm(answerTo(proposal))

const logOf = (subject: string) =>
  w.services.reader
    .all(
      query
        .selectFrom('log')
        .select(['action', 'actor', 'detail'])
        .where('subject', '=', subject)
        .orderBy('id'),
    )
    .map(({ action, actor, detail }) => ({ action, actor: JSON.parse(actor), detail: JSON.parse(detail) }))

const currentMembers = (segmentId: string) =>
  w.services.reader
    .all(
      query
        .selectFrom('memberships')
        .select(['customer_id', 'entered_at', 'version', 'cause'])
        .where('segment_id', '=', segmentId)
        .where('left_at', 'is', null),
    )
    .map((row) => row.customer_id)

test('a confirmed proposal has made the segment, its version, its members and its line in the log', async () => {
  const proposal = await propose(FEW)
  expect(w.services.segments.find('High rollers')).toBeUndefined()

  const confirmed = await confirm(proposal)

  expect(confirmed).toMatchObject({ state: 'confirmed', decidedBy: 'An approver' })
  const segmentId = confirmed.outcome?.['segmentId'] ?? ''
  expect(w.services.segments.get('high ROLLERS')).toMatchObject({
    id: segmentId,
    kind: 'custom',
    version: 1,
    criteria: FEW,
    members: 3,
  })
  expect(w.services.segments.versions(segmentId)).toMatchObject([
    { version: 1, by: 'An approver', proposalId: proposal.id, deleted: false },
  ])
  expect(currentMembers(segmentId)).toHaveLength(3)
  expect(logOf(proposal.id)).toMatchObject([
    { action: 'draft_proposal', actor: { name: 'Tester', surface: 'chat' } },
    {
      action: 'proposal_confirmed',
      actor: { name: 'An approver', surface: 'web', session: 'web_test' },
      detail: { kind: 'create_segment', segmentId, contentHash: proposal.contentHash, members: 3 },
    },
  ])
})

describe('exactly once', () => {
  test('a second confirmation is refused, and says what to do', async () => {
    const proposal = await propose(FEW)
    await confirm(proposal)
    await expect(confirm(proposal)).rejects.toMatchObject({
      code: 'conflict',
      message: 'This proposal is already confirmed by An approver',
      next: 'Nothing more is needed; to take it back, undo the change.',
    })
    expect(w.services.segments.list({ search: 'High rollers' })).toHaveLength(1)
  })

  test('of two confirmations at once, over two connections, one wins', async () => {
    const proposal = await propose(FEW)
    const second = inlineWriter({ writer: openWriter(w.path), clock: w.clock, ids: countingIds() })
    const other = createDecisions({ ...decisionDeps(), writer: second })
    const settled = await Promise.allSettled([confirm(proposal), other.confirm(answerTo(proposal))])
    await second.close()

    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = settled.find((result) => result.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(ConflictError)
    expect(w.services.segments.list({ search: 'High rollers' })).toHaveLength(1)
    expect(logOf(proposal.id).filter(({ action }) => action === 'proposal_confirmed')).toHaveLength(1)
  })

  test('a rejected proposal stays rejected', async () => {
    const proposal = await propose(FEW)
    const rejected = await w.decisions.reject({
      proposalId: proposal.id,
      reason: 'Too few',
      actor: await w.signUp('editor'),
    })
    expect(rejected).toMatchObject({ state: 'rejected', outcome: { reason: 'Too few' } })
    await expect(confirm(proposal)).rejects.toThrow('already rejected by An editor')
  })
})

describe('what is confirmed is what was shown', () => {
  test('another content hash is refused and decides nothing', async () => {
    const proposal = await propose(FEW)
    const forged = {
      ...proposal,
      contentHash: proposal.contentHash.replace(/^./, (c) => (c === '0' ? '1' : '0')),
    }
    await expect(confirm(forged)).rejects.toThrow('content hash is another')
    expect(w.services.proposals.get(proposal.id).state).toBe('draft')
    expect((await confirm(proposal)).state).toBe('confirmed')
  })

  test('criteria that were changed in the database after they were counted are refused', async () => {
    const proposal = await propose(FEW)
    w.driver.run(
      query
        .updateTable('previews')
        .set({ criteria: JSON.stringify(BUYERS) })
        .where('id', '=', proposal.preview?.id ?? ''),
    )
    await expect(confirm(proposal)).rejects.toThrow('content hash is another')
  })

  test('the database itself keeps the content of proposals and decided ones as they are', async () => {
    const proposal = await propose(FEW)
    const set = (change: { change?: string; tolerance?: number; state?: 'draft' }) => () =>
      w.driver.run(query.updateTable('proposals').set(change).where('id', '=', proposal.id))
    expect(set({ change: '{}' })).toThrow('never changes')
    expect(set({ tolerance: 1 })).toThrow('never changes')
    await confirm(proposal)
    expect(set({ state: 'draft' })).toThrow('never changes')
  })

  test('a count over a quarter of the base has to be typed', async () => {
    const proposal = await propose(SPENDERS)
    expect(proposal).toMatchObject({ typeCount: true, count: 20, total: 40 })
    const { typedCount: _, ...untyped } = answerTo(proposal)
    await expect(w.decisions.confirm(untyped)).rejects.toThrow('the count has to be typed')
    await expect(w.decisions.confirm({ ...untyped, typedCount: 21 })).rejects.toThrow('not the count')
    expect((await w.decisions.confirm({ ...untyped, typedCount: 20 })).state).toBe('confirmed')
  })
})

describe('what has moved on is not confirmed', () => {
  test('an expired proposal is shown as expired, and becomes so', async () => {
    const proposal = await propose(FEW)
    w.clock.forward(24 * 3600)
    expect(w.services.proposals.get(proposal.id).state).toBe('expired')
    expect(w.services.proposals.list({ state: 'draft' })).toEqual([])
    await expect(confirm(proposal)).rejects.toThrow('has expired')
    expect(w.services.proposals.list({ state: 'expired' })).toMatchObject([
      { id: proposal.id, state: 'expired' },
    ])
    expect(logOf(proposal.id).at(-1)).toMatchObject({ action: 'proposal_expired' })
  })

  test('it is stale when more members came or went than the tolerance', async () => {
    const proposal = await propose(SPENDERS)
    await w.importRows({
      'orders.csv': [
        'id,customer_id,ordered_at,status,total',
        'N1,C1,2025-11-19,paid,500',
        'N2,C2,2025-11-19,paid,500',
      ],
    })
    await expect(confirm(proposal)).rejects.toThrow('2 people (10 %) came or went since this was counted')
    expect(w.services.proposals.get(proposal.id)).toMatchObject({
      state: 'stale',
      outcome: { reason: '2 people (10 %) came or went since this was counted' },
    })
    await expect(confirm(proposal)).rejects.toThrow('already stale')
  })

  test('within the tolerance it is confirmed, with the members of now', async () => {
    const proposal = await propose(SPENDERS)
    await w.importRows({
      'orders.csv': ['id,customer_id,ordered_at,status,total', 'N1,C1,2025-11-19,paid,500'],
    })
    const { outcome } = await confirm(proposal)
    expect(currentMembers(outcome?.['segmentId'] ?? '')).toHaveLength(21)
  })

  test('of nobody, anybody is too many', async () => {
    const proposal = await propose({ type: 'orders', measure: 'spend', op: '>', value: 1000 })
    expect(proposal.count).toBe(0)
    await w.importRows({
      'orders.csv': ['id,customer_id,ordered_at,status,total', 'N1,C1,2025-11-19,paid,5000'],
    })
    await expect(confirm(proposal)).rejects.toThrow('1 people came or went')
  })

  test('it is stale when the segment was changed since', async () => {
    await confirm(await propose(FEW))
    const { id } = w.services.segments.get('High rollers')
    const rename = (name: string) =>
      w.services.draft.proposal({ kind: 'rename_segment', segmentId: id, name }, { actor: TESTER })
    const [first, second] = [await rename('Big'), await rename('Bigger')]
    await confirm(first)
    await expect(confirm(second)).rejects.toThrow('was changed since it was drafted')
    expect(w.services.proposals.get(second.id).state).toBe('stale')
    expect(w.services.segments.get(id).name).toBe('Big')
  })

  test('it is stale when a segment that its criteria name was deleted', async () => {
    await confirm(await propose(FEW))
    const { id } = w.services.segments.get('High rollers')
    const proposal = await propose({ type: 'segment', segment: 'High rollers' }, 'The same')
    await confirm(
      await w.services.draft.proposal({ kind: 'delete_segment', segmentId: id }, { actor: TESTER }),
    )
    await expect(confirm(proposal)).rejects.toThrow('“High rollers” was deleted')
    expect(w.services.proposals.get(proposal.id).state).toBe('stale')
  })

  test('data that moves between the count and the decision is counted again', async () => {
    const proposal = await propose(SPENDERS)
    let calls = 0
    const meanwhile = async () => {
      if (calls++ > 0) return
      await w.importRows({
        'orders.csv': ['id,customer_id,ordered_at,status,total', 'N1,C1,2025-11-19,paid,500'],
      })
    }
    const interrupted: WriterPort = {
      ...w.writer,
      call: (name, input, options) => meanwhile().then(() => w.writer.call(name, input, options)),
    }
    const decisions = createDecisions({ ...decisionDeps(), writer: interrupted })
    const { outcome } = await decisions.confirm(answerTo(proposal))
    expect(calls).toBe(2)
    expect(currentMembers(outcome?.['segmentId'] ?? '')).toHaveLength(21)
  })

  test('a name that was taken meanwhile leaves the proposal as it is', async () => {
    const [first, second] = [await propose(FEW), await propose(SPENDERS)]
    await confirm(first)
    await expect(confirm(second)).rejects.toThrow('There is a segment called “High rollers” already')
    expect(w.services.proposals.get(second.id).state).toBe('draft')
  })
})

describe('only a human confirms', () => {
  test('one with the role approver', async () => {
    const proposal = await propose(FEW)
    for (const role of ['viewer', 'editor'] as const) {
      const actor = await w.signUp(role)
      await expect(w.decisions.confirm({ ...answerTo(proposal), actor })).rejects.toMatchObject({
        code: 'input',
        message: `An ${role} may not confirm`,
        next: 'Ask someone with the role approver to do it.',
      })
    }
    expect(w.services.proposals.get(proposal.id).state).toBe('draft')
  })

  test('at a surface that counts', async () => {
    const proposal = await propose(FEW)
    const actor = provenHuman(
      { id: w.approver.userId, name: w.approver.name },
      { surface: 'mcp', session: null },
    )
    await expect(w.decisions.confirm({ ...answerTo(proposal), actor })).rejects.toThrow(
      'Answers from here do not count',
    )
  })

  test('and drafts that nobody will decide any more can be ended', async () => {
    const [kept, ended] = [await propose(FEW, 'Kept'), await propose(FEW, 'Ended')]
    await confirm(kept)
    const { expired } = await w.writer.call('expireProposals', {
      ids: [kept.id, ended.id],
      reason: 'The batch has ended',
      actor: TESTER,
    })
    expect(expired).toBe(1)
    expect(w.services.proposals.get(ended.id)).toMatchObject({
      state: 'expired',
      outcome: { reason: 'The batch has ended' },
    })
  })
})

function decisionDeps() {
  const { clock, members, proposals } = w.services
  return { clock, members, proposals, surfaces: new Set(['web', 'terminal'] as const) }
}
