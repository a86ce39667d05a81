import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANADA, openTools, type TestTools, unhashed } from '../context.fixture.ts'
import { cloneSegment } from './clone-segment.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('drafts a copy under a name of its own', async () => {
  const result = await t.call(cloneSegment, { segment_id: 'Need Attention' })
  expect(unhashed(result)).toMatchInlineSnapshot(`
    "Proposal prop_1, a draft. Nothing has changed; a human must confirm it.
    ⟦Clone the segment “Need Attention” as “Need Attention (copy)” with 6 customers⟧
    Touches 6 of 40 customers (15 %)
    Expires 2025-11-21T12:00:00Z
    Content hash <hash>"
  `)
})

test('drafts a copy that a preview refined', async () => {
  const preview_id = await t.count({ all: [{ type: 'segment', segment: 'Need Attention' }, CANADA] })
  const { details } = await t.call(cloneSegment, { segment_id: 'Need Attention', preview_id, name: 'Ours' })
  expect(details).toMatchObject({
    proposal: { summary: 'Clone the segment “Need Attention” as “Ours” with 2 customers', count: 2 },
  })
})
