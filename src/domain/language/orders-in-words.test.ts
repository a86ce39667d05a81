import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

describe('orders, and what they came to', () => {
  test.for([
    // What several orders come to is their sum; “each”, or one order, is of its own total.
    [
      '2+ orders this year totalling more than 300',
      'ordered at least 2 times this year and spent more than $300 this year',
    ],
    [
      '3 orders or more in the last 6 weeks that add up to 200 or more',
      'ordered at least 3 times in the last 6 weeks and spent at least $200 in the last 6 weeks',
    ],
    ['at least 3 orders worth over 500 in total', 'ordered at least 3 times and spent more than $500'],
    ['4 or more orders which together come to over 400', 'ordered at least 4 times and spent more than $400'],
    ['orders totalling more than 300', 'spent more than $300'],
    ['at least 2 orders totalling over 300 each', 'placed at least 2 orders with a total of more than $300'],
    ['an order totalling more than 300', 'placed at least 1 order with a total of more than $300'],
    // The only order there is.
    [
      'customers whose single order was above 100',
      'ordered exactly 1 time and placed their first order with a total of more than $100',
    ],
    [
      'exactly one order, worth 100 or more',
      'ordered exactly 1 time and placed their first order with a total of at least $100',
    ],
    [
      'just one order ever and it was over 200',
      'ordered exactly 1 time and placed their first order with a total of more than $200',
    ],
    ['exactly one order over 100', 'placed exactly 1 order with a total of more than $100'],
    [
      'first order over 150 and never a second one',
      'placed their first order with a total of more than $150 and ordered exactly 1 time',
    ],
    // People are worth what they spent; so are products, of which the total of an order says nothing.
    ['UK customers worth more than 300', 'are in the United Kingdom and spent more than $300'],
    ['VIPs worth over 1000', 'are on the list VIP and spent more than $1,000'],
    ['bought Coffee worth over 50', 'spent more than $50 on any product in the category Coffee'],
    [
      'average online order above 90',
      'have an average order of more than $90 over orders through the channel online',
    ],
    [
      'online basket avg over 90',
      'have an average order of more than $90 over orders through the channel online',
    ],
    ['spent under 150 all together', 'spent less than $150'],
    ['3+ orders but all together they spent under 150', 'ordered at least 3 times and spent less than $150'],
    // Vague words, with what they mean behind them.
    ['our whales, let’s say 1.5k and up', 'spent at least $1,500'],
    ['big spenders (over 800) in France', 'spent more than $800 and are in France'],
    ['large orders, say over 200', 'placed at least 1 order with a total of more than $200'],
    ['big first order (150 or up)', 'placed their first order with a total of at least $150'],
    ['high rollers: over 2,000 spent, 5+ orders', 'spent more than $2,000 and ordered at least 5 times'],
    ['large orders (over 200 each)', 'placed at least 1 order with a total of more than $200'],
    // So few may be how many.
    ['large orders: at least 3', 'question'],
    // Days of one month, which is said once.
    ['ordered on Feb 13 and 14 this year', 'ordered from 13 February 2025 to 14 February 2025'],
    ['ordered on 13 or 14 February', 'ordered from 13 February 2025 to 14 February 2025'],
    ['ordered on the 3rd or 9th of May', 'either ordered on 3 May 2025 or ordered on 9 May 2025'],
    [
      'ordered in May and 3 times in June',
      'ordered from 1 May 2025 to 31 May 2025 and ordered at least 3 times from 1 June 2025 to 30 June 2025',
    ],
    ['ordered between the 3rd and 9th of May', 'ordered from 3 May 2025 to 9 May 2025'],
    ['top 10 in 2024 and 2025 by spend', 'question'],
    ['at least 2 orders, online', 'placed at least 2 orders through the channel online'],
    [
      'spent over 100 last month, online',
      'spent more than $100 over orders through the channel online last month',
    ],
    // Nothing beside several kinds.
    ['bought only Tea and Coffee', 'bought only products in the category Tea or Coffee'],
    ['never bought anything but Tea and Coffee', 'bought only products in the category Tea or Coffee'],
    ['bought only Tea and Nike', 'question'],
    // “Nothing” where no deed is named.
    [
      'nothing in 9 months but 3+ orders before',
      'ordered at least 3 times but have not ordered in the last 9 months',
    ],
    [
      'opened an email in May, nothing since June',
      'opened an e-mail from 1 May 2025 to 31 May 2025 but have not opened an e-mail since 1 June 2025',
    ],
    [
      'leave out staff: top 100 spenders',
      'are among the top 100 customers by money spent among those who (are not tagged staff)',
    ],
  ])('%s', ([text = '', meant]) => expect(read(text)).toBe(meant))
})
