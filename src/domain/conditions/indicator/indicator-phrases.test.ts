import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brief, situation, TEST_INDICATORS } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { readBack } from '../../language/spoken.fixture.ts'
import { kindOf } from '../../indicators/kind.ts'
import { indicator, type IndicatorCondition } from './indicator.ts'
import { comparedWith } from './indicator.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

test.for([
  ['nearly gone customers', 'indicator ind_gone'],
  ['customers who are nearly gone', 'indicator ind_gone'],
  ['nearly gone', 'indicator ind_gone'],
  ['people with the status Nearly gone', 'indicator ind_gone'],
  ['customers in France who are not nearly gone', '(country equals FR & not(indicator ind_gone))'],
  ['nearly gone customers in France', '(indicator ind_gone & country equals FR)'],
  ['who is nearly gone in Paris?', '(indicator ind_gone & city equals Paris)'],
  ['customers marked as nearly gone', 'indicator ind_gone'],
  ['neraly gone customers', 'indicator ind_gone'],
  ['everyone except nearly gone customers', 'not(indicator ind_gone)'],
  ['appetite for Outdoor over 40%', 'indicator ind_outdoor > 40'],
  ['customers with an appetite for Outdoor of at least 25 percent', 'indicator ind_outdoor >= 25'],
  ['whose appetite for outdoor is above 30%', 'indicator ind_outdoor > 30'],
  ['women with an appetite for Outdoor over 50%', '(gender equals female & indicator ind_outdoor > 50)'],
  ['more than 60% appetite for Outdoor', 'indicator ind_outdoor > 60'],
  ['appetite for Outdoor between 20 and 40%', 'indicator ind_outdoor between 20,40'],
  ['order interval under 30 days', 'indicator ind_order_interval < 30'],
  ['customers with an order interval of 2 weeks or less', 'indicator ind_order_interval <= 14'],
  ['order interval between 30 and 60 days', 'indicator ind_order_interval between 30,60'],
  ['order interval below 2 months', 'indicator ind_order_interval < 60'],
  ['days since last order over 90', 'indicator ind_days_since_last_order > 90'],
  [
    'customers in Canada with days since last order above 100 days',
    '(country equals CA & indicator ind_days_since_last_order > 100)',
  ],
  ['discount share of at least 50%', 'indicator ind_discount_share >= 50'],
  ['discount share below 10% in Germany', '(indicator ind_discount_share < 10 & country equals DE)'],
  ['e-mail engagement above 50%', 'indicator ind_email_engagement > 50'],
  ['email engagement of at most 20%', 'indicator ind_email_engagement <= 20'],
  ['the indicator AOV of more than $80', 'indicator ind_aov > 80'],
  ['AOV above 80', 'orders average > 80'],
  ['customers with an AOV above 80', 'orders average > 80'],
  ['customers with a recency score of 1', 'rfm 1'],
  ['discount share over 0.5', 'question'],
  ['customers with the indicator discount share', 'question'],
] as const)('%s', ([text, meant]) => {
  expect(read(text)).toBe(meant)
})

test('the words of every condition are read back', () => {
  const conditions: fc.Arbitrary<IndicatorCondition> = fc
    .constantFrom(...TEST_INDICATORS.values())
    .chain((meaning) => {
      const is = kindOf({ definition: meaning, origin: 'custom' })
      const base = { type: 'indicator' as const, indicator: meaning.id }
      return is?.kind === 'number'
        ? comparedWith(is.unit).map((compared) => ({ ...base, ...compared }))
        : fc.constant(base)
    })
  fc.assert(
    fc.property(conditions, (condition) => {
      const normal = indicator.normal?.(condition) ?? condition
      expect(readBack(normal)).toEqual(normal)
    }),
    { numRuns: 500 },
  )
})
