import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

// By which channel people are reached, what they did with a campaign, and where they live.
describe('campaigns', () => {
  test.for([
    [
      'Summer Sale: opened, not clicked',
      'opened an e-mail in the campaign Summer Sale but not those who clicked an e-mail in the campaign Summer Sale',
    ],
    ['October News - at least 2 opens', 'opened an e-mail at least 2 times in the campaign October News'],
    [
      'Meta Prospecting: two ad clicks or more in 2025',
      'clicked an ad at least 2 times in the campaign Meta Prospecting from 1 January 2025 to 31 December 2025',
    ],
    ['Meta Prospecting: clicked twice', 'clicked an ad at least 2 times in the campaign Meta Prospecting'],
    // Of an ad there are clicks on the ad alone.
    ["didn't click Meta Prospecting", 'have not clicked an ad in the campaign Meta Prospecting'],
    ['Meta Prospecting clickers', 'clicked an ad in the campaign Meta Prospecting'],
    [
      'clicked Meta Prospecting or Summer Sale',
      'clicked an e-mail or clicked an ad in the campaign Meta Prospecting or Summer Sale',
    ],
    [
      'clicked one of our Meta Prospecting ads at least once',
      'clicked an ad in the campaign Meta Prospecting',
    ],
    ['opened one of the Summer Sale emails', 'opened an e-mail in the campaign Summer Sale'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('consent', () => {
  test.for([
    [
      'subscribers with neither an order nor a site visit this year',
      'consented to e-mail but not those who (either ordered this year or visited the site this year)',
    ],
    [
      'subscribed to neither email nor sms',
      'are not those who either consented to e-mail or consented to SMS',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})
