import { describe, expect, test } from 'vitest'
import type { Criteria } from '../criteria/schema.ts'
import { brief, situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import type { Interpretation } from './interpretation.ts'

/** The last of several messages, each read with what the ones before it left at hand. */
function converse(turns: readonly string[]): Interpretation {
  let atHand: Criteria | undefined
  let found = interpret('', situation())
  for (const text of turns) {
    found = interpret(text, situation(atHand))
    if (found.kind === 'criteria') atHand = found.criteria
  }
  return found
}

describe('follow-ups', () => {
  test.for<[string[], string]>([
    [
      ['customers in Canada or the US who bought Coffee', 'drop the Canada part'],
      '(country equals US & purchases any {category:Coffee})',
    ],
    [
      ['customers in Canada who bought Coffee', 'Tea instead of Coffee'],
      '(country equals CA & purchases any {category:Tea})',
    ],
    [
      ['customers in Canada who bought Coffee', 'actually make that the UK'],
      '(country equals GB & purchases any {category:Coffee})',
    ],
    [
      ['customers in Canada who bought Coffee', 'add the US'],
      '(country in CA,US & purchases any {category:Coffee})',
    ],
    [
      ['customers in Canada who bought Coffee', 'in the last 30 days'],
      '(country equals CA & purchases any {category:Coffee} [last 30 day])',
    ],
    [['customers in Canada who bought Coffee', 'remove the coffee condition'], 'country equals CA'],
    [
      ['customers in Canada who bought Coffee', 'remove the country filter'],
      'purchases any {category:Coffee}',
    ],
    [
      ['customers in Canada who bought Coffee', 'switch to Germany'],
      '(country equals DE & purchases any {category:Coffee})',
    ],
    [
      ['customers in Canada who bought Coffee', 'what about Tea?'],
      '(country equals CA & purchases any {category:Tea})',
    ],
    [
      ['customers in Canada who bought Coffee in the last 60 days', 'Tea instead of Coffee'],
      '(country equals CA & purchases any {category:Tea} [last 60 day])',
    ],
    [
      ['customers in Canada who bought Coffee in the last 60 days', 'remove the coffee condition'],
      'country equals CA',
    ],
    [
      ['customers in Canada who bought Coffee in the last 60 days', 'what about Tea?'],
      '(country equals CA & purchases any {category:Tea} [last 60 day])',
    ],
    [
      ['customers in Canada who bought Coffee in the last 90 days', 'last 30 days instead'],
      '(country equals CA & purchases any {category:Coffee} [last 30 day])',
    ],
    [['customers in France', 'and Spain'], 'country in FR,ES'],
    [['customers in France', 'plus the UK as well'], 'country in FR,GB'],
    [['customers in France', 'replace France with Spain'], 'country equals ES'],
    [
      ['customers in France who opened an email in the last 30 days', 'remove the time limit'],
      '(country equals FR & events opened_email)',
    ],
    [
      [
        'customers in France who opened an email in the last 30 days and spent over 100 in the last 60 days',
        'make the first one 90 days',
      ],
      '(country equals FR & events opened_email [last 90 day] & orders spend > 100 [last 60 day])',
    ],
    [
      ['customers who spent more than $500 in the last 90 days', 'but not VIPs'],
      '(orders spend > 500 [last 90 day] & not(segment list_vip))',
    ],
    [
      ['customers who spent more than $500 in the last 90 days', 'change the amount to 300'],
      'orders spend > 300 [last 90 day]',
    ],
    [
      ['customers who spent more than $500 in the last 90 days', 'make it 60 days'],
      'orders spend > 500 [last 60 day]',
    ],
    [
      ['customers who spent more than $500 in the last 90 days', 'now only those in France', 'also Belgium'],
      '(orders spend > 500 [last 90 day] & country in FR,BE)',
    ],
    [
      ['customers who spent more than $500 in the last 90 days', 'only email subscribers'],
      '(orders spend > 500 [last 90 day] & consent email subscribed)',
    ],
    [
      ['customers who spent more than $500 in the last 90 days', 'who also opened an email this month'],
      '(orders spend > 500 [last 90 day] & events opened_email [calendar month 0])',
    ],
    [
      ['customers who spent more than $500 in the last 90 days', 'without those in Germany'],
      '(orders spend > 500 [last 90 day] & not(country equals DE))',
    ],
    [['customers who spent over 200', '300 instead'], 'orders spend > 300'],
    [['customers who spent over 200', 'customers in Italy'], 'country equals IT'],
    [
      ['customers who spent over 200', 'exclude people who bought Tea'],
      '(orders spend > 200 & not(purchases any {category:Tea}))',
    ],
    [
      ['customers who spent over 200', 'how many of those are in Italy?'],
      '(orders spend > 200 & country equals IT)',
    ],
    [['customers who spent over 200', 'limit to women'], '(orders spend > 200 & gender equals female)'],
    [
      ['customers who spent over 200', 'or people who bought Tea'],
      '(orders spend > 200 | purchases any {category:Tea})',
    ],
    [['customers who spent over 200', 'raise it to 400'], 'orders spend > 400'],
    [['customers who spent over 200', 'same but repeat buyers'], '(orders spend > 200 & orders count >= 2)'],
    [['customers who spent over 200', 'same thing for France'], '(orders spend > 200 & country equals FR)'],
    [
      ['customers who spent over 200', 'start over: repeat buyers in Italy'],
      '(orders count >= 2 & country equals IT)',
    ],
    [['customers with at least 3 orders', 'exactly 3'], 'orders count = 3'],
    [['customers with at least 3 orders', 'make it 5'], 'orders count >= 5'],
    [['customers with at least 3 orders', 'more than 5'], 'orders count > 5'],
    [
      ['customers who spent over 200 in the last 90 days', 'at least, not more than'],
      'orders spend >= 200 [last 90 day]',
    ],
    [['customers in Spain or Italy', 'just Spain'], 'country equals ES'],
    [['customers in France', 'anywhere but France instead'], 'not(country equals FR)'],
    [
      [
        'customers who spent over 500 in the last 90 days',
        'now only France',
        'or people in Belgium who spent over 300 in that time',
      ],
      '((orders spend > 500 [last 90 day] & country equals FR) | (country equals BE & orders spend > 300 [last 90 day]))',
    ],
  ])('%s', ([turns, criteria]) => {
    const found = converse(turns)
    expect(found.kind === 'criteria' ? brief(found.criteria) : found).toBe(criteria)
  })

  test.for([
    ['customers in Spain', 'women', ['(country equals ES & gender equals female)', 'gender equals female']],
    [
      'bought Tea',
      'bought Coffee',
      ['(purchases any {category:Tea} & purchases any {category:Coffee})', 'purchases any {category:Coffee}'],
    ],
  ] as const)('%s, %s: to narrow or to begin anew is asked', ([before, text, offered]) => {
    const found = converse([before, text])
    expect(
      found.kind === 'question' ? found.options.map(({ criteria }) => criteria && brief(criteria)) : found,
    ).toEqual(offered)
  })

  test.for([
    ['customers in Spain', 'spent over 200', '(country equals ES & orders spend > 200)'],
    [
      'never ordered',
      'joined in 2024',
      '(orders count = 0 & created_at during [from 2024-01-01 to 2024-12-31])',
    ],
  ])('%s, %s: what has no subject narrows, and says so', ([before = '', text = '', criteria]) => {
    const found = converse([before, text])
    expect(found.kind === 'criteria' ? [brief(found.criteria), found.assumptions] : found).toEqual([
      criteria,
      ['This narrows the people at hand; “start over: …” begins anew.'],
    ])
  })

  test.for([
    ['drop France', '(country equals ES & not(country equals FR))'],
    ['drop the Tea part', '(country equals ES & not(purchases any {category:Tea}))'],
  ])('what is not there can’t be dropped: %s', ([text = '', offered]) => {
    const found = converse(['customers in Spain', text])
    expect(
      found.kind === 'question' ? found.options.map(({ criteria }) => criteria && brief(criteria)) : found,
    ).toEqual([offered])
  })

  test('nothing is left when the only condition is taken out: that is asked', () => {
    expect(converse(['customers in France', 'drop the France part']).kind).toBe('question')
  })

  test('a change that can’t be read changes nothing', () => {
    expect(converse(['customers in France', 'only those who like jazz']).kind).toBe('question')
  })
})
