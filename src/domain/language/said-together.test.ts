import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

describe('one verb for several names', () => {
  test.for([
    [
      'anyone who has a birthday in december and is a vip or champion',
      'have their birthday in December and (either are tagged vip or are in the RFM segment Champions)',
    ],
    [
      'people who are vip or champion and live in texas',
      '(either are on the list VIP or are in the RFM segment Champions) and are in the region Texas',
    ],
    // Without a verb between them, what belongs together is asked.
    ['customers in France and tagged vip or tagged wholesale', 'question'],
    ['in France and vip or wholesale', 'question'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('“from” behind a noun', () => {
  test.for([
    ['customers with an order from 2024', 'ordered from 1 January 2024 to 31 December 2024'],
    ['buyers from last December', 'ordered from 1 December 2024 to 31 December 2024'],
    ['orders from March onwards', 'ordered since 1 March 2025'],
    ['joined from March', 'joined since 1 March 2025'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('a title before a colon', () => {
  test('that names somebody is asked about', () => {
    const found = interpret('Loyal Paris: 5+ orders', situation())
    expect(found).toMatchObject({
      kind: 'question',
      question: 'Is “Loyal Paris” only a title, or does “Paris” count too?',
      options: [{ text: ' 5+ orders' }, { text: 'Paris;  5+ orders' }],
    })
  })

  test.for([
    ['Paris campaign: 5+ orders', 'ordered at least 5 times'],
    [
      'french moms: women in France who bought Tea',
      'have the gender female and are in France and bought any product in the category Tea',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})
