import { afterAll, beforeAll, expect, test } from 'vitest'
import { GOOD_CANADA, openTools, type TestTools, unhashed } from '../context.fixture.ts'
import { getProposal } from './get-proposal.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('shows what was proposed and what became of it', async () => {
  const previewId = await t.count(GOOD_CANADA)
  const { id } = await t.ctx.draft.proposal(
    { kind: 'create_segment', name: 'Good Canada', description: '', previewId },
    { actor: t.ctx.actor },
  )
  await t.confirmLast()
  expect(unhashed(await t.call(getProposal, { proposal_id: id }))).toMatchInlineSnapshot(`
    "Proposal prop_1, confirmed by a human: the change was made.
    ⟦Create the segment “Good Canada” with 7 customers⟧
    Touches 7 of 40 customers (18 %)
    Content hash <hash>"
  `)
  await expect(t.call(getProposal, { proposal_id: 'prop_0' })).rejects.toMatchObject({ code: 'not_found' })
})
