import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

describe('names behind a denied name, in a list that “or” ends', () => {
  test.for([
    'not Champions, Lost or At Risk',
    "everyone who isn't Champions, Lost or At Risk",
    'customers who are not Champions, Lost or At Risk',
  ])('%s', (text) => {
    expect(read(text)).toBe(
      'are not in the RFM segment Champions and are not in the RFM segment Lost and are not in the RFM segment At Risk',
    )
  })
})

describe('groups put together', () => {
  test.for([
    [
      'VIP and Newsletter pooled into one audience',
      'either are on the list VIP or are on the list Newsletter',
    ],
    [
      'VIP and Newsletter rolled into a single list',
      'either are on the list VIP or are on the list Newsletter',
    ],
    ['VIPs and Champions', 'question'],
    ['Put VIP together with the At Risk ones', 'question'],
    [
      'in precisely one of VIP and Newsletter',
      'either (are on the list VIP but are not on the list Newsletter) or (are on the list Newsletter but are not on the list VIP)',
    ],
    [
      'Parisians with 3+ orders, Berliners with 5+ orders',
      'either (are in the city Paris and ordered at least 3 times) or (are in the city Berlin and ordered at least 5 times)',
    ],
    [
      'Berliners with 2+ orders, Germans with 5+ orders',
      'either (are in the city Berlin and ordered at least 2 times) or (are in Germany and ordered at least 5 times)',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('a unit said once for both ends', () => {
  test.for([
    ['spent between one and two thousand dollars', 'spent between $1,000 and $2,000'],
    ['spent 1-2k this year', 'spent between $1,000 and $2,000 this year'],
    ['spent between 500 and 2k', 'spent between $500 and $2,000'],
    ['spent between 1 and 200', 'spent between $1 and $200'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('as other people type it', () => {
  test.for([
    ["hasn't bought nothing this year", 'have not ordered this year'],
    ['bought nothing this year', 'have not ordered this year'],
    ['not opened nuthin 4 60 days', 'have not opened an e-mail in the last 60 days'],
    ['people form france with 2+ orders', 'are in France and ordered at least 2 times'],
    ['opted out of everything', 'unsubscribed from e-mail and unsubscribed from SMS'],
    ['opted in to both channels', 'consented to e-mail and consented to SMS'],
    ["customers we're ok to email", 'consented to e-mail'],
    ['account holders yet to place an order', 'have never ordered'],
    ['which 25 customers order the most often?', 'are among the top 25 customers by number of orders'],
    ['top 30 by discount received', 'are among the top 30 customers by money saved through discounts'],
    ['kicked off with an order over 120', 'placed their first order with a total of more than $120'],
    ['total lifetime outlay over 500', 'spent more than $500'],
    [
      'opened October News but ignored Summer Sale',
      'opened an e-mail in the campaign October News but have not opened an e-mail in the campaign Summer Sale',
    ],
    ['our 555s', 'have the RFM pattern 555'],
    ['customers with 2 or more cancelled orders', 'refused'],
    ['the 5 latest sign-ups', 'are among the top 5 customers by date of signing up (latest first)'],
    ['above-average spenders', 'question'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})
