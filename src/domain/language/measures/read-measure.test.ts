import { expect, test } from 'vitest'
import { measureOf } from '../../indicators/measures/index.ts'
import { situation, TEST_INDICATORS } from '../company.fixture.ts'
import { readMeasure } from './read-measure.ts'
import { unprofiled } from '../../conditions/profile/scores.fixture.ts'

const { now, zone, currency } = situation()
const ctx = {
  now,
  zone,
  currency,
  segment: () => expect.unreachable(),
  indicator: () => expect.unreachable(),
  ...unprofiled,
}
const words = (text: string): string => {
  const measure = readMeasure(text, situation())
  return measureOf(measure).words(measure, ctx)
}

test.for([
  ['days since last order', 'days since the last order'],
  ['number of days since their first purchase', 'days since the first order'],
  ['days since they last opened an email', 'days since they last opened an e-mail'],
  ['AOV', 'the average order'],
  ['average order value in the last 12 months', 'the average order in the last 12 months'],
  ['order interval', 'the average number of days between orders'],
  ['average days between orders', 'the average number of days between orders'],
  ['share of spend in Outdoor', 'the share of spend on any product in the category Outdoor'],
  [
    'the share of their spending on Tea or Coffee this year',
    'the share of spend on any product in the category Tea or Coffee this year',
  ],
  ['percentage of orders with a discount', 'the share of orders with a discount'],
  [
    'share of orders that were refunded',
    'the share of orders with the status refunded or partially refunded',
  ],
  [
    'share of orders online in the last 90 days',
    'the share of orders through the channel online in the last 90 days',
  ],
  ['discount share', 'the share of orders with a discount'],
  [
    'number of e-mails opened in the last 30 days',
    'the number of times they opened an e-mail in the last 30 days',
  ],
  ['number of times they clicked an email', 'the number of times they clicked an e-mail'],
  ['number of orders in the last 90 days', 'the number of orders in the last 90 days'],
  [
    'money spent on Skincare in the last 6 months',
    'the money spent on any product in the category Skincare in the last 6 months',
  ],
  ['total spend', 'the money spent'],
  ['spend in the last 90 days', 'the money spent in the last 90 days'],
  ['recency score', 'the recency score'],
  [
    'share of the last 6 periods of 30 days in which they opened an email',
    'the share of the last 6 periods of 30 days in which they opened an e-mail',
  ],
] as const)('%s', ([text, meant]) => {
  expect(words(text)).toBe(meant)
})

test('the words of the built-in measures are read back', () => {
  for (const meaning of TEST_INDICATORS.values()) {
    if (meaning.kind !== 'number') continue
    expect(readMeasure(measureOf(meaning.measure).words(meaning.measure, ctx), situation())).toEqual(
      meaning.measure,
    )
  }
})

test.for(['happiness', 'share of', 'number of orders and then some', ''])('%s is no measure', (text) => {
  expect(() => readMeasure(text, situation())).toThrow('is no measure that is understood')
})
