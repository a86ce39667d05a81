import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkspace, TESTER, type TestWorkspace } from '../services.fixture.ts'

let w: TestWorkspace
beforeAll(async () => {
  w = await openWorkspace()
  await w.importRows({ 'lists.csv': ['list,customer_id', 'aov,C1', 'Newsletter,C1'] })
})
afterAll(() => w.close())

const propose = (change: Parameters<typeof w.services.draft.proposal>[0]) =>
  w.services.draft.proposal(change, { actor: TESTER })
const buyers = () => w.count({ type: 'orders', measure: 'count', op: '>=', value: 1 })

test('a segment can’t take an indicator’s name, nor an indicator that of a segment or a list', async () => {
  const previewId = await buyers()
  const segment = { kind: 'create_segment', name: ' aov', description: '', previewId } as const
  await expect(propose(segment)).rejects.toMatchObject({
    name: 'ConflictError',
    message: 'There is an indicator called “AOV” already',
    next: 'Choose another name: segments and indicators share their names, so that a request means one of them.',
  })
  for (const [name, message] of [
    ['champions', 'There is a segment called “Champions” already'],
    ['NEWSLETTER', 'There is a list called “Newsletter” already'],
    ['Order Interval', 'There is an indicator called “Order interval” already'],
  ] as const) {
    const indicator = { kind: 'create_indicator', name, description: '', previewId } as const
    await expect(propose(indicator)).rejects.toMatchObject({ name: 'ConflictError', message, path: ['name'] })
  }
})

test('a name that was taken between the proposal and its confirmation is refused when it is confirmed', async () => {
  const previewId = await buyers()
  const first = await propose({ kind: 'create_segment', name: 'Regulars', description: '', previewId })
  const second = await propose({ kind: 'create_indicator', name: 'regulars', description: '', previewId })
  const confirm = ({ id, contentHash, count }: typeof first) =>
    w.decisions.confirm({
      proposalId: id,
      contentHash,
      actor: w.approver,
      ...(count === null ? {} : { typedCount: count }),
    })
  await confirm(second)
  await expect(confirm(first)).rejects.toMatchObject({ name: 'ConflictError' })
  expect(w.services.segments.find('Regulars')).toBeUndefined()
})

test('an imported list that has an indicator’s name is called something else', () => {
  expect(w.services.segments.list({ search: 'aov' }).map(({ name }) => name)).toEqual(['aov (list)'])
})
