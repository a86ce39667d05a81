import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCriteria } from '../../criteria/normal.ts'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { readBack, spokenOrderFilter, spokenProducts, spokenWindow } from '../../language/spoken.fixture.ts'
import { conditionSchema } from '../index.ts'
import { CHANGE_MEASURES, CHANGE_OPERATORS } from './change.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

describe('one stretch of time against another', () => {
  test.for<[string, string]>([
    [
      'spent more in the last 6 months than in the 6 months before that',
      'change spend [last 6 month] > [ago 6 12 month]',
    ],
    ['spending is up on last year', 'change spend [calendar year 0] > [calendar year -1]'],
    ['spends less than last year', 'change spend [calendar year 0] < [calendar year -1]'],
    ['ordered more often this year than last year', 'change count [calendar year 0] > [calendar year -1]'],
    [
      'spent at least twice as much this quarter as last quarter',
      'change spend [calendar quarter 0] >= 2 [calendar quarter -1]',
    ],
    [
      'spent less in the last 90 days than in the period before',
      'change spend [last 90 day] < [ago 90 180 day]',
    ],
    [
      'spent more on Tea this year than last year',
      'change spend [calendar year 0] > [calendar year -1] {category:Tea}',
    ],
    [
      'spent more in 2025 than in 2024',
      'change spend [from 2025-01-01 to 2025-12-31] > [from 2024-01-01 to 2024-12-31]',
    ],
    ['bought more units this month than last month', 'change units [calendar month 0] > [calendar month -1]'],
    [
      'spent more per order this year than last year',
      'change average [calendar year 0] > [calendar year -1]',
    ],
    [
      'spent at most 80% as much this year as last year',
      'change spend [calendar year 0] <= 0.8 [calendar year -1]',
    ],
    [
      'customers in France who spent less this year than last year',
      '(country equals FR & change spend [calendar year 0] < [calendar year -1])',
    ],
    [
      'AOV down 20% against the quarter before',
      'change average [calendar quarter 0] <= 0.8 [calendar quarter -1]',
    ],
    [
      'whose average order value fell by more than 20% this quarter compared to last quarter',
      'change average [calendar quarter 0] < 0.8 [calendar quarter -1]',
    ],
    [
      'spend dropped by half compared to last year',
      'change spend [calendar year 0] <= 0.5 [calendar year -1]',
    ],
    [
      'spending on Tea halved this year',
      'change spend [calendar year 0] <= 0.5 [calendar year -1] {category:Tea}',
    ],
    ['more orders this quarter than last', 'change count [calendar quarter 0] > [calendar quarter -1]'],
    [
      'customers with fewer orders this year than last year',
      'change count [calendar year 0] < [calendar year -1]',
    ],
    ['doubled their spend this year', 'change spend [calendar year 0] >= 2 [calendar year -1]'],
    [
      'cut their spending by at least a third in the last 90 days vs the 90 days before',
      'change spend [last 90 day] <= 0.6667 [ago 90 180 day]',
    ],
    ['spent 20% less this year than last year', 'change spend [calendar year 0] <= 0.8 [calendar year -1]'],
    [
      'ordered 30% more often this year than last',
      'change count [calendar year 0] >= 1.3 [calendar year -1]',
    ],
    ['spend up 50% year over year', 'change spend [calendar year 0] >= 1.5 [calendar year -1]'],
    [
      'customers with revenue up 50% year over year',
      'change spend [calendar year 0] >= 1.5 [calendar year -1]',
    ],
    // Companies have a revenue as well.
    ['revenue up 50% year over year', 'question'],
    [
      'whose spend is down 30% or more versus last year',
      'change spend [calendar year 0] <= 0.7 [calendar year -1]',
    ],
    ['whose AOV did not drop this year', 'not(change average [calendar year 0] < [calendar year -1])'],
    ['spend dropped by half', 'question'],
    ['spent more than 500 this year', 'orders spend > 500 [calendar year 0]'],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test('a running period and people with nothing in one of the two are stated', () => {
    const found = interpret('ordered less often this year than last year', situation())
    expect(found.kind === 'criteria' && found.assumptions).toEqual([
      'This year so far is compared with a whole year; give both stretches as dates to compare the same days.',
      'Who had nothing in the first time counts as 0 there, and is in; add that they ordered in it to leave them out.',
    ])
  })

  test.for(['increased their spending', 'spends less than before'])('%s has no times to compare', (text) =>
    expect(read(text)).toMatch(/^(?:question|refused)$/),
  )

  test('words are read back', () => {
    fc.assert(
      fc.property(
        fc.record({
          measure: fc.constantFrom(...CHANGE_MEASURES),
          within: spokenWindow,
          against: spokenWindow,
          op: fc.constantFrom(...CHANGE_OPERATORS),
        }),
        fc.option(fc.constantFrom(0.5, 0.8, 1.5, 2), { nil: undefined }),
        fc.option(spokenProducts, { nil: undefined }),
        fc.option(spokenOrderFilter, { nil: undefined }),
        (drawn, times, of, where) => {
          fc.pre(JSON.stringify(drawn.within) !== JSON.stringify(drawn.against))
          const ofProducts = drawn.measure !== 'net_spend' && drawn.measure !== 'average'
          const condition = conditionSchema.parse({
            type: 'change',
            ...drawn,
            ...(times && { times }),
            ...(of && ofProducts && { of }),
            ...(where && { where }),
          })
          expect(readBack(condition)).toEqual(normalCriteria(condition))
        },
      ),
      { numRuns: 200 },
    )
  })
})
