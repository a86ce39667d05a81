import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANADA, openTools, type TestTools, unhashed } from '../context.fixture.ts'
import { createSegment } from './create-segment.ts'
import { refreshSegment } from './refresh-segment.ts'
import { undoChange } from './undo-change.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
  await t.call(createSegment, { preview_id: await t.count(CANADA), name: 'Canadians' })
  await t.confirmLast()
})
afterAll(() => t.close())

test('drafts a recount, which keeps who came', async () => {
  await t.importRows({ 'customers.csv': ['id,country', 'C90,CA', 'C91,CA'] })
  const drafted = await t.call(refreshSegment, { segment_id: 'Canadians' })
  expect(unhashed(drafted)).toMatchInlineSnapshot(`
    "Proposal prop_2, a draft. Nothing has changed; a human must confirm it.
    ⟦Refresh the segment “Canadians”: 15 customers instead of 13 as of 2025-11-20T12:00:00Z⟧
    Touches 15 of 42 customers (36 %)
    members: ⟦13 customers⟧ → ⟦15 customers⟧
    Expires 2025-11-21T12:00:00Z
    Content hash <hash>"
  `)
  expect(t.ctx.segments.get('Canadians').members).toBe(13)
  await t.confirmLast()
  expect(t.ctx.segments.get('Canadians')).toMatchObject({ members: 15, version: 1 })
})

test('the change before it is the one to undo', async () => {
  const { content } = await t.call(undoChange, { segment_id: 'Canadians' })
  expect(content).toContain('Delete the segment')
})

test('lists have no count of their own', async () => {
  await t.importRows({ 'lists.csv': ['list,customer_id', 'VIP,C1'] })
  await expect(t.call(refreshSegment, { segment_id: 'VIP' })).rejects.toMatchObject({ code: 'conflict' })
})
