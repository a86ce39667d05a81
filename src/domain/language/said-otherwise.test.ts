import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

describe('as other people say it', () => {
  test.for([
    ["people we don't have a birthday for", 'have no known birthday'],
    ['customers we have no phone number for', 'have no known phone number'],
    ['customers we have a birthday for', 'have a known birthday'],
    ['in Paris or elsewhere in Germany', 'either are in the city Paris or are in Germany'],
    [
      'German postcodes starting 10 or 80',
      'are in Germany and (either have a postcode starting with 10 or have a postcode starting with 80)',
    ],
    ['zip codes beginning 94', 'have a postcode starting with 94'],
    ['residents of Berlin', 'are in the city Berlin'],
    ['Paris residents who spent over 100', 'are in the city Paris and spent more than $100'],
    [
      'nothing spent this year, over 200 before that',
      'spent exactly $0 this year and spent more than $200 before 1 January 2025',
    ],
    [
      'once went more than 120 days between two orders',
      'have a longest gap of more than 120 days between orders',
    ],
    [
      'at one time waited over 90 days between orders',
      'have a longest gap of more than 90 days between orders',
    ],
    [
      'got a discount without entering a code',
      'placed at least 1 order without a discount code with a discount',
    ],
    ['never had a discount', 'placed no orders with a discount'],
    ['got a discount at least twice this year', 'placed at least 2 orders with a discount this year'],
    [
      '2+ orders this year, no discounts',
      'ordered at least 2 times this year and placed no orders with a discount',
    ],
    [
      'used some code other than SUMMER20',
      'placed at least 1 order with the discount code WELCOME10 or BLACKFRIDAY24',
    ],
    [
      "used a code that isn't SUMMER20",
      'placed at least 1 order with the discount code WELCOME10 or BLACKFRIDAY24',
    ],
    [
      'ordered with any code except SUMMER20',
      'placed at least 1 order with the discount code WELCOME10 or BLACKFRIDAY24',
    ],
    [
      'never used a code other than SUMMER20',
      'placed no orders with the discount code WELCOME10 or BLACKFRIDAY24',
    ],
    [
      'came in on SUMMER20, then paid full price on the next order',
      'placed their first order with the discount code SUMMER20 and placed their second order at full price',
    ],
    [
      'first order with SUMMER20, second at full price',
      'placed their first order with the discount code SUMMER20 and placed their second order at full price',
    ],
    [
      'first order in store, the next one online',
      'placed their first order through the channel in_store and placed their second order through the channel online',
    ],
    ['never ordered on our own site', 'placed no orders through the channel online'],
    [
      "can't be reached by email or SMS",
      'are not those who either can be reached by e-mail or can be reached by SMS',
    ],
    [
      'opened both Summer Sale and October News',
      'opened an e-mail in the campaign Summer Sale and opened an e-mail in the campaign October News',
    ],
    ['opened Summer Sale or October News', 'opened an e-mail in the campaign Summer Sale or October News'],
    ['unsubscribed from email in the last 30 days', 'refused'],
    ['left more than $100 in the cart', 'refused'],
    ['cart value over 50', 'refused'],
    ['Champions and Loyal Customers combined', 'are in the RFM segment Champions or Loyal Customers'],
    ['VIP and Newsletter together', 'either are on the list VIP or are on the list Newsletter'],
    [
      'bought Tea and Coffee together',
      'placed at least 1 order containing any product in the category Tea and containing any product in the category Coffee',
    ],
    ['10 most frequent buyers this year', 'are among the top 10 customers by number of orders this year'],
    [
      'Coffee first, Tea later',
      'bought any product in the category Coffee and then bought any product in the category Tea after that',
    ],
    [
      'first bought coffee, then tea',
      'bought any product in the category Coffee and then bought any product in the category Tea after that',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('what comes after, what comes once, and what can’t be compared', () => {
  test.for([
    ['clicked any ad, then signed up', 'question'],
    ['signed up within a day of clicking an ad', 'question'],
    [
      'used a discount on the first order only',
      'placed their first order with a discount and placed exactly 1 order with a discount',
    ],
    [
      'used SUMMER20 only on their first order',
      'placed their first order with the discount code SUMMER20 and placed exactly 1 order with the discount code SUMMER20',
    ],
    [
      'bought Tea on their first order and never again',
      'placed their first order containing any product in the category Tea and placed exactly 1 order containing any product in the category Tea',
    ],
    ['exactly two orders, no more no less', 'ordered exactly 2 times'],
    [
      'spent more on Tea than on Coffee',
      'have a total spend on any product in the category Tea that is more than their total spend on any product in the category Coffee',
    ],
    [
      'more in-store orders than online orders',
      'have a number of orders through the channel in_store that is more than their number of orders through the channel online',
    ],
    [
      'bought Tea more often than Coffee',
      'have a number of orders of any product in the category Tea that is more than their number of orders of any product in the category Coffee',
    ],
    ['average discount above 15%', 'refused'],
    [
      'still subscribed but no email opened in 6 months',
      'consented to e-mail but have not opened an e-mail in the last 6 months',
    ],
    ['SMS but no email', 'consented to SMS but not those who consented to e-mail'],
    ['spent more this year than last year', 'spent more this year than last year'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})
