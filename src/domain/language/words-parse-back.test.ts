import { expect, test } from 'vitest'
import { describe } from '../criteria/describe.ts'
import type { Criteria } from '../criteria/schema.ts'
import { situation, TEST_INDICATORS } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { unprofiled } from '../conditions/profile/scores.fixture.ts'

const { now, zone, currency, vocabulary } = situation()
const names = new Map(vocabulary.values('segment').map(({ value, label }) => [value, label]))
const words = (criteria: Criteria): string =>
  describe(criteria, {
    now,
    zone,
    currency,
    segment: (id) => ({ kind: 'list', id, name: names.get(id) ?? id }),
    ...unprofiled,
    indicator: (id) => TEST_INDICATORS.get(id) ?? expect.unreachable(`no indicator ${id}`),
  })

function criteriaOf(text: string): Criteria | undefined {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? found.criteria : undefined
}

// The words that people are shown are generated from criteria: whoever repeats them means the same.
test.for([
  'customers in Canada or the US who bought Coffee',
  'customers outside the EU',
  'customers in Europe excluding Germany and France',
  'women in France and men in Germany',
  'women aged 25 to 34',
  'gmail addresses',
  'customers without a phone number',
  'tagged vip but not gold',
  'customers who joined before 2024',
  'opted in to SMS but not e-mail',
  'reachable by SMS',
  'unsubscribed from email',
  'ordered more than 3 times in the last 90 days',
  'never bought',
  "haven't ordered in 6 months",
  'bought in store but never online',
  'at least one order over 80 with a discount',
  'used SUMMER20 on mobile since June',
  'refunded orders last month',
  'spent between 100 and 300 dollars this year',
  'net spend over 300',
  'AOV over 75 in the past 12 months',
  'largest order under 40',
  'saved over 20 in discounts',
  'last ordered 30 to 120 days ago',
  'first order in 2024',
  'bought Coffee and Tea, or Cocoa, but never Juice',
  'only ever bought Accessories',
  'anything from Nike except Socks',
  'bought the Gentle Cleanser at least 3 times',
  'spent over 100 on Outdoor last quarter',
  'opened or clicked an email in the last 30 days',
  'no email opened in 60 days',
  'viewed Tea at least twice this month',
  'clicked the Summer Sale campaign',
  'Champions or Loyal Customers',
  'monetary score of 1 but recency 4 or 5',
  'RFM 11x',
  'in both VIP and At Risk EU',
  'everyone except VIPs',
  'top 10% of spenders this year',
  'bottom 50 customers by AOV',
  'either spent over 1000 or ordered at least 3 times this year, but not both',
])('%s', (text) => {
  const criteria = criteriaOf(text)
  expect(criteria).toBeDefined()
  expect(criteria && criteriaOf(`customers who ${words(criteria)}`)).toEqual(criteria)
})
