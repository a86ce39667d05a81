import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

describe('ranks, shares and what came after', () => {
  test.for([
    [
      'in the top 10% of spenders last year but not this year',
      'are among the top 10% by money spent last year but are not among the top 10% by money spent this year',
    ],
    [
      'top 100 by orders last year and also this year',
      'are among the top 100 customers by number of orders last year and are among the top 100 customers by number of orders this year',
    ],
    [
      'below the top 20% but still in the top 50% by spend',
      'are among the top 50% by money spent but are not among the top 20% by money spent',
    ],
    ['outside the top 100 by spend', 'are not among the top 100 customers by money spent'],
    ['anyone who spent at least 400', 'spent at least $400'],
    ['top 5% by what they spent this year', 'are among the top 5% by money spent this year'],
    [
      'top 5% by spend this year, online orders only',
      'are among the top 5% by money spent in orders through the channel online this year',
    ],
    [
      'top 15 by quantity of Coffee bought',
      'are among the top 15 customers by number of units bought of any product in the category Coffee',
    ],
    [
      'which 25 clients have the most refunded orders',
      'are among the top 25 customers by number of orders in orders with the status refunded or partially refunded',
    ],
    [
      'refund on at least half of their orders',
      'placed at least 50% of their orders with the status refunded or partially refunded',
    ],
    [
      'a code on more than half of their orders',
      'placed more than 50% of their orders with any discount code',
    ],
    ['got more than $50 off in total', 'saved more than $50 through discounts'],
    // What was taken off one order, and off all of them.
    ['an order with more than $20 off', 'placed at least 1 order with a discount of more than $20'],
    ['got over $30 off in a single order', 'placed at least 1 order with a discount of more than $30'],
    ['an order with 30 dollars or more off', 'placed at least 1 order with a discount of at least $30'],
    [
      'online orders with a discount above 20',
      'placed at least 1 order through the channel online with a discount of more than $20',
    ],
    ['a discount above 20 on one order', 'placed at least 1 order with a discount of more than $20'],
    [
      'last order came with between 5 and 15 off',
      'placed their last order with a discount of between $5 and $15',
    ],
    ['saved at least 10 on their first order', 'placed their first order with a discount of at least $10'],
    [
      '2+ orders with $5 off or more last quarter',
      'placed at least 2 orders with a discount of at least $5 last quarter',
    ],
    [
      'bought Tea with at least $10 off',
      'bought any product in the category Tea in orders with a discount of at least $10',
    ],
    ['never got more than $20 off an order', 'placed no orders with a discount of more than $20'],
    ['a discount of over 15% on at least one order', 'refused'],
    [
      'got 25 or more knocked off this year, all orders put together',
      'saved at least $25 through discounts this year',
    ],
    ['received over $50 in discounts', 'saved more than $50 through discounts'],
    ['spent less so far this year than in all of last year', 'spent less this year than last year'],
    ['spent at least double this year vs last year', 'spent at least 2 times as much this year as last year'],
    // Where an order was placed may stand behind a comma.
    ['ordered today, from a phone', 'placed at least 1 order on the device mobile today'],
    [
      'bought Tea last week, online',
      'bought any product in the category Tea in orders through the channel online last week',
    ],
    [
      'first order online and over 100, second within 30 days',
      'placed their first order through the channel online with a total of more than $100 and ordered for the first time and then ordered within 30 days of that',
    ],
    // “second” counts orders, and is no day of June.
    [
      'first order in May, second in June',
      'first ordered from 1 May 2025 to 31 May 2025 and placed their second order from 1 June 2025 to 30 June 2025',
    ],
    ['first order on the second of June', 'first ordered on 2 June 2025'],
    [
      'bought Coffee and nothing since',
      'bought any product in the category Coffee and at least once bought any product in the category Coffee and then never ordered after that',
    ],
    ['bought Coffee and nothing else', 'bought only products in the category Coffee'],
    // What one order held, and not what somebody ever bought.
    [
      'order with Accessories but without Coffee',
      'placed at least 1 order containing any product in the category Accessories without any product in the category Coffee',
    ],
    [
      'no order with Accessories but without Coffee',
      'placed no orders containing any product in the category Accessories without any product in the category Coffee',
    ],
    [
      'bought Accessories but no Coffee',
      'bought any product in the category Accessories but have never bought any product in the category Coffee',
    ],
    ['3 items per order', 'question'],
    ['at least 3 items in an order', 'placed at least 1 order of at least 3 units'],
    [
      'Coffee buyers who have not reordered in 90 days',
      'bought any product in the category Coffee but have not bought any product in the category Coffee in the last 90 days',
    ],
    ['not heard from them in the last 6 months', 'question'],
    ['net spend over 350 once refunds are taken off', 'spent more than $350 net of refunds'],
    [
      'first order under 30, now over 300 lifetime',
      'placed their first order with a total of less than $30 and spent more than $300',
    ],
    ['over 20 lifetime', 'question'],
    ['bought anything priced above 300', 'bought any product with a price of more than $300'],
    [
      'nothing but Tea, and ordered twice or more',
      'bought only products in the category Tea and ordered at least 2 times',
    ],
    // When, where and by what may stand on either side of how many.
    [
      'the top 20 percent minus the top 5 percent (lifetime spend)',
      'are among the top 20% by money spent but are not among the top 5% by money spent',
    ],
    [
      'top 20% but not the top 5%, by number of orders',
      'are among the top 20% by number of orders but are not among the top 5% by number of orders',
    ],
    ['this year’s top 50 spenders', 'are among the top 50 customers by money spent this year'],
    [
      'top 50 by 2024 spend',
      'are among the top 50 customers by money spent from 1 January 2024 to 31 December 2024',
    ],
    ['top 20 by last year’s orders', 'are among the top 20 customers by number of orders last year'],
    [
      'biggest 30 mobile spenders',
      'are among the top 30 customers by money spent in orders on the device mobile',
    ],
    [
      'top 5 percent most frequent in-store buyers',
      'are among the top 5% by number of orders in orders through the channel in_store',
    ],
    ['lower quarter of buyers by AOV', 'are among the bottom 25% by average order'],
    [
      'the 100 customers who’ve been with us longest',
      'are among the bottom 100 customers by date of signing up (earliest first)',
    ],
    ['newest 100 customers', 'are among the top 100 customers by date of the first order (latest first)'],
    [
      'the ten biggest single orders, I need the people behind them',
      'are among the top 10 customers by largest order',
    ],
    [
      '60 best from France plus 60 best from Italy, by spend',
      'either are among the top 60 customers by money spent among those who (are in France) or are among the top 60 customers by money spent among those who (are in Italy)',
    ],
    ['rank by units bought, take the first 15', 'are among the top 15 customers by number of units bought'],
    [
      'sort women in France by AOV, lowest first, and take the first 30',
      'are among the bottom 30 customers by average order among those who (have the gender female and are in France)',
    ],
    [
      'Spend on Coffee: give me the 40 at the top',
      'are among the top 40 customers by money spent on any product in the category Coffee',
    ],
    [
      'who spent the most on Tea this year? top 20 please',
      'are among the top 20 customers by money spent on any product in the category Tea this year',
    ],
    // What “again” is said of was done before.
    [
      'women who have not reordered Tea in 90 days',
      'have the gender female and bought any product in the category Tea but have not bought any product in the category Tea in the last 90 days',
    ],
    ['never reordered Coffee', 'bought any product in the category Coffee exactly 1 time'],
    // “Total” orders are all of them together.
    ['total online purchases of $250 or more', 'spent at least $250 over orders through the channel online'],
    ['total online orders of 5 or more', 'placed at least 5 orders through the channel online'],
    ['Coffee on repeat: two orders minimum', 'question'],
    // A season is no part of a product’s name behind “in”.
    ['order mostly in winter', 'question'],
  ])('%s', ([text = '', meant]) => expect(read(text)).toBe(meant))
})
