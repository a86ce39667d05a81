import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANADA, openTools, type TestTools } from '../context.fixture.ts'
import { getSegment } from './get-segment.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('shows a segment with its words, history and uses', async () => {
  const previewId = await t.count({ all: [{ type: 'segment', segment: 'Lost' }, CANADA] })
  await t.ctx.draft.proposal(
    { kind: 'create_segment', name: 'Lost ⟦Canada⟧', description: 'For the spring', previewId },
    { actor: t.ctx.actor },
  )
  await t.confirmLast()
  expect((await t.call(getSegment, { segment_id: 'lost ⟦canada⟧' })).content).toMatchInlineSnapshot(`
    "⟦Lost Canada⟧ (seg_1, custom): 0 customers as of 2025-11-20T12:00:00Z
    ⟦For the spring⟧
    Customers who ⟦are in the segment Lost and are in Canada⟧
    Criteria: ⟦{"all":[{"type":"segment","segment":"seg_rfm_lost"},{"type":"attribute","field":"country","op":"equals","value":"CA"}]}⟧
    Version 1, 2025-11-20T12:00:00Z, by ⟦An approver⟧: ⟦Lost Canada⟧"
  `)
  const lost = await t.call(getSegment, { segment_id: 'Lost' })
  expect(lost.content).toMatchInlineSnapshot(`
    "⟦Lost⟧ (seg_rfm_lost, default): not counted yet
    ⟦Bought seldom and for little, and longest ago⟧
    Objective: Monitor. Campaign type: Sunset
    Customers who ⟦are in the RFM segment Lost⟧
    Criteria: ⟦{"type":"rfm","segment":["Lost"]}⟧
    Used by ⟦Lost Canada⟧ (seg_1)
    Version 1, 2025-11-20T12:00:00Z, by ⟦Muster⟧: ⟦Lost⟧"
  `)
  expect(lost.details).toMatchObject({ words: 'are in the RFM segment Lost', usedBy: [{ id: 'seg_1' }] })
})

test('shows a list', async () => {
  await t.importRows({ 'lists.csv': ['list,customer_id', 'Fair,C1'] })
  const { content } = await t.call(getSegment, { segment_id: 'Fair' })
  expect(content).toContain('A list: its members come from elsewhere')
})
