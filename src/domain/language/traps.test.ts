import { expect, test } from 'vitest'
import type { DictionaryField } from '../vocabulary/dictionary.ts'
import { brief, situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

// Where a careless reading would find the wrong people: read with care, or asked about.
test.for([
  ["customers who haven't bought Coffee in 90 days", 'purchases none {category:Coffee} [last 90 day]'],
  ['never bought Coffee in 2025', 'purchases none {category:Coffee} [from 2025-01-01 to 2025-12-31]'],
  ["customers who didn't spend over 100", 'not(orders spend > 100)'],
  ["customers who don't live in France", 'not(country equals FR)'],
  ['customers between the ages of 25 and 200', 'question'],
  ['customers who are not in France or Germany', 'not(country in FR,DE)'],
  ['customers who bought neither Tea nor Coffee', 'purchases none {category:Tea,Coffee}'],
  [
    'customers who bought Tea but who live outside France',
    '(purchases any {category:Tea} & not(country equals FR))',
  ],
  [
    'bought Tea in March and Coffee in April',
    '(purchases any {category:Tea} [from 2025-03-01 to 2025-03-31] & purchases any {category:Coffee} [from 2025-04-01 to 2025-04-30])',
  ],
  [
    'bought Tea twice and Coffee once',
    '(purchases any {category:Tea} orders >= 2 & purchases any {category:Coffee} orders = 1)',
  ],
  [
    'spent over 100 on Tea and over 50 on Coffee',
    '(purchases any {category:Tea} spend > 100 & purchases any {category:Coffee} spend > 50)',
  ],
  [
    'ordered twice in 2024 and three times in 2025',
    '(orders count >= 2 [from 2024-01-01 to 2024-12-31] & orders count >= 3 [from 2025-01-01 to 2025-12-31])',
  ],
  ['opened 3 emails or clicked 1 in the last month', 'question'],
  ["customers we haven't seen in a year", 'question'],
  ['saw the Summer Sale email', 'question'],
  ['customers in France, Germany, who spent over 100', '(country in FR,DE & orders spend > 100)'],
  [
    'customers in France, spent over 100 or ordered twice',
    '(country equals FR & (orders spend > 100 | orders count >= 2))',
  ],
  ['ordered at least twice or spent over 200 and opted in to email', 'question'],
  [
    'customers in France who spent over 100 or in Germany who spent over 200',
    '((country equals FR & orders spend > 100) | (country equals DE & orders spend > 200))',
  ],
  [
    'French women or German men',
    '((country equals FR & gender equals female) | (country equals DE & gender equals male))',
  ],
  ['French or German women', '(country in FR,DE & gender equals female)'],
  ['women or VIPs in France', 'question'],
  ['women but not VIPs in France', 'question'],
  ['women or men over 50', 'question'],
  ['customers in Berlin, Germany and France', 'question'],
  [
    'customers from London, Paris or Berlin, Germany',
    '(city equals London | city equals Paris | (city equals Berlin & country equals DE))',
  ],
  ['companies using HubSpot but not Salesforce in Germany', 'question'],
  [
    'women under 35 in Spain with 2+ orders or over 300 spent',
    '(gender equals female & birthday during [last 35 year] & country equals ES & (orders count >= 2 | orders spend > 300))',
  ],
  ['average order above 80 with at least 3 orders', '(orders average > 80 & orders count >= 3)'],
  ['Tea buyers or Coffee buyers in Germany', 'question'],
  ['exclude Tea and Coffee', 'not(purchases any {category:Tea} | purchases any {category:Coffee})'],
  [
    'everyone except Tea and Coffee buyers',
    'not(purchases any {category:Tea} | purchases any {category:Coffee})',
  ],
  ['customers with more than 2 orders and no discount', 'question'],
  ['without discount', 'question'],
  ['not discounted', 'question'],
  [
    'customers who bought more Tea than Coffee',
    'figures {from:orders measure:units of:{category:Tea}} > {from:orders measure:units of:{category:Coffee}}',
  ],
  ['bought at least 2 of Tea, Coffee, Cocoa', 'question'],
  ['last order over 100', 'question'],
  ['bought Tea first', 'question'],
  [
    'average order value higher than 50 in 2024 but lower than 50 in 2025',
    '(orders average > 50 [from 2024-01-01 to 2024-12-31] & orders average < 50 [from 2025-01-01 to 2025-12-31])',
  ],
  ['spent 20% more than last year', 'change spend [calendar year 0] >= 1.2 [calendar year -1]'],
  ['top 10% in France', 'question'],
  ['top 10 products', 'question'],
  ['customers not in the top 10% of spenders', 'not(rank spend top 10)'],
  ['customers who are in the top 10% by spend and in France', '(rank spend top 10 & country equals FR)'],
  [
    'bought between 2 and 4 times in the last year and spent between 100 and 200',
    '(orders count between 2,4 [last 1 year] & orders spend between 100,200)',
  ],
  ['ordered over 3 times', 'orders count > 3'],
  ['more than 3 orders over 50', 'orders count > 3 {total:{op:> value:50}}'],
  ['less than 10 dollars spent', 'orders spend < 10'],
  ['spent less than $10 but at least one order', '(orders spend < 10 & orders count >= 1)'],
  ['zero spend', 'orders spend = 0'],
  ['has not ordered since 2024', 'orders count = 0 [from 2024-01-01]'],
  ['ordered from January to March', 'orders count >= 1 [from 2025-01-01 to 2025-03-31]'],
  ['joined from March', 'created_at during [from 2025-03-01]'],
  ['orders from Germany', '(orders count >= 1 & country equals DE)'],
  ['customers from our newsletter', 'segment list_news'],
  ['only customers in France', 'country equals FR'],
  ['all women except those in France', '(gender equals female & not(country equals FR))'],
  ['everyone but Germans', 'not(country equals DE)'],
  ['bought everything except Tea', 'question'],
  [
    'customers who bought all of Tea, Coffee and Cocoa',
    '(purchases any {category:Tea} & purchases any {category:Coffee} & purchases any {category:Cocoa})',
  ],
  ['customers who bought any of Tea, Coffee or Cocoa', 'purchases any {category:Tea,Coffee,Cocoa}'],
  [
    'bought Tea or opened an email but not in France',
    '((purchases any {category:Tea} | events opened_email) & not(country equals FR))',
  ],
  ['spent over 100 in a single order', 'orders largest > 100'],
  ['spent over 100 in one go', 'orders largest > 100'],
  [
    'customers who spent over 500 in total in the last 90 days and are not subscribed',
    '(orders spend > 500 [last 90 day] & not(consent email subscribed))',
  ],
  ['customers who bought Tea before Coffee', 'question'],
  ['customers who bought Tea after June', 'purchases any {category:Tea} [after 2025-06-30]'],
  ['opened an email but bought nothing', '(events opened_email & orders count = 0)'],
  ['email opened no click', 'question'],
  ['people who got a refund and never came back', 'question'],
  ['customers with a birthday in May', 'anniversary birthday [months 5]'],
  ['customers who may churn', 'refused'],
  ['spent 5k', 'orders spend >= 5000'],
  ['$50-$100 AOV', 'orders average between 50,100'],
  ['less than a month ago', 'question'],
  ['ordered a month ago', 'question'],
  ['ordered 2 weeks ago', 'question'],
  ['not in the last 30 days', 'question'],
  ['in the last 30 days', 'question'],
  ['over 100', 'question'],
  ['France', 'country equals FR'],
  ['Tea', 'question'],
  ['vip', 'segment list_vip'],
  ['"VIP"', 'segment list_vip'],
  ['opened Summer Sale', 'events opened_email {campaign:Summer Sale}'],
  ['clicked Summer Sale or October News', 'events clicked_email {campaign:Summer Sale,October News}'],
  ["didn't open October News", 'events opened_email = 0 {campaign:October News}'],
  ['bought once, never came back, 180d+', '(orders count = 1 & orders last_date [older 180 day])'],
  ['bought Coffee in 3 orders', 'purchases any {category:Coffee} orders >= 3'],
])('%s', ([text = '', expected]) => {
  const found = interpret(text, situation())
  expect(found.kind === 'criteria' ? brief(found.criteria) : found.kind).toBe(expected)
})

test.for([
  ['customers in Germany who ordered more than 3 times', '(country equals DE & orders count > 3)'],
  ['are in Germany and ordered more than 3 times', '(country equals DE & orders count > 3)'],
  ['customers who ordered at least 2 times', 'orders count >= 2'],
  ['customer ordered at least twice', 'orders count >= 2'],
])('a title of everyday words names no product in “%s”', ([text = '', expected]) => {
  const shop = situation()
  const title = 'Note to every customer and friend'
  const values = (field: DictionaryField) =>
    field === 'product' ? [{ field, value: title, label: title, count: 3 }] : shop.vocabulary.values(field)
  const read = interpret(text, { ...shop, vocabulary: { ...shop.vocabulary, values } })
  expect(read.kind === 'criteria' ? brief(read.criteria) : read.kind).toBe(expected)
})

test('a name that shorthand stands for counts as it is written', () => {
  const shop = situation()
  const region = [{ field: 'region' as const, value: 'W', label: 'W', count: 3 }]
  const values = (field: DictionaryField) => (field === 'region' ? region : shop.vocabulary.values(field))
  const read = (text: string) => {
    const found = interpret(text, { ...shop, vocabulary: { ...shop.vocabulary, values } })
    return found.kind === 'criteria' ? brief(found.criteria) : found.kind
  }
  expect(read('customers with an average order value over 60')).toBe('orders average > 60')
  expect(read('customers in region W')).toBe('region equals W')
})

test.for<[text: string, expected: string]>([
  ['subscribers in France', 'question'],
  ['women who are not subscribers', 'question'],
  ['email subscribers in France', '(consent email subscribed & country equals FR)'],
  ['customers tagged subscriber', 'tags has subscriber'],
])('where a tag is called subscriber, “%s” is %s', ([text, expected]) => {
  const shop = situation()
  const tag = [{ field: 'tags' as const, value: 'subscriber', label: 'subscriber', count: 3 }]
  const values = (field: DictionaryField) => (field === 'tags' ? tag : shop.vocabulary.values(field))
  const found = interpret(text, { ...shop, vocabulary: { ...shop.vocabulary, values } })
  expect(found.kind === 'criteria' ? brief(found.criteria) : found.kind).toBe(expected)
})

test.for(['Île-de-France', 'customers in Île-de-France'])(
  '%s is a region of theirs, and no French',
  (text) => {
    const shop = situation()
    const region = [{ field: 'region' as const, value: 'Île-de-France', label: 'Île-de-France', count: 9 }]
    const values = (field: DictionaryField) => (field === 'region' ? region : shop.vocabulary.values(field))
    const found = interpret(text, { ...shop, vocabulary: { ...shop.vocabulary, values } })
    expect(found.kind === 'criteria' ? brief(found.criteria) : found.kind).toBe('region equals Île-de-France')
  },
)
