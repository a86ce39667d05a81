import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparison } from '../../criteria/pieces.fixture.ts'
import { normalCriteria } from '../../criteria/normal.ts'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { readBack, spokenOrderFilter, spokenWindow } from '../../language/spoken.fixture.ts'
import { conditionSchema } from '../index.ts'
import { GAPS } from './order-gap-plans.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

describe('the time between orders', () => {
  test.for<[string, string]>([
    ['average gap between orders under 30 days', 'order_gap average < 30'],
    [
      'customers in France with an average time between orders of less than 2 months',
      '(country equals FR & order_gap average < 60)',
    ],
    ['orders at least every 2 weeks on average', 'order_gap average <= 14'],
    ['went more than 90 days between two orders', 'order_gap longest > 90'],
    ['never went more than 90 days between orders', 'not(order_gap longest > 90)'],
    ['longest gap between orders over 90 days in the last 2 years', 'order_gap longest > 90 [last 2 year]'],
    ['shortest time between purchases under 7 days', 'order_gap shortest < 7'],
    ['at least 90 days passed between their last two orders', 'order_gap last >= 90'],
    ['last two orders more than 3 months apart', 'order_gap last > 90'],
    ['days between first and second order under 14', 'order_gap first < 14'],
    ['second order came within 30 days of the first', 'order_gap first <= 30'],
    ['whose second purchase happened more than 90 days after the first', 'order_gap first > 90'],
    ["whose second order didn't come within 30 days of the first", 'order_gap first > 30'],
    ['took more than 60 days to place their second order', 'order_gap first > 60'],
    ['average gap between online orders under 30 days', 'question'],
    ['overdue customers', 'order_gap average 1'],
    ['customers in France who are overdue for a reorder', '(country equals FR & order_gap average 1)'],
    ['should have reordered by now', 'order_gap average 1'],
    ['people who should have bought again by now', 'order_gap average 1'],
    ["haven't ordered for longer than usual", 'order_gap average 1'],
    ["hasn't bought in more than twice their usual interval", 'order_gap average 2'],
    ['past their usual reorder date', 'order_gap average 1'],
    ['gone longer than their longest gap between orders without an order', 'order_gap longest 1'],
    ['not overdue', 'not(order_gap average 1)'],
  ])('%s: %s', ([text, meaning]) => expect(read(text).replace(/^refused$/, 'question')).toBe(meaning))

  test('words are read back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GAPS),
        comparison(fc.constantFrom(0.5, 1, 14, 30, 90)),
        fc.option(spokenWindow, { nil: undefined }),
        fc.option(spokenOrderFilter, { nil: undefined }),
        fc.option(fc.constantFrom(0.5, 1, 1.5, 2), { nil: undefined, freq: 2 }),
        (gap, test, within, where, overdue) => {
          const condition = conditionSchema.parse({
            type: 'order_gap',
            gap,
            ...(overdue === undefined ? test : { overdue }),
            ...(within && { within }),
            ...(where && { where }),
          })
          expect(readBack(condition)).toEqual(normalCriteria(condition))
        },
      ),
      { numRuns: 200 },
    )
  })
})
