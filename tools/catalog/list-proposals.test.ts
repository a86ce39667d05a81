import { afterAll, beforeAll, expect, test } from 'vitest'
import { GOOD_CANADA, openTools, type TestTools } from '../context.fixture.ts'
import { listProposals } from './list-proposals.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('lists what waits for a human, and what became of others', async () => {
  expect((await t.call(listProposals, {})).content).toBe('No proposal is in the state draft')
  for (const name of ['One', 'Two']) {
    const previewId = await t.count(GOOD_CANADA)
    await t.ctx.draft.proposal(
      { kind: 'create_segment', name, description: '', previewId },
      { actor: t.ctx.actor },
    )
  }
  const drafted = Object((await t.call(listProposals, {})).details).proposals
  expect(drafted).toMatchObject([{ id: 'prop_2' }, { id: 'prop_1' }])
  await t.confirmLast()
  expect((await t.call(listProposals, {})).content).toMatchInlineSnapshot(`
    "1 in the state draft:
    - prop_1: ⟦Create the segment “One” with 7 customers⟧, drafted 2025-11-20T12:00:00Z by ⟦Tester⟧"
  `)
  const { content, details } = await t.call(listProposals, { state: 'confirmed' })
  expect(content).toContain('decided 2025-11-20T12:00:00Z by ⟦An approver⟧')
  expect(Object(details).proposals).toHaveLength(1)
})
