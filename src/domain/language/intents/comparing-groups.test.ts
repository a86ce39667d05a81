import { expect, test } from 'vitest'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

test.for([
  'every US customer apart from the ones in Texas and California',
  'customers in France, not different from the ones in Paris',
  'customers in France or Germany with more than 3 orders',
])('%s: nobody asks for a comparison', (text) => {
  expect(interpret(text, situation())).not.toMatchObject({ kind: 'command' })
})

test.for([
  'France vs Germany, revenue so far this year',
  'revenue this quarter, Champions vs VIP',
  'this quarter’s revenue: Champions vs VIP',
  'compare revenue this month for Champions and VIP',
  'average order value last year, VIP versus customers in France',
])('%s: a comparison of a time is refused, with what can be asked', (text) => {
  expect(interpret(text, situation())).toMatchObject({
    kind: 'refused',
    missing: ['comparisons of a time'],
  })
})

test('without a time they are compared', () => {
  expect(interpret('revenue, Champions vs VIP', situation())).toMatchObject({ kind: 'command' })
})
