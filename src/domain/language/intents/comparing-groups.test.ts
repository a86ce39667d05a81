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

test('a comparison of a time is refused, with what can be asked', () => {
  expect(interpret('France vs Germany, revenue so far this year', situation())).toMatchObject({
    kind: 'refused',
    missing: ['comparisons of a time'],
  })
})
