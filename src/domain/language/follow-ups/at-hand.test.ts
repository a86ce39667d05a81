import { describe, expect, test } from 'vitest'
import type { Criteria } from '../../criteria/schema.ts'
import { brief, situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'
import { shown } from '../spoken.fixture.ts'

/** What the last of several messages leaves at hand. */
function atHand(turns: readonly string[], describe = situation().describe): string {
  let held: Criteria | undefined
  let last = 'nothing'
  for (const text of turns) {
    const found = interpret(text, { ...situation(held), describe })
    last = found.kind
    if (found.kind === 'criteria') {
      held = found.criteria
      last = brief(found.criteria)
    }
  }
  return last
}

describe('the opposite of what was done', () => {
  test.for<[string[], string]>([
    [
      ['French customers who opened Summer Sale', 'flip it: those who did NOT open'],
      '(country equals FR & events opened_email = 0 {campaign:Summer Sale})',
    ],
    [
      ['French customers who opened Summer Sale', 'now the ones who did not open it'],
      '(country equals FR & events opened_email = 0 {campaign:Summer Sale})',
    ],
    [
      ['bought Tea in the last 90 days', 'the opposite: those who have not bought Tea'],
      'purchases none {category:Tea} [last 90 day]',
    ],
    [
      ['French customers who bought in the last 90 days', 'who did NOT buy in that period'],
      '(country equals FR & orders count = 0 [last 90 day])',
    ],
    [
      ['French customers who bought in the last 90 days', 'and did not buy in the last 90 days'],
      '(country equals FR & orders count = 0 [last 90 day])',
    ],
    [
      ['have not bought in the last 90 days', 'who bought in the last 90 days'],
      'orders count >= 1 [last 90 day]',
    ],
    [
      ['bought in the last 90 days', 'who did not buy in the last 30 days'],
      '(orders count >= 1 [last 90 day] & orders count = 0 [last 30 day])',
    ],
    [
      ['French customers who spent over 100', 'and spent at most 100'],
      '(country equals FR & orders spend <= 100)',
    ],
    [
      ['French customers who bought Tea', 'those who did not buy Coffee'],
      '(country equals FR & purchases any {category:Tea} & purchases none {category:Coffee})',
    ],
  ])('%s', ([turns, criteria]) => expect(atHand(turns)).toBe(criteria))
})

describe('a limit by itself', () => {
  test.for<[string[], string]>([
    [['spent between 100 and 300', 'up to 400'], 'orders spend between 100,400'],
    [['spent between 100 and 300', 'at most 200'], 'orders spend between 100,200'],
    [['spent between 100 and 300', 'from 200'], 'orders spend between 200,300'],
    [['spent between 100 and 300', 'under 400'], 'question'],
    [['spent between 100 and 300', '400'], 'question'],
    [['spent over 100', 'up to 400'], 'question'],
    [['spent under 400', 'from 200'], 'question'],
    [['spent over 100', 'make it at most 400'], 'orders spend <= 400'],
    [['spent up to 400', 'up to 500'], 'orders spend <= 500'],
    [['spent over 100', 'up it to 400'], 'orders spend > 400'],
  ])('%s', ([turns, criteria]) => expect(atHand(turns)).toBe(criteria))
})

describe('which orders are counted', () => {
  test.for<[string[], string]>([
    [
      ['3 or more orders in the past 12 months', 'only count orders above 50'],
      'orders count >= 3 [last 12 month] {total:{op:> value:50}}',
    ],
    [
      ['3 or more orders in the past 12 months', 'count only online orders'],
      'orders count >= 3 [last 12 month] {channel:online}',
    ],
    [
      ['3 or more orders in the past 12 months', 'only consider orders of 50 or more'],
      'orders count >= 3 [last 12 month] {total:{op:>= value:50}}',
    ],
    [['French customers', 'only count orders above 50'], 'question'],
  ])('%s', ([turns, criteria]) => expect(atHand(turns)).toBe(criteria))
})

describe('people at the companies at hand', () => {
  test.for<[string[], string]>([
    [
      ['fintech companies in the UK', 'and their CMOs?'],
      '(person title means CMO & works_at {all:{type:company field:industry op:equals value:Fintech},{type:company field:country op:equals value:GB}})',
    ],
    [
      ['fintech companies in the UK', 'marketing directors at those companies'],
      '(person seniority equals Director & person function equals Marketing & works_at {all:{type:company field:industry op:equals value:Fintech},{type:company field:country op:equals value:GB}})',
    ],
    [
      ['fintech companies in the UK', 'who are the CISOs there?'],
      '(person title means CISO & works_at {all:{type:company field:industry op:equals value:Fintech},{type:company field:country op:equals value:GB}})',
    ],
  ])('%s', ([turns, criteria]) => expect(atHand(turns)).toBe(criteria))
})

describe('who was asked for before stays', () => {
  test.for<[string[], string]>([
    [
      ['marketing VPs', 'in role for under 2 years', 'directors too, not VPs only'],
      '(person seniority in VP,Director & person function equals Marketing & person years_in_role < 2)',
    ],
    [['customers in Germany', 'France too, not only Germany'], 'country in DE,FR'],
    [
      ['customers in France who bought Tea', 'Coffee as well, not just Tea'],
      '(country equals FR & (purchases any {category:Tea} | purchases any {category:Coffee}))',
    ],
  ])('%s', ([turns, criteria]) => expect(atHand(turns)).toBe(criteria))
})

describe('a fragment narrows', () => {
  test.for<[string[], string]>([
    [['customers with 3+ orders', 'in Germany'], '(orders count >= 3 & country equals DE)'],
    [['SaaS companies', 'with over 50 employees'], '(company industry equals SaaS & company employees > 50)'],
    [['customers who spent over 200', 'spent over 50 in March'], 'question'],
  ])('%s', ([turns, criteria]) => expect(atHand(turns)).toBe(criteria))
})

describe('numbers and times that grow or shrink', () => {
  test.for<[string[], string]>([
    [
      ['customers who spent more than 150 in the last 180 days', 'double the amount and halve the period'],
      'orders spend > 300 [last 90 day]',
    ],
    [
      ['SaaS companies with 51 to 200 staff', 'in Germany or Austria', 'lift the cap to 500 and add the UK'],
      '(company industry equals SaaS & company employees between 51,500 & company country in DE,AT,GB)',
    ],
    [['SaaS companies with 51 to 200 staff', 'lift the cap to 20'], 'question'],
  ])('%s', ([turns, criteria]) => expect(atHand(turns)).toBe(criteria))
})

describe('who comes in and what goes', () => {
  test.for<[string[], string]>([
    [
      [
        'UK customers',
        'that ordered in the last 60 days',
        'also let in anyone tagged gold, regardless of the rest',
      ],
      '((country equals GB & orders count >= 1 [last 60 day]) | tags has gold)',
    ],
    [
      ['customers who spent over 200', 'only in the US', 'go back to before I added the country'],
      'orders spend > 200',
    ],
    [
      ['who bought Coffee in August', 'widen it to the whole of Q3'],
      'purchases any {category:Coffee} [from 2025-07-01 to 2025-09-30]',
    ],
  ])('%s', ([turns, criteria]) => expect(atHand(turns)).toBe(criteria))
})

describe('several names that are left out', () => {
  const neither = '(orders spend > 1000 & not(segment list_vip | rfm Champions))'
  test.for([
    ['leave out VIPs and Champions', neither],
    ['exclude VIPs and Champions', neither],
    ['remove VIPs, France and Germany', '(orders spend > 1000 & not(segment list_vip | country in FR,DE))'],
    ['exclude women in France', '(orders spend > 1000 & not((gender equals female & country equals FR)))'],
  ])('“%s”: whoever is one of them, and of one group who is all of it', ([text = '', expected]) => {
    expect(atHand(['customers who spent over 1000', text])).toBe(expected)
  })

  test('however many they are', () => {
    const names = ['VIPs', 'Champions', 'staff', 'wholesale'].flatMap((name) => Array(10).fill(name))
    const held = atHand(['customers who spent over 1000', `leave out ${names.join(' and ')}`])
    expect(held.split(' | ')).toHaveLength(40)
  })
})

describe('changes named by verbs', () => {
  test.for<[string[], string]>([
    [
      ['French customers with exactly two orders', 'swap France for Germany, everything else stays'],
      '(country equals DE & orders count = 2)',
    ],
    [
      ['customers with 3+ orders', 'leave out staff and wholesale', 'put wholesale back in'],
      '(orders count >= 3 & not(tags has staff))',
    ],
    [
      ['customers with 3+ orders', 'leave out staff', 'scratch the staff thing, I want them back in'],
      'orders count >= 3',
    ],
    [['customers tagged gold', 'allow the wholesale tag as well as gold'], 'tags in gold,wholesale'],
    [
      ['bought in store in the last 12 months', "scrap in store, I'd rather see marketplace. same timeframe"],
      'orders count >= 1 [last 12 month] {channel:marketplace}',
    ],
    [
      ['French customers who used WELCOME10', 'sorry wrong code! should be SUMMER20. rest stays'],
      '(country equals FR & orders count >= 1 {code:SUMMER20})',
    ],
    [
      ['customers who used WELCOME10', 'same idea, except with SUMMER20'],
      'orders count >= 1 {code:SUMMER20}',
    ],
    [
      ['bought Tea in the last 60 days', 'that is too strict: 90 days'],
      'purchases any {category:Tea} [last 90 day]',
    ],
    [
      [
        'French customers who bought Tea in the last 30 days',
        "flip that last bit: give me the ones who didn't",
      ],
      '(country equals FR & purchases none {category:Tea} [last 30 day])',
    ],
    [
      ['Champions in France', 'lose the France part, though restrict it to women'],
      '(rfm Champions & gender equals female)',
    ],
    [
      ['French customers', 'forget all that, show me women who bought Tea'],
      '(gender equals female & purchases any {category:Tea})',
    ],
    [['French customers', 'only women obviously'], '(country equals FR & gender equals female)'],
    [['French customers', 'but they must not be staff'], '(country equals FR & not(tags has staff))'],
  ])('%s', ([turns, criteria]) => expect(atHand(turns)).toBe(criteria))
})

describe('what speaks of a deed at hand', () => {
  test.for<[string[], string]>([
    [
      ['customers who used WELCOME10', 'only the ones who ordered again after that'],
      'sequence {did:ordered where:{code:WELCOME10}} {did:ordered}',
    ],
    [
      [
        'customers who used WELCOME10',
        'only the ones who ordered again after that',
        'flip it, give me the ones who never came back after it',
      ],
      'sequence {did:ordered where:{code:WELCOME10}} {did:ordered} true',
    ],
  ])('%s', ([turns, criteria]) => expect(atHand(turns, shown)).toBe(criteria))
})

test.for([
  'sorry, ignore my last message',
  'undo the last one, client changed his mind',
  'forget what I just said',
])('%s goes back', (text) => {
  const found = interpret(text, situation({ type: 'rfm', segment: ['Champions'] }))
  expect(found).toMatchObject({ kind: 'command', command: { do: expect.stringMatching(/^(?:back|undo)$/) } })
})

test('people who are let in again leave the others out', () => {
  expect(atHand(['customers with 3+ orders', 'leave out staff and wholesale', 'bring wholesale back'])).toBe(
    '(orders count >= 3 & not(tags has staff))',
  )
})
