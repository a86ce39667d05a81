import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

describe('what is left out of a count, and who', () => {
  test.for([
    [
      'spent over 500, not counting refunded orders',
      'spent more than $500 over orders with the status paid or pending',
    ],
    [
      'spent over 500 excluding cancelled and refunded orders',
      'spent more than $500 over orders with the status paid or pending',
    ],
    [
      'at least 3 orders, not counting refunded ones',
      'placed at least 3 orders with the status paid or pending',
    ],
    [
      '3+ orders leaving out online orders',
      'placed at least 3 orders through the channel in_store or marketplace',
    ],
    [
      'spent over 300 ignoring orders with a discount code',
      'spent more than $300 over orders without a discount code',
    ],
    ['4 or more orders, excluding orders under $20', 'placed at least 4 orders with a total of at least $20'],
    [
      'spent over 500 (refunded orders not counted)',
      'spent more than $500 over orders with the status paid or pending',
    ],
    [
      'bought Tea at least twice, not counting refunded orders',
      'bought any product in the category Tea at least 2 times in orders with the status paid or pending',
    ],
    ['spent over 500 excluding orders with the code SUMMER20', 'question'],
    [
      '3+ orders, excluding those with refunded orders',
      'ordered at least 3 times but not those who placed at least 1 order with the status refunded or partially refunded',
    ],
    ['spent over 200, refunds not counted', 'spent more than $200 net of refunds'],
    ['women on the list', 'question'],
    ['in France, on our list, but no order in 90 days', 'question'],
    [
      '25 biggest Tea buyers by units',
      'are among the top 25 customers by number of units bought of any product in the category Tea',
    ],
    [
      'top 15 buyers of Tea by quantity',
      'are among the top 15 customers by number of units bought of any product in the category Tea',
    ],
    [
      'opened 3+ emails in the last 30 days without a click',
      'opened an e-mail at least 3 times in the last 30 days but have not clicked an e-mail in the last 30 days',
    ],
    [
      'opened at least 3 emails without clicking, last 30 days',
      'opened an e-mail at least 3 times in the last 30 days but have not clicked an e-mail in the last 30 days',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})
