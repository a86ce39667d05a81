import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANADA, GOOD_CANADA, openTools, type TestTools, unhashed } from '../context.fixture.ts'
import { createSegment } from './create-segment.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('drafts a proposal and changes nothing', async () => {
  const preview_id = await t.count(GOOD_CANADA)
  const result = await t.call(createSegment, { preview_id, name: 'Good Canada' })
  expect(unhashed(result)).toMatchInlineSnapshot(`
    "Proposal prop_1, a draft. Nothing has changed; a human must confirm it.
    ⟦Create the segment “Good Canada” with 7 customers⟧
    Touches 7 of 40 customers (18 %)
    Expires 2025-11-21T12:00:00Z
    Content hash <hash>"
  `)
  expect(result.details).toMatchObject({
    proposal: { kind: 'create_segment', state: 'draft', count: 7, preview: { id: preview_id } },
  })
  expect(t.services.segments.find('Good Canada')).toBeUndefined()
})

test('takes no criteria, no empty name and no preview that never was', async () => {
  const preview_id = await t.count(GOOD_CANADA)
  await expect(t.call(createSegment, { preview_id, name: ' ' })).rejects.toMatchObject({ path: ['name'] })
  await expect(t.call(createSegment, { criteria: CANADA, name: 'A' })).rejects.toMatchObject({
    path: ['preview_id'],
  })
  await expect(t.call(createSegment, { preview_id: 'prev_0', name: 'A' })).rejects.toMatchObject({
    code: 'not_found',
  })
})
