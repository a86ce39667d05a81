import { describe, expect, test } from 'vitest'
import { brief, situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

// One of each kind of wording that people use and that no list of requests had: participles, people named after
// towns, answers of a form, products before what was done with them, employers.
describe('other wordings', () => {
  test.for([
    ['Berliners', 'city equals Berlin'],
    ['Londoners and Parisians', 'city in London,Paris'],
    ['women from anywhere but Germany', '(gender equals female & not(country equals DE))'],
    ['women with no country recorded', '(gender equals female & country unknown)'],
    ['customers whose phone number starts with +49', 'phone starts_with +49'],
    ['customers in France averaging at least 50 an order', '(country equals FR & orders average >= 50)'],
    ['customers having bought Tea', 'purchases any {category:Tea}'],
    ['customers never having opened an email', 'events opened_email = 0'],
    ['Tea in 3 or more separate orders', 'purchases any {category:Tea} orders >= 3'],
    [
      'put Tea and Coffee in the very same order',
      'orders count >= 1 {contains:{category:Tea},{category:Coffee}}',
    ],
    ['bought Tea this quarter, any sort of Tea', 'purchases any {category:Tea} [calendar quarter 0]'],
    ['sms yes, email no', '(consent sms subscribed & not(consent email subscribed))'],
    ['with email consent but no SMS consent', '(consent email subscribed & not(consent sms subscribed))'],
    [
      'one or more in-store purchases plus one or more online ones, both since June 1',
      '(orders count >= 1 [from 2025-06-01] {channel:in_store} & orders count >= 1 [from 2025-06-01] {channel:online})',
    ],
    [
      '2+ orders in the last 12 months, at least one of these orders above 100',
      '(orders count >= 2 [last 12 month] & orders count >= 1 [last 12 month] {total:{op:> value:100}})',
    ],
    ['companies that make over 5 million', 'company revenue > 5000000'],
    ['companies losing headcount', 'company headcount_growth < 0'],
    [
      'SaaS companies, we don’t know the funding',
      '(company industry equals SaaS & company funding_stage unknown)',
    ],
  ])('%s', ([text = '', wanted]) => {
    expect(read(text)).toBe(wanted)
  })
})
