import { expect, test } from 'vitest'
import { costOf, TOOL_LIST_BUDGET } from './tool-list-cost.ts'

test('the whole list of tools costs a client at most 6,000 tokens', () => {
  expect(TOOL_LIST_BUDGET).toBe(6000)
  expect(costOf().total).toBeLessThanOrEqual(TOOL_LIST_BUDGET)
})
