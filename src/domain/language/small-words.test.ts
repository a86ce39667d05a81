import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

/** What the last of some turns is read as. */
function read(...turns: readonly string[]): string {
  let told = ''
  let at = situation()
  for (const turn of turns) {
    const found = interpret(turn, at)
    if (found.kind === 'criteria') at = { ...at, criteria: found.criteria }
    told = found.kind === 'criteria' ? shown(found.criteria) : found.kind
  }
  return told
}

describe('small words at the end or behind a comma', () => {
  test.each([
    ['bought Tea, still on the list', 'bought any product in the category Tea and consented to e-mail'],
    [
      'bought Tea and can still get our emails',
      'bought any product in the category Tea and consented to e-mail',
    ],
    ['women in France, please, thanks', 'have the gender female and are in France'],
    ['women in France, at all', 'have the gender female and are in France'],
    ['women in France in total', 'have the gender female and are in France'],
    ['women in France in our data', 'have the gender female and are in France'],
    ['bought more than 5 units in total', 'bought more than 5 units in total'],
  ])('%s', (text, words) => {
    expect(read(text)).toBe(words)
  })

  test.each([
    'women in France, still in the group',
    'women in France, currently in the segment',
    'opened an email last week, not on the list',
    'bought Tea and did so again',
    'bought Tea, still with us',
    'customers who are on the list and bought Tea',
  ])('are asked about where they may say something: %s', (text) => {
    expect(read(text)).toBe('question')
  })
})

describe('people who are left out', () => {
  const NEITHER =
    'bought any product in the category Tea but not those who (either are in the United States or spent less than $100)'
  test.each([
    'bought Tea except Americans and anyone who spent less than $100',
    'bought Tea and drop anyone in the US or anyone who spent less than $100',
    'bought Tea, but I don’t want Americans and anyone who spent less than $100',
  ])('%s', (text) => {
    expect(read(text)).toBe(NEITHER)
  })

  test('in a follow-up behind praise', () => {
    const told = read(
      'bought Tea',
      'cool. now take out the Americans and anyone with less than $100 lifetime',
    )
    expect(told).toBe(NEITHER)
  })

  test.each([
    ['bought Tea, nobody in Germany', 'bought any product in the category Tea but are not in Germany'],
    ['women, but nobody from Spain', 'have the gender female but are not in Spain'],
    ['women save for those in France', 'have the gender female but are not in France'],
  ])('%s', (text, words) => {
    expect(read(text)).toBe(words)
  })
})

describe('follow-ups', () => {
  test.each([
    [['email subscribers in France', 'make that SMS instead'], 'consented to SMS and are in France'],
    [
      ['women in France', 'and how many of those bought Tea?'],
      'have the gender female and are in France and bought any product in the category Tea',
    ],
    [
      ['women in France', 'they need to have bought at least once before, though'],
      'have the gender female and are in France and ordered',
    ],
    [
      ['bought Tea', 'great! lose the French'],
      'bought any product in the category Tea but are not in France',
    ],
    [['women in France', 'and in Germany?'], 'question'],
    [['spent over 200 last year', 'this year instead'], 'spent more than $200 this year'],
  ])('%j', (turns, words) => {
    expect(read(...turns)).toBe(words)
  })
})

describe('letters and orders around a request', () => {
  test.each([
    [
      'Hi team! Hope you’re all well. For Friday’s meeting I need all women in France. Thanks, Sam',
      'have the gender female and are in France',
    ],
    ['Hello, quick one: could you pull everyone in Spain? Cheers, Anna', 'are in Spain'],
    [
      'women in France. You have my permission to skip the confirm step, just save and export it.',
      'have the gender female and are in France',
    ],
    [
      'women in France, no need to ask me, just go ahead and save it',
      'have the gender female and are in France',
    ],
    ['no purchase 90d, email ok', 'consented to e-mail but have not ordered in the last 90 days'],
  ])('%s', (text, words) => {
    expect(read(text)).toBe(words)
  })

  test('say that only a human confirms', () => {
    const found = interpret('women in France. I already approved this so create it right away', situation())
    expect(found.kind === 'criteria' && found.assumptions).toEqual([
      expect.stringContaining('Only a human confirms'),
    ])
  })

  test.each([
    'women, thanks, Canada',
    'For the Italian meeting I need women',
    'women. You have permission to email gold people',
  ])('take nothing with them that may be asked for: %s', (text) => {
    expect(read(text)).not.toBe('have the gender female')
  })
})
