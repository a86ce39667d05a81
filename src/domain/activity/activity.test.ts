import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestExports, openExports } from '../exports/exports.fixture.ts'
import { PLAIN } from '../exports/options.ts'
import { TESTER } from '../services.fixture.ts'
import { type ActivityFilter, readActivity } from './read-activity.ts'
import { undoingOfProposal } from './undo-state.ts'

let w: TestExports
let segmentId: string
beforeAll(async () => {
  w = await openExports()
  segmentId = await w.segment('Canada', { type: 'attribute', field: 'country', op: 'equals', value: 'CA' })
  w.clock.forward(3600)
  await w.confirm({ kind: 'rename_segment', segmentId, name: 'The North' })
  const refused = await w.draft({ kind: 'delete_segment', segmentId })
  await w.decisions.reject({ proposalId: refused.id, actor: w.approver, reason: 'No' })
  w.clock.forward(3600)
  await w.exported({
    kind: 'export',
    subject: { kind: 'segment', id: segmentId },
    format: 'standard_csv',
    options: PLAIN,
  })
})
afterAll(() => w.close())

const read = (filter: Partial<ActivityFilter> = {}) =>
  readActivity(w.services.reader, { most: 50, ...filter })
const told = (filter: Partial<ActivityFilter> = {}) =>
  read(filter).entries.map(({ did, summary, undo }) => `${did}: ${summary.slice(0, 34)} (${undo ?? '–'})`)

test('tells what was decided and what came of it, newest first, and what can be undone', () => {
  expect(told()).toMatchInlineSnapshot(`
    [
      "written: Export the segment “The North” as  (–)",
      "confirmed: Export the segment “The North” as  (able)",
      "rejected: Delete the segment “The North” wit (–)",
      "confirmed: Rename the segment “Canada” to “Th (able)",
      "confirmed: Create the segment “Canada” with 1 (later)",
    ]
  `)
})

test('is found by kind, deed, who, what and when', () => {
  expect(told({ kind: 'exports' })).toHaveLength(2)
  expect(told({ kind: 'indicators' })).toEqual([])
  expect(told({ did: 'rejected' })).toHaveLength(1)
  expect(told({ what: 'the NORTH' }).length).toBeGreaterThan(0)
  expect(told({ who: 'approver', kind: 'segments' })).toHaveLength(3)
  expect(told({ who: 'nobody' })).toEqual([])
  const now = w.clock.now()
  expect(told({ since: now - 60 })).toHaveLength(2)
  expect(told({ until: now - 3700 })).toHaveLength(1)
})

test('pages follow each other by key without a gap', () => {
  const whole = read().entries.map(({ id }) => id)
  const first = read({ most: 2 })
  const second = read({ most: 2, before: first.next ?? 0 })
  const last = read({ most: 2, before: second.next ?? 0 })
  expect([first, second, last].flatMap(({ entries }) => entries.map(({ id }) => id))).toEqual(whole)
  expect(last.next).toBeNull()
})

test('undoes what was done last to a thing, and refuses what would take later changes back too', async () => {
  const find = (part: string) =>
    read().entries.find(({ summary, did }) => did === 'confirmed' && summary.includes(part))?.proposalId ?? ''
  expect(() => undoingOfProposal(w.services.reader, find('Create the segment'))).toThrow(
    'What this changed was changed again since',
  )
  const rename = find('Rename')
  const proposal = await w.services.draft.proposal(undoingOfProposal(w.services.reader, rename), {
    actor: TESTER,
  })
  expect(proposal.difference).toEqual([{ what: 'name', before: 'The North', after: 'Canada' }])
  const exported = find('Export')
  await w.exported(undoingOfProposal(w.services.reader, exported))
  expect(() => undoingOfProposal(w.services.reader, exported)).toThrow('This was undone already')
  expect(() => undoingOfProposal(w.services.reader, 'prop_none')).toThrow('There is no proposal')
})
