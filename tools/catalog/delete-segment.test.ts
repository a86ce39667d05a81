import { afterAll, beforeAll, expect, test } from 'vitest'
import { GOOD_CANADA, openTools, type TestTools, unhashed } from '../context.fixture.ts'
import { deleteSegment } from './delete-segment.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('drafts a deletion, which is none yet', async () => {
  const previewId = await t.count(GOOD_CANADA)
  await t.ctx.draft.proposal(
    { kind: 'create_segment', name: 'Good Canada', description: '', previewId },
    { actor: t.ctx.actor },
  )
  await t.confirmLast()
  const result = await t.call(deleteSegment, { segment_id: 'Good Canada' })
  expect(unhashed(result)).toMatchInlineSnapshot(`
    "Proposal prop_2, a draft. Nothing has changed; a human must confirm it.
    ⟦Delete the segment “Good Canada” with 7 customers⟧
    Touches 7 of 40 customers (18 %)
    segment: ⟦Good Canada⟧ → –
    Expires 2025-11-21T12:00:00Z
    Content hash <hash>"
  `)
  expect(t.services.segments.find('Good Canada')).toBeDefined()
})
