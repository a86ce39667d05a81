import { expect, test } from 'vitest'
import type { Why } from '#domain/explanations/shown.ts'
import { cardChunk, cardsOf } from './cards.ts'

test('why somebody is or is not in it is drawn as a card', () => {
  const why: Why = {
    entity: 'customer',
    customer: { id: 'C1', name: 'A. B.', email: '' },
    holds: false,
    lines: [
      { depth: 0, holds: false, words: 'are in Canada', actual: 'is in France', miss: null, joined: null },
    ],
    nearest: [{ words: 'are in Canada', holds: false, miss: null }],
    next: { at: null, days: 400, because: [], heldStill: false },
  }
  const cards = cardsOf({
    tool: 'explain_customer',
    answer: { content: 'Customer C1 is not in it.', details: why },
    previews: [],
    proposals: [],
  })
  expect(cards.map(cardChunk)).toEqual([{ type: 'data-why', data: why }])
})
