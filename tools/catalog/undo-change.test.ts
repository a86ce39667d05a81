import { afterAll, beforeAll, expect, test } from 'vitest'
import { GOOD_CANADA, openTools, type TestTools, unhashed } from '../context.fixture.ts'
import { undoChange } from './undo-change.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('drafts the way back, also from a deletion', async () => {
  const previewId = await t.count(GOOD_CANADA)
  const { actor } = t.ctx
  await t.ctx.draft.proposal(
    { kind: 'create_segment', name: 'Good Canada', description: '', previewId },
    { actor },
  )
  await t.confirmLast()
  const segmentId = t.services.segments.get('Good Canada').id

  const creation = await t.call(undoChange, { segment_id: 'Good Canada' })
  expect(creation.details).toMatchObject({ proposal: { kind: 'delete_segment' } })
  await t.confirmLast()
  const deletion = await t.call(undoChange, { segment_id: segmentId })
  expect(unhashed(deletion)).toMatchInlineSnapshot(`
    "Proposal prop_3, a draft. Nothing has changed; a human must confirm it.
    ⟦Restore version 1 of the segment “Good Canada” with 7 customers⟧
    Touches 7 of 40 customers (18 %)
    segment: – → ⟦Good Canada⟧
    Expires 2025-11-21T12:00:00Z
    Content hash <hash>"
  `)
  expect(await t.call(undoChange, { segment_id: segmentId, version: 1 })).toMatchObject({
    details: { proposal: { kind: 'undo', targetId: segmentId } },
  })
})
