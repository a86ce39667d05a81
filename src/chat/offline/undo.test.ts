import { expect, test } from 'vitest'
import type { HeardTurn, Step } from './heard.ts'
import { undoMove } from './undo.ts'

const confirmed: Step = {
  tool: 'list_proposals',
  input: { state: 'confirmed' },
  answer: {
    content: '',
    details: {
      proposals: [
        {
          kind: 'update_segment',
          summary: 'Rename “VIP”',
          targetId: 'seg_1',
          outcome: { segmentId: 'seg_1' },
        },
      ],
    },
  },
}
const asked: Step = { tool: 'suggest_readings', input: {}, answer: { content: '', details: {} } }
const spoken: HeardTurn = { text: 'gift givers in the uk', steps: [] }
const undoing = { calls: [{ tool: 'undo_change', input: { segment_id: 'seg_1' } }] }

test('“undo” as the first words takes back the newest change that anybody confirmed', () => {
  expect(undoMove(undefined, [confirmed], [])).toEqual(undoing)
})

test('behind other talk it is asked about first, and drafted once that is answered', () => {
  expect(undoMove(undefined, [confirmed], [spoken])).toMatchObject({
    calls: [{ tool: 'suggest_readings', input: { question: expect.stringContaining('Rename “VIP”') } }],
  })
  const again: HeardTurn = { text: 'undo that', steps: [confirmed, asked] }
  expect(undoMove(undefined, [confirmed], [spoken, again])).toEqual(undoing)
})
