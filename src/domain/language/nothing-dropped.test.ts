import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

/** What the last of some turns is read as: its words, or what is asked. */
function read(text: string): string {
  let told = ''
  let at = situation()
  for (const turn of text.split(' => ')) {
    const found = interpret(turn, at)
    if (found.kind === 'criteria') at = { ...at, criteria: found.criteria }
    told =
      found.kind === 'criteria'
        ? shown(found.criteria)
        : found.kind === 'question'
          ? found.question
          : found.kind
  }
  return told
}

describe('what stands behind something that was left out', () => {
  test.each([
    [
      'spent over 300 this year, unless they’re wholesale or staff, and clicked an email in the last 45 days',
      'spent more than $300 this year and clicked an e-mail in the last 45 days but not those who (either are tagged wholesale or are tagged staff)',
    ],
    [
      'spent over 300, unless they are tagged wholesale, in France',
      'spent more than $300 and are in France but are not tagged wholesale',
    ],
    [
      'customers in France => remove whoever bought Tea and didn’t open an email',
      'are in France but not those who (bought any product in the category Tea but have never opened an e-mail)',
    ],
    [
      'customers in France => leave out anyone who shopped both in store and online',
      'are in France but not those who (placed at least 1 order through the channel in_store and placed at least 1 order through the channel online)',
    ],
    [
      'customers with an open or a click in the last 60 days who live in France',
      'opened an e-mail or clicked an e-mail in the last 60 days and are in France',
    ],
  ])('%s', (text, words) => {
    expect(read(text)).toBe(words)
  })

  test.each([
    'either live in France or ordered once but not within the last 90 days',
    'either live in France or accept email but don’t accept SMS',
    'customers in France but not in Paris who bought Shoes',
    'customers in France who are not email subscribers who also accept SMS',
    'customers in France => leave out anyone who had at least 5 site visits but no orders in the last 30 days',
    'bought Shoes, without using a code, in the last 30 days',
  ])('is asked about where it may be said of either: %s', (text) => {
    expect(read(text)).toMatch(/meant for|said of those who are left out|the time of/)
  })
})

describe('numbers and times', () => {
  test.each([
    [
      'clicked an email in the last 6 weeks and haven’t ordered for at least 3',
      'clicked an e-mail in the last 6 weeks but have not ordered in the last 3 weeks',
    ],
    ['bought for over 300', 'placed at least 1 order with a total of more than $300'],
    ['haven’t ordered for over 300', '“for over 300”: is that a time, and in which unit?'],
    ['haven’t bought in the last 6', '“the last 6”: days, weeks or months?'],
    ['more than 2 orders a month', 'I can’t place “month”. Can you say it in another way, or leave it out?'],
    ['>= 3 orders in the last 12 months', 'ordered at least 3 times in the last 12 months'],
    ['> 3 orders', 'ordered more than 3 times'],
    ['orders at weekends more than 3', 'placed more than 3 orders on a Saturday or Sunday'],
    [
      'used WELCOME10 on an order over 100',
      'placed at least 1 order with the discount code WELCOME10 with a total of more than $100',
    ],
    [
      'customers in France => bought Coffee in the last 90 days => same period last year instead',
      'are in France and bought any product in the category Coffee from 22 August 2024 to 20 November 2024',
    ],
    [
      'opened an email in the last 30 days => swap the email bit for SMS clicks and leave out staff',
      'clicked an SMS in the last 30 days but are not tagged staff',
    ],
  ])('%s', (text, words) => {
    expect(read(text)).toBe(words)
  })
})

test.each(['ordered between Monday and Friday', 'bought Coffee then returned them'])(
  'is no stretch and no second order: %s',
  (text) => {
    expect(read(text)).toMatch(/of any week|refused/)
  },
)

describe('places and names', () => {
  test.each([
    ['California, USA', 'are in the region California and are in the United States'],
    ['everyone from CA, USA', 'are in the region California and are in the United States'],
    [
      'bought green tea from us, France only',
      'bought any product whose name contains Green Tea and are in France',
    ],
    ['women who bought sku: ABC123', 'have the gender female and bought any product with the SKU ABC123'],
  ])('%s', (text, words) => {
    expect(read(text)).toBe(words)
  })

  test.each(['customers with the name Anna who live in France', 'store buyers'])(
    'are asked about: %s',
    (text) => {
      expect(read(text)).toContain('I can’t place')
    },
  )
})

describe('“only” and “first”', () => {
  test.each([
    [
      'customers with in-store orders only',
      'placed at least 1 order through the channel in_store and placed no orders through the channel online or marketplace',
    ],
    ['everyone who has a discount on all orders', 'placed exactly 100% of their orders with a discount'],
    ['customers in France => only those who did buy', 'are in France and ordered'],
    ['customers in France => only Paris first', 'are in France and are in the city Paris'],
  ])('%s', (text, words) => {
    expect(read(text)).toBe(words)
  })

  test.each([
    'customers who ordered last month only',
    'single-order women',
    'customers in France => only those who bought coffee first',
    'customers in France => leave out anyone who only bought from one category',
  ])('are asked about: %s', (text) => {
    expect(read(text)).toMatch(/I can’t place|I can’t tell what|Does “only” mean/)
  })
})
