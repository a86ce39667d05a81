import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AudienceDefinition } from '../audiences/definition.ts'
import { undoingOf } from '../proposals/undoing.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'
import type { Change } from './index.ts'

let w: TestWorkspace
beforeEach(async () => {
  w = await openWorkspace()
})
afterEach(() => w.close())

const CANADA = { type: 'attribute', field: 'country', op: 'equals', value: 'CA' } as const
const BUYERS = { type: 'orders', measure: 'count', op: '>=', value: 1 } as const

const definition = (more: Partial<AudienceDefinition> = {}): AudienceDefinition => ({
  entity: 'customer',
  base: [{ type: 'criteria', criteria: BUYERS }],
  less: [],
  channel: 'email',
  ...more,
})

const creating = (name: string, more: Partial<AudienceDefinition> = {}): Change => ({
  kind: 'create_audience',
  audienceId: w.services.ids.next('aud'),
  name,
  description: '',
  definition: definition(more),
  assumptions: [],
})

const propose = (change: Change) => w.services.draft.proposal(change, { actor: TESTER })

const confirm = async ({ id, contentHash, count }: Awaited<ReturnType<typeof propose>>) =>
  w.decisions.confirm({
    proposalId: id,
    contentHash,
    actor: w.approver,
    ...(count === null ? {} : { typedCount: count }),
  })

/** Proposes and confirms; answers what was made. */
const make = async (change: Change) => (await confirm(await propose(change))).outcome ?? {}

const named = (name: string) => w.services.audiences.get(name)

const lastUndone = (id: string): Change => undoingOf({ ...w.services }, id)

test('a proposal shows the perimeter, with the very people who become members', async () => {
  const less = [{ type: 'criteria', criteria: CANADA }] as const
  const proposal = await propose(creating('Buyers by e-mail', { less: [...less] }))
  expect(proposal.summary).toBe('Create the e-mail audience “Buyers by e-mail” with 10 customers')
  expect(proposal.preview?.perimeter).toMatchObject({
    channel: 'email',
    steps: [
      { kind: 'base', out: 0, left: 30 },
      { kind: 'suppression', words: 'are in Canada', out: 10, left: 20 },
      { kind: 'consent', words: 'unsubscribed from e-mail', out: 10, left: 10 },
      { kind: 'consent', words: 'never consented to e-mail', out: 0, left: 10 },
      { kind: 'address', out: 0, left: 10 },
    ],
    members: 10,
    reachable: { email: 10, sms: 0, ads: 10 },
  })
  expect(w.services.audiences.list()).toEqual([])
  await confirm(proposal)
  expect(named('buyers by e-mail')).toMatchObject({ members: 10, version: 1, channel: 'email' })
})

test('who is held out is who was held out in the proposal', async () => {
  const change = creating('Tested', { holdout: 50 })
  const { preview } = await propose(change)
  await make(change)
  const { perimeter } = await w.services.perimeters.of(named('Tested'))
  expect(perimeter).toEqual(preview?.perimeter)
})

test('it is renamed, redefined, deleted, and all of that is taken back', async () => {
  const { audienceId = '' } = await make(creating('Buyers'))
  await make({ kind: 'update_audience', audienceId, name: 'Shoppers' })
  expect(named('Shoppers')).toMatchObject({ version: 2, members: 15 })

  const change = { kind: 'update_audience', audienceId, definition: definition({ channel: 'ads' }) } as const
  const proposal = await propose({
    ...change,
    definition: { ...change.definition, cap: { customers: 4, order: 'spend' } },
  })
  expect(proposal.difference).toMatchObject([
    { what: 'channel', before: 'e-mail', after: 'ads' },
    { what: 'criteria' },
    { what: 'members', before: '15 customers', after: '4 customers' },
  ])
  await confirm(proposal)
  expect(named('Shoppers')).toMatchObject({ version: 3, members: 4, channel: 'ads' })

  await make(lastUndone(audienceId))
  expect(named('Shoppers')).toMatchObject({ version: 4, members: 15, channel: 'email' })
  await make({ kind: 'delete_audience', audienceId })
  expect(w.services.audiences.find('Shoppers')).toBeUndefined()
  await make(lastUndone(audienceId))
  expect(named('Shoppers')).toMatchObject({ version: 6, definition: definition() })
  await make({ kind: 'undo_audience', audienceId, version: 1 })
  expect(named('Buyers')).toMatchObject({ version: 7 })
  expect(w.services.audiences.versions(audienceId)).toHaveLength(7)
})

test('nothing changes what nothing changes', async () => {
  const { audienceId = '' } = await make(creating('Buyers'))
  await expect(propose({ kind: 'update_audience', audienceId, name: 'Buyers' })).rejects.toMatchObject({
    name: 'InputError',
    message: 'That would leave “Buyers” as it is',
  })
  await expect(propose({ kind: 'undo_audience', audienceId, version: 9 })).rejects.toMatchObject({
    name: 'InputError',
    path: ['version'],
  })
})

test('a proposal is stale once too many people came or went', async () => {
  const proposal = await propose(creating('Buyers'))
  await w.importRows({ 'customers.csv': ['id,accepts_email', 'C2,false', 'C4,false'] })
  await expect(confirm(proposal)).rejects.toMatchObject({
    name: 'ConflictError',
    message: '2 people (13 %) came or went since this was counted',
  })
  expect(w.services.audiences.list()).toEqual([])
})

test('what an audience is made of stays, and names are shared', async () => {
  const previewId = await w.count(CANADA)
  const { segmentId = '' } = await make({
    kind: 'create_segment',
    name: 'Canada',
    description: '',
    previewId,
  })
  await make(creating('North', { less: [{ type: 'segment', segment: segmentId }] }))
  await expect(propose({ kind: 'delete_segment', segmentId })).rejects.toMatchObject({
    name: 'ConflictError',
    message: '“Canada” is used by “North”',
  })
  await expect(propose(creating('canada'))).rejects.toMatchObject({
    message: 'There is a segment called “Canada” already',
  })
  await expect(
    propose({ kind: 'create_segment', name: 'north', description: '', previewId }),
  ).rejects.toMatchObject({ message: 'There is an audience called “North” already' })
})
