import { describe, expect, test } from 'vitest'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { customerWith, nobodyElse, reading } from '../shared/customer.fixture.ts'
import { nothingInside } from '../shared/customer.fixture.ts'
import { figures, type FiguresCondition } from './figures.ts'

const read = (text: string) => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? found : expect.unreachable(`“${text}” is read as ${found.kind}`)
}

describe('who is in where one of the two is nothing', () => {
  const visits = (op: FiguresCondition['op']): FiguresCondition => ({
    type: 'figures',
    left: { from: 'events', event: ['visited_site'] },
    op,
    right: { from: 'orders', measure: 'count' },
  })
  const holds = (condition: FiguresCondition, history: Parameters<typeof customerWith>[0]) =>
    figures.holds(condition, customerWith(history), nobodyElse, reading, nothingInside)
  const visited = { events: [['visited_site', '2025-11-01']] } as const

  test('one visit is more than no order', () => {
    expect(holds(visits('>'), visited)).toBe(true)
    expect(holds(visits('>'), { ...visited, orders: ['2025-11-02'] })).toBe(false)
  })
  test('nobody who has nothing of either is in, though 0 is at most 0', () => {
    expect(holds(visits('<='), {})).toBe(false)
    expect(holds(visits('='), {})).toBe(false)
    expect(holds(visits('<='), { orders: ['2025-11-02'] })).toBe(true)
  })
  test('an average that is unknown is compared with nothing', () => {
    const condition: FiguresCondition = {
      type: 'figures',
      left: { from: 'orders', measure: 'largest' },
      op: '>=',
      right: { from: 'orders', measure: 'average' },
    }
    expect(holds(condition, {})).toBe(false)
    expect(holds(condition, { orders: ['2025-11-02'] })).toBe(true)
  })
  test('it is said whom 0 lets in', () => {
    expect(read('more visits than orders').assumptions).toContain(
      'Who has none of the second counts as 0 there, and is in if they have any of the first.',
    )
  })
})

test.for([
  ['more opens than clicks in May 2025', 'The time is read for both figures.'],
  ['opened more emails than last month', 'That is read as this month against last month.'],
  ['bought more Tea than Coffee', 'Pieces are counted; say “more often” to count orders.'],
  ['ordered twice as often on mobile as on desktop', '“twice” is read as at least that.'],
  [
    'did not spend more on Tea than on Coffee',
    'Who has nothing of either is in too; add “and bought before” to leave them out.',
  ],
] as const)('“%s” states how it is read', ([text, stated]) => {
  expect(read(text).assumptions).toContain(stated)
})

test.for([
  ['spend 2025 > spend 2024', 'orders in 2025 are another condition than amounts of 2,025'],
  ['spent less than half of last year’s spend this year', 'the same figure at two times'],
] as const)('“%s” is a change: %s', ([text]) => {
  expect(brief(read(text).criteria)).toContain('change')
})

test.for([
  ['spent half as much on Tea as on Coffee', 'At least half, or at most?'],
  [
    'their total spend exceeds their number of orders',
    'An amount of money can’t be compared with a number of things. Which two figures do you mean?',
  ],
] as const)('“%s” is asked about', ([text, question]) => {
  expect(interpret(text, situation())).toMatchObject({ kind: 'question', question })
})
