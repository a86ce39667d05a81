import { expect, test } from 'vitest'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

test.for<[string, string]>([
  ['smallest order under 10', 'orders smallest < 10'],
  ['whose cheapest order was at least $20 this year', 'orders smallest >= 20 [calendar year 0]'],
  ['lowest order value below 5 dollars', 'orders smallest < 5'],
  ['have a smallest order of more than $20', 'orders smallest > 20'],
  ['every order was over 50', 'orders smallest > 50'],
  ['customers with all orders under 50 dollars', 'orders largest < 50'],
  [
    'each order between 20 and 50 this year',
    '(orders smallest >= 20 [calendar year 0] & orders largest <= 50 [calendar year 0])',
  ],
  ['not every order over 50', '(orders count >= 1 & not(orders smallest > 50))'],
  ['every order they ever placed was at least 60', 'orders smallest >= 60'],
  ['every order this year was over 60', 'orders smallest > 60 [calendar year 0]'],
  ['each of their purchases was in store', 'share orders = 100 {channel:in_store}'],
])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))
