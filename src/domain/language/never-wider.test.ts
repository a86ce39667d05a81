import { expect, test } from 'vitest'
import { brief, situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

/**
 * Words that turn an audience around or narrow it, said in ways that are easily read over. Each is either read
 * or asked about: a question is never wrong.
 */
test.for([
  ['everyone except champions', 'not(rfm Champions)'],
  ['all customers but champions', 'not(rfm Champions)'],
  ['everybody but Champions and Lost', 'not(rfm Champions,Lost)'],
  ['a random 10% of everybody but are not in France', '(sample 0 10 & not(country equals FR))'],
  ['exclude customers from Canada', 'not(country equals CA)'],
  ['leave out anyone who lives in Germany', 'not(country equals DE)'],
  ['customers who spent 0', 'orders spend = 0'],
  ['ordered 0 times in the last 90 days', 'orders count = 0 [last 90 day]'],
  ['people with 0 orders', 'orders count = 0'],
  ['spent more than 500 dollars in one order', 'orders largest > 500'],
  ['spent over 300 in a single purchase', 'orders largest > 300'],
  [
    'bought Tea but have not bought Coffee in the last 30 days',
    '(purchases any {category:Tea} & purchases none {category:Coffee} [last 30 day])',
  ],
  [
    'opened an email or (viewed a product 3 times in the last 30 days)',
    '(events opened_email | events viewed_product >= 3 [last 30 day])',
  ],
  [
    'viewed Tea but have never bought Coffee',
    '(events viewed_product {product:{category:Tea}} & purchases none {category:Coffee})',
  ],
  [
    'everyone except people who bought Tea or are in France',
    'not(purchases any {category:Tea} | country equals FR)',
  ],
  [
    'customers in Germany excluding anyone who bought Tea or opened an email',
    '(country equals DE & not(purchases any {category:Tea} | events opened_email))',
  ],
  [
    'everyone except people in France or with at least 2 orders',
    'not(country equals FR | orders count >= 2)',
  ],
  ['everyone except people who bought Tea but haven’t bought Coffee', 'question'],
  // Of both who are left out, or of everybody else?
  ['everybody except wholesale and staff who ordered twice or more in the last 60 days', 'question'],
  ['everybody but VIPs or Americans who spent over 100', 'question'],
  ['everyone but recency 1 and monetary 5', 'question'],
  [
    'everyone except people who bought Tea, and in France',
    '(not(purchases any {category:Tea}) & country equals FR)',
  ],
  ['women, or men in Germany, who spent over 100', 'question'],
  ['VIPs, or customers in Germany, with at least 2 orders', 'question'],
  [
    '((women) or (men in Germany)) and (spent over 100)',
    '((gender equals female | (gender equals male & country equals DE)) & orders spend > 100)',
  ],
  [
    'women who spent over 100, or men in Germany',
    '((gender equals female & orders spend > 100) | (gender equals male & country equals DE))',
  ],
  ['top 10% by spend, UK only', 'question'],
  ['only in France, the top 20 customers by orders', 'question'],
  ['recency 1 and 2 orders', 'question'],
  ['recency 1 and at least 2 orders', '(rfm 1 & orders count >= 2)'],
  ['bought on mobile only', '(orders count >= 1 {device:mobile} & orders count = 0 {device:desktop,tablet})'],
  ['bought in store only in 2025', 'question'],
  ['only buys at weekends online', 'question'],
  ['women in France, not', 'question'],
  ['opened an email and skip', 'question'],
  ['none of the following: staff', 'not(tags has staff)'],
  ['must not have: staff, wholesale', 'not(tags has staff | tags has wholesale)'],
  [
    'bought both online and in store this year',
    '(orders count >= 1 [calendar year 0] {channel:online} & orders count >= 1 [calendar year 0] {channel:in_store})',
  ],
  [
    'spent over 100, and not one order on a tablet',
    '(orders spend > 100 & orders count = 0 {device:tablet})',
  ],
  ['directors plus VPs in sales', '(person seniority in Director,VP & person function equals Sales)'],
  ['Series A + Series B companies', 'company funding_stage in Series A,Series B'],
  ['CTOs and CMOs', 'person title means CTO,CMO'],
  ['CISOs and directors', '(person title means CISO | person seniority equals Director)'],
  ['CISOs, but not directors', '(person title means CISO & not(person seniority equals Director))'],
  ['people earning over 80k a year', 'refused'],
  ['customers earning over 80k a year', 'refused'],
  ['companies making over 5 million', 'company revenue > 5000000'],
  ['bought at full price only', '(orders count >= 1 & orders count = 0 {discounted:true})'],
  ["in France and Can't Lose Them", "(country equals FR & rfm Can't Lose Them)"],
  ['us women', '(country equals US & gender equals female)'],
  ['female, us, 2+ orders', '(gender equals female & country equals US & orders count >= 2)'],
  ['women who bought from us', '(gender equals female & orders count >= 1)'],
  ['AOV under 40 but at least 3 orders', '(orders average < 40 & orders count >= 3)'],
  [
    'neither in the US nor in Canada, and never bought in store',
    '(not(country in US,CA) & orders count = 0 {channel:in_store})',
  ],
  [
    'everyone in the UK, plus anyone in Germany who has bought, minus staff',
    '((country equals GB | (country equals DE & orders count >= 1)) & not(tags has staff))',
  ],
  [
    'DACH minus Switzerland, plus Belgium',
    '((country in AT,CH,DE & not(country equals CH)) | country equals BE)',
  ],
  [
    'women in DACH minus Switzerland plus Belgium, minus staff',
    '(gender equals female & ((country in AT,CH,DE & not(country equals CH)) | country equals BE) & not(tags has staff))',
  ],
  ['Europe except France plus the US', 'question'],
  ['customers who bought Tea minus staff, plus Belgium', 'question'],
  ['customers in France, plus gold customers', '(country equals FR | tags has gold)'],
  ['UK + VIPs', '(country equals GB & segment list_vip)'],
  ['spent anything this year', 'orders spend > 0 [calendar year 0]'],
  ['has not spent anything this year', 'orders spend = 0 [calendar year 0]'],
  ['bought in the summer of 2024, June through August', 'orders count >= 1 [from 2024-06-01 to 2024-08-31]'],
  [
    'bought in the winter of 2023 (December to February)',
    'orders count >= 1 [from 2023-12-01 to 2024-02-29]',
  ],
  ['bought in Q2 2024 (April to June)', 'orders count >= 1 [from 2024-04-01 to 2024-06-30]'],
  ['bought over the summer, June to August', 'orders count >= 1 [from 2025-06-01 to 2025-08-31]'],
  ['bought in the summer of 2024, December to February', 'question'],
  ['bought in summer 2024, June to August 2025', 'question'],
  ['bought in 2024, June through August', 'question'],
  [
    'VIPs + Champions, whoever is in either, in France',
    '((segment list_vip | rfm Champions) & country equals FR)',
  ],
  ['VIPs and Champions (anyone in at least one of them)', '(segment list_vip | rfm Champions)'],
  ['VIPs + Champions in either of these groups', '(segment list_vip | rfm Champions)'],
  ['whoever is in either of VIPs and Champions', 'question'],
  ['people in either VIPs and Champions', 'question'],
  ['people in any of VIPs, Champions, in France', 'question'],
  ['women in France, whoever is in either', 'question'],
  ["customers that didn't have a biggest order of over 100", 'not(orders largest > 100)'],
] as const)('%s', ([text, meaning]) => {
  const found = interpret(text, situation())
  expect(found.kind === 'criteria' ? brief(found.criteria) : found.kind).toBe(meaning)
})

test('“did not buy”, without a time, says that it is read as never', () => {
  const found = interpret('opened an email in the last 30 days but did not buy', situation())
  expect(found.kind === 'criteria' && found.assumptions).toContain(
    '“not bought”, without a time, is read as never bought.',
  )
})

test.for([
  ['opened an email or viewed a product 3 times', /How often is counted of all of them together/],
  ['opened an email or viewed a product in the last 30 days', /When is read for all of them/],
  [
    'bought Tea but not Coffee in the last 30 days',
    /The time is read for what was bought, and for what was not/,
  ],
  ['recency 1 or 2 and monetary at least 4', /“at least 4” is 4 or 5/],
] as const)('what is read for several, or against a scale, is said: %s', ([text, said]) => {
  expect(interpret(text, situation())).toMatchObject({
    assumptions: expect.arrayContaining([expect.stringMatching(said)]),
  })
})

test('an unquoted name runs to the end of the sentence', () => {
  const found = interpret('create a segment of champions in Germany called DE champions', situation())
  expect(found).toMatchObject({ kind: 'criteria', intent: 'create', name: 'DE champions' })
})
