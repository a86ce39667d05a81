import { afterAll, beforeAll, expect, test } from 'vitest'
import { GOOD_CANADA, openTools, OVER_100, type TestTools, unhashed } from '../context.fixture.ts'
import { updateSegment } from './update-segment.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('other criteria, other words: each is told', async () => {
  const previewId = await t.count(GOOD_CANADA)
  await t.ctx.draft.proposal(
    { kind: 'create_segment', name: 'Good Canada', description: '', previewId },
    { actor: t.ctx.actor },
  )
  await t.confirmLast()
  const preview_id = await t.count(OVER_100)
  const updated = await t.call(updateSegment, { segment_id: 'good canada', preview_id, name: 'Good' })
  expect(unhashed(updated)).toMatchInlineSnapshot(`
    "Proposal prop_2, a draft. Nothing has changed; a human must confirm it.
    ⟦Update the segment “Good Canada”: 20 customers instead of 7⟧
    Touches 20 of 40 customers (50 %)
    name: ⟦Good Canada⟧ → ⟦Good⟧
    criteria: ⟦are in Canada and spent more than $100⟧ → ⟦spent more than $100⟧
    members: ⟦7 customers⟧ → ⟦20 customers⟧
    Expires 2025-11-21T12:00:00Z
    Content hash <hash>"
  `)

  const renamed = await t.call(updateSegment, { segment_id: 'good canada', name: 'Better Canada' })
  expect(renamed.details).toMatchObject({ proposal: { kind: 'rename_segment', count: null } })
  expect(t.services.segments.get('Good Canada').version).toBe(1)
})

test('default segments stay as they are', async () => {
  await expect(t.call(updateSegment, { segment_id: 'Lost', name: 'Gone' })).rejects.toMatchObject({
    code: 'conflict',
    next: 'Clone it, and change the clone.',
  })
})

test('rules are a change of their own, and name people masked', async () => {
  const { content } = await t.call(updateSegment, {
    segment_id: 'Lost',
    rules: { in: ['C12'], out: ['dmitri.15@example.com'], most: '20%' },
  })
  expect(content).toContain(
    '⟦Require of the segment “Lost”: C12 (A. N.) must be in it; C15 (D. N.) must not be in it; at most 20% of all customers⟧',
  )
  await expect(
    t.call(updateSegment, { segment_id: 'Lost', name: 'Gone', rules: { most: '5' } }),
  ).rejects.toThrow('Rules are a change of their own')
  await expect(t.call(updateSegment, { segment_id: 'Lost', rules: { most: 'few' } })).rejects.toThrow(
    'does not fit',
  )
})
