import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string, before?: string) => {
  const current = before === undefined ? undefined : interpret(before, situation())
  const at = situation(current?.kind === 'criteria' ? current.criteria : undefined)
  return interpret(text, { ...at, describe: shown })
}

// Where words could mean another group of people, the reading that is taken says so.
describe('readings that are stated', () => {
  test.for([
    ['new customers this month', 'first ordered this month', 'signed up'],
    ['customers acquired in May', 'first ordered from 1 May 2025 to 31 May 2025', 'signed up'],
    [
      'top 100 by spend, wholesale excluded',
      'are among the top 100 customers by money spent among those who (are not tagged wholesale)',
      'everybody who is not left out',
    ],
    [
      'the 100 highest spenders this quarter, leaving out wholesale',
      'are among the top 100 customers by money spent this quarter among those who (are not tagged wholesale)',
      'everybody who is not left out',
    ],
    [
      'exclude staff from the top 100 spenders',
      'are among the top 100 customers by money spent among those who (are not tagged staff)',
      'everybody who is not left out',
    ],
    [
      'opened the Summer Sale email, no order since June',
      'opened an e-mail in the campaign Summer Sale at any time but have not ordered since 1 June 2025',
      'alone',
    ],
    [
      'viewed Tea last week but didn’t buy it',
      'at least once viewed a product for any product in the category Tea last week and then never bought any product in the category Tea after that',
      'from then on',
    ],
    [
      'opened the Summer Sale email but didn’t click',
      'opened an e-mail in the campaign Summer Sale but have not clicked an e-mail in the campaign Summer Sale',
      'The campaign named before',
    ],
  ])('%s', ([text = '', words, stated]) => {
    const found = read(text)
    expect(found.kind === 'criteria' ? shown(found.criteria) : found.kind).toBe(words)
    expect(found.kind === 'criteria' ? found.assumptions.join(' ') : '').toContain(stated)
  })

  test('whose first order it is needs no word of signing up', () => {
    expect(read('new buyers this month')).toMatchObject({ assumptions: [] })
  })

  test.for([
    ['top 100 spenders who are not wholesale', 'Is the top 100 taken among those'],
    ['top 100 spenders minus anyone who ordered this month', 'Is the top 100 taken among those'],
    ['women, staff and VIPs excluded', 'or only “staff and VIPs”'],
  ])('%s is asked', ([text = '', asked]) => {
    const found = read(text)
    expect(found.kind === 'question' ? found.question : found.kind).toContain(asked)
  })

  test.for([
    ['customers in France, wholesale excluded', 'are in France but are not tagged wholesale'],
    [
      'customers in France, staff and wholesale left out',
      'are in France but not those who (either are tagged staff or are tagged wholesale)',
    ],
  ])('%s', ([text = '', words]) => {
    const found = read(text)
    expect(found.kind === 'criteria' ? shown(found.criteria) : found.kind).toBe(words)
  })
})

// What stands more than once in the criteria at hand is not changed in one place alone without a word.
describe('changes of what is said more than once', () => {
  const options = (before: string, text: string) => {
    const found = read(text, before)
    return found.kind === 'question' ? found.options.map(({ criteria }) => criteria && shown(criteria)) : []
  }

  test.for([
    ['ordered more than 3 times in the last 3 months', 'change the 3 to a 6'],
    ['ordered more than 3 times in the last 3 months', '6 instead of 3'],
    ['ordered more than 3 times in the last 3 months', 'bump 3 up to 6'],
  ])('%s: %s', ([before = '', text = '']) => {
    expect(options(before, text)).toEqual([
      'ordered more than 6 times in the last 3 months',
      'ordered more than 3 times in the last 6 months',
      'ordered more than 6 times in the last 6 months',
    ])
  })

  test('“or” of all that is at hand, or of the last of it', () => {
    expect(options('women in Spain with 2+ orders', 'or over 300 spent')).toEqual([
      'either (have the gender female and are in Spain and ordered at least 2 times) or spent more than $300',
      'have the gender female and are in Spain and (either ordered at least 2 times or spent more than $300)',
    ])
  })

  test('a product of two conditions', () => {
    expect(options('viewed Tea in the last 7 days and bought Tea', 'Coffee instead of Tea')).toEqual([
      'viewed a product for any product in the category Coffee in the last 7 days and bought any product in the category Tea',
      'viewed a product for any product in the category Tea in the last 7 days and bought any product in the category Coffee',
      'viewed a product for any product in the category Coffee in the last 7 days and bought any product in the category Coffee',
    ])
  })

  test.for([
    [
      'ordered in October',
      'change October to September',
      'ordered from 1 September 2025 to 30 September 2025',
    ],
    [
      'viewed Tea in the last 7 days',
      'bought instead of viewed',
      'bought any product in the category Tea in the last 7 days',
    ],
    [
      'spent over 100 on Tea and ordered 3 times',
      'change 100 to 200',
      'spent more than $200 on any product in the category Tea and ordered at least 3 times',
    ],
    [
      'more than 3 orders in the last 2 months',
      'raise 3 to 6',
      'ordered more than 6 times in the last 2 months',
    ],
  ])('%s: %s', ([before = '', text = '', words]) => {
    const found = read(text, before)
    expect(found.kind === 'criteria' ? shown(found.criteria) : found.kind).toBe(words)
  })
})
