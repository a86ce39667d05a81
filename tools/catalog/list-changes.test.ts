import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANADA, openTools, type TestTools } from '../context.fixture.ts'
import { createSegment } from './create-segment.ts'
import { listChanges } from './list-changes.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
  await t.call(createSegment, { preview_id: await t.count(CANADA), name: 'Canadians' })
  await t.confirmLast()
})
afterAll(() => t.close())

test('tells what was confirmed, and who came with it', async () => {
  const { content } = await t.call(listChanges, { segment_id: 'Canadians' })
  expect(content).toMatchInlineSnapshot(`
    "Of ⟦Canadians⟧.
    ⟦Canadians⟧ (seg_1, custom): 13 customers as of 2025-11-20T12:00:00Z
    Confirmed:
    - 2025-11-20T12:00:00Z, ⟦An approver⟧: ⟦Create the segment “Canadians” with 13 customers⟧
    Came and went:
    - 2025-11-20T12:00:00Z, ⟦Canadians⟧: 13 customers, 13 entered, 0 left (⟦created⟧)"
  `)
})

test('leaves out what is older, and drafts', async () => {
  await t.call(createSegment, { preview_id: await t.count(CANADA), name: 'Canadians again' })
  const { details } = await t.call(listChanges, {})
  expect(Object(details).history.changes).toHaveLength(1)
  const later = await t.call(listChanges, { since: '2030-01-01' })
  expect(later.details).toMatchObject({
    history: { changes: [], movements: [], countedFrom: '2025-11-20T12:00:00Z' },
  })
})

test('says what it is of, and from when on it can be known', async () => {
  const { content } = await t.call(listChanges, { segment_id: 'Canadians', since: '2025-11-01' })
  expect(content).toContain('Of ⟦Canadians⟧ since 2025-11-01.')
  expect(content).toContain('First counted 2025-11-20T12:00:00Z: who came or went before is not known.')
})

test('a day that is no date is told how to write one', async () => {
  await expect(t.call(listChanges, { since: 'yesterday' })).rejects.toMatchObject({
    message: expect.stringContaining('give a date such as 2025-11-20, or leave it out for yesterday'),
    path: ['since'],
  })
})

test('without a segment, tells what changed by itself since yesterday', async () => {
  const { content } = await t.call(listChanges, {})
  expect(content.slice(content.indexOf('Signals that came'))).toMatchInlineSnapshot(`
    "Signals that came: 3
    - ⟦Alpha Labs⟧ (⟦B1⟧): ⟦reply⟧ about ⟦interested⟧ 2025-11-10, ⟦hiring⟧ about ⟦SDR⟧ 2025-11-01, ⟦funding⟧ about ⟦Series B⟧ 2025-09-01
    No scores moved.
    Nobody entered or left an audience."
  `)
  const later = await t.call(listChanges, { since: '2030-01-01' })
  expect(later.content).toContain('No signals came.\nNo scores moved.\nNobody entered or left an audience.')
})
