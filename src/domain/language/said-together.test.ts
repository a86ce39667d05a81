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

describe('codes of places in small letters', () => {
  test.for([
    ['women in de, at, ch', 'have the gender female and are in Germany, Austria or Switzerland'],
    ['women in be + at + fra', 'have the gender female and are in Belgium, Austria or France'],
    ['women de/at/ch', 'have the gender female and are in Germany, Austria or Switzerland'],
    ['women in fr or it', 'have the gender female and are in France or Italy'],
    // Words of the language are no codes, and nobody is in Iceland.
    ['in the us and is a vip', 'are in the United States and are tagged vip'],
    // A state that nobody is in is named, and not passed over.
    ['women in OK', 'question'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('whom we may write to', () => {
  test.for([
    ['how many customers in paris can we actually email', 'are in the city Paris and consented to e-mail'],
    ['who can i sms in texas', 'consented to SMS and are in the region Texas'],
    ['how many can we email in Paris', 'consented to e-mail and are in the city Paris'],
    ['need sms + email consent both', 'consented to SMS and consented to e-mail'],
    // A place is no address.
    [
      'women with an email in Paris',
      'have the gender female and have a known e-mail address and are in the city Paris',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('names of people', () => {
  test.for([
    ['first name is exactly Ana', 'have the first name Ana'],
    [
      'customers named Maria, Marie or Anna',
      'either have the first name Maria or have the first name Marie or have the first name Anna',
    ],
    [
      'first name Ana or Anna, in Spain',
      '(either have the first name Ana or have the first name Anna) and are in Spain',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('halves of one job', () => {
  test.for([
    [
      'people in finance, director or above, in Germany',
      'have the job function Finance and have the seniority Director or above and are in Germany',
    ],
    ['sales people, VP or up', 'have the job function Sales and have the seniority VP or above'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('one after the other', () => {
  test.for([
    [
      'bought Tea but never came back for Coffee',
      'at least once bought any product in the category Tea and then never bought any product in the category Coffee after that',
    ],
    ['first order this year, second order never', 'first ordered this year and ordered exactly 1 time'],
    [
      'bought Tea and Coffee, though not necessarily together',
      'bought any product in the category Tea and bought any product in the category Coffee',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('what was done just now', () => {
  test.for([
    // Without a time, "ever" would be nearly everybody.
    ['customers who just visited the site', 'question'],
    ['people who recently signed up', 'question'],
    ['customers who just bought Tea', 'question'],
    ['companies that just raised money', 'question'],
    ['customers who just visited the site yesterday', 'visited the site yesterday'],
    ['just ordered once', 'ordered exactly 1 time'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('companies and where they stand', () => {
  test.for([
    ['prospects in Germany', 'are prospects of ours and are in Germany'],
    ['companies with relationship churned or closed lost', 'are churned or closed-lost'],
    ['fintech companies, not yet customers', 'are in the industry Fintech but are not customers of ours'],
    // The beginning of a name is asked about.
    ['companies using shopify', 'question'],
    [
      'companies that are hiring SDRs and raised money (last 6 months)',
      'had a hiring signal about “SDR” and had a funding signal in the last 6 months',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('what one order is compared with', () => {
  test.for([
    ['latest order above their own average', 'have a last order that is more than their average order value'],
    [
      'last order bigger than their average order',
      'have a last order that is more than their average order value',
    ],
  ] as const)('%s', ([text, wanted]) => {
    expect(read(text)).toBe(wanted)
  })
})

describe('names of the data with a word that says what they are', () => {
  test.for([
    [
      'buyers in France with SUMMER20',
      'ordered and are in France and placed at least 1 order with the discount code SUMMER20',
    ],
    ['customers with the SUMMER20 code', 'placed at least 1 order with the discount code SUMMER20'],
    ['customers who didn’t use SUMMER20', 'placed no orders with the discount code SUMMER20'],
    ['gold folks in France', 'are tagged gold and are in France'],
    ['save women in France as a segment', 'have the gender female and are in France'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})
