import { describe, expect, test } from 'vitest'
import { describe as describeCriteria } from '../../criteria/describe.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { brief, situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'
import type { Interpretation } from '../interpretation.ts'
import { unprofiled } from '../../conditions/profile/scores.fixture.ts'

const { now, zone, currency, vocabulary } = situation()
const names = new Map(vocabulary.values('segment').map(({ value, label }) => [value, label]))

/** The situation with the words that people are really shown: references such as "the coffee part" are found in them. */
const atHand = (criteria?: Criteria) => ({
  ...situation(criteria),
  describe: (of: Criteria) =>
    describeCriteria(of, {
      now,
      zone,
      currency,
      segment: (id) => ({ kind: 'list', id, name: names.get(id) ?? id }),
      ...unprofiled,
      indicator: (id) => expect.unreachable(`nothing here names an indicator, not ${id} either`),
    }),
})

function afterwards(before: string, change: string): Interpretation {
  const first = interpret(before, atHand())
  if (first.kind !== 'criteria') throw new Error(`No criteria: ${before}`)
  return interpret(change, atHand(first.criteria))
}

/** What a change of criteria in a few words leads to. */
const CHANGES: readonly (readonly [before: string, changes: Readonly<Record<string, string>>])[] = [
  [
    'Champions in France',
    {
      'and Loyal Customers too': '(rfm Champions,Loyal Customers & country equals FR)',
    },
  ],
  [
    'Champions',
    {
      'actually VIPs': 'segment list_vip',
    },
  ],
  [
    'French customers who spent over 200',
    {
      'drop the country': 'orders spend > 200',
    },
  ],
  [
    'bought Skincare in the last 60 days and opened an email in the last 30 days',
    {
      'make both 90 days':
        '(purchases any {category:Skincare} [last 90 day] & events opened_email [last 90 day])',
      'make the email window 90 days':
        '(purchases any {category:Skincare} [last 60 day] & events opened_email [last 90 day])',
      'make the first one 90 days':
        '(purchases any {category:Skincare} [last 90 day] & events opened_email [last 30 day])',
    },
  ],
  [
    'visited the site in the last 14 days but did not buy in those 14 days',
    { 'and what if it’s 30?': '(events visited_site [last 30 day] & orders count = 0 [last 30 day])' },
  ],
  [
    'bought Tea in December 2024',
    { 'december of any year actually': 'purchases any {category:Tea} {months:12}' },
  ],
  ['ordered in the last 14 days', { 'how about 60': 'orders count >= 1 [last 60 day]' }],
  [
    'customers in Canada or the US who bought Coffee',
    {
      'drop the Canada part': '(country equals US & purchases any {category:Coffee})',
    },
  ],
  [
    'customers in Canada who bought Coffee',
    {
      'actually make that the UK': '(country equals GB & purchases any {category:Coffee})',
    },
  ],
  [
    'customers in France but not VIPs',
    {
      'bring the VIPs back': 'country equals FR',
      'drop the VIP exclusion': 'country equals FR',
      'include VIPs again': 'country equals FR',
    },
  ],
  [
    'customers in France who bought Coffee',
    {
      'add people from Italy': '(country in FR,IT & purchases any {category:Coffee})',
    },
  ],
  [
    'customers in France who bought Tea in the last 90 days',
    {
      '30 rather than 90': '(country equals FR & purchases any {category:Tea} [last 30 day])',
      'Drop the time window, please.': '(country equals FR & purchases any {category:Tea})',
      'I meant 30 days': '(country equals FR & purchases any {category:Tea} [last 30 day])',
      'and spent more than 100':
        '(country equals FR & purchases any {category:Tea} [last 90 day] & orders spend > 100)',
      'at any time': '(country equals FR & purchases any {category:Tea})',
      'change 90 to 30': '(country equals FR & purchases any {category:Tea} [last 30 day])',
      'drop the 90 days': '(country equals FR & purchases any {category:Tea})',
      ever: '(country equals FR & purchases any {category:Tea})',
      'except women':
        '(country equals FR & purchases any {category:Tea} [last 90 day] & not(gender equals female))',
      'how many of those are women?':
        '(country equals FR & purchases any {category:Tea} [last 90 day] & gender equals female)',
      'leave out VIPs':
        '(country equals FR & purchases any {category:Tea} [last 90 day] & not(segment list_vip))',
      'minus the VIPs':
        '(country equals FR & purchases any {category:Tea} [last 90 day] & not(segment list_vip))',
      'narrow it down to the last 30 days':
        '(country equals FR & purchases any {category:Tea} [last 30 day])',
      'narrow it down to women':
        '(country equals FR & purchases any {category:Tea} [last 90 day] & gender equals female)',
      'no VIPs': '(country equals FR & purchases any {category:Tea} [last 90 day] & not(segment list_vip))',
      'no time limit': '(country equals FR & purchases any {category:Tea})',
      'not 90 days but 30': '(country equals FR & purchases any {category:Tea} [last 30 day])',
      'of those, who spent more than 100?':
        '(country equals FR & purchases any {category:Tea} [last 90 day] & orders spend > 100)',
      'only email subscribers please':
        '(country equals FR & purchases any {category:Tea} [last 90 day] & consent email subscribed)',
      'only the last 30 days': '(country equals FR & purchases any {category:Tea} [last 30 day])',
      'oops, 30 days': '(country equals FR & purchases any {category:Tea} [last 30 day])',
      'remove people who bought Coffee':
        '(country equals FR & purchases any {category:Tea} [last 90 day] & not(purchases any {category:Coffee}))',
      'shorten it to a month': '(country equals FR & purchases any {category:Tea} [last 1 month])',
      'should be 30 days': '(country equals FR & purchases any {category:Tea} [last 30 day])',
      'since January instead': '(country equals FR & purchases any {category:Tea} [from 2025-01-01])',
      'they should also have spent more than 100':
        '(country equals FR & purchases any {category:Tea} [last 90 day] & orders spend > 100)',
      'who also spent more than 100':
        '(country equals FR & purchases any {category:Tea} [last 90 day] & orders spend > 100)',
    },
  ],
  [
    'customers in France who bought Tea',
    {
      'drop the second condition': 'country equals FR',
      'forget about France': 'purchases any {category:Tea}',
      'lose the tea bit': 'country equals FR',
      'never mind the country': 'purchases any {category:Tea}',
      'skip the tea requirement': 'country equals FR',
    },
  ],
  [
    'customers in France who spent over 200',
    {
      'and what about Spain instead?': '(country equals ES & orders spend > 200)',
    },
  ],
  [
    'customers in France who spent over 500',
    {
      'lower it to 300': '(country equals FR & orders spend > 300)',
    },
  ],
  [
    'customers in France',
    {
      'France and the UK': 'country in FR,GB',
      'UK as well': 'country in FR,GB',
      'and only those who bought Tea': '(country equals FR & purchases any {category:Tea})',
      'and the UK?': 'country in FR,GB',
      'anywhere but France': 'not(country equals FR)',
      'exclude the ones who bought Tea': '(country equals FR & not(purchases any {category:Tea}))',
      'not France': 'not(country equals FR)',
      'outside France instead': 'not(country equals FR)',
      'replace France with Spain': 'country equals ES',
      'what about the UK?': 'country equals GB',
    },
  ],
  [
    'customers in Spain or Italy',
    {
      'just Spain': 'country equals ES',
      'without Italy': 'country equals ES',
    },
  ],
  [
    'customers in the UK who bought Coffee at least twice',
    {
      '3 times instead': '(country equals GB & purchases any {category:Coffee} orders >= 3)',
    },
  ],
  [
    'customers in the UK who bought Coffee',
    {
      'but not Tea':
        '(country equals GB & purchases any {category:Coffee} & not(purchases any {category:Tea}))',
      'everyone else': 'not((country equals GB & purchases any {category:Coffee}))',
      'or Tea': '(country equals GB & (purchases any {category:Coffee} | purchases any {category:Tea}))',
      'swap the UK for Ireland': '(country equals IE & purchases any {category:Coffee})',
    },
  ],
  [
    'customers in the UK who spent over 200 and ordered at least twice',
    {
      '300 instead of 200': '(country equals GB & orders spend > 300 & orders count >= 2)',
      'make it $300': '(country equals GB & orders spend > 300 & orders count >= 2)',
      'make it 3 orders': '(country equals GB & orders spend > 200 & orders count >= 3)',
      'make it 300': '(country equals GB & orders spend > 300 & orders count >= 2)',
    },
  ],
  [
    'customers who bought Coffee and Tea',
    {
      'either of those instead of both': '(purchases any {category:Coffee} | purchases any {category:Tea})',
      'swap Coffee for Cocoa': '(purchases any {category:Cocoa} & purchases any {category:Tea})',
    },
  ],
  [
    'customers who bought Coffee and spent over 100 in the last 60 days',
    {
      'make the coffee one the last 30 days too':
        '(purchases any {category:Coffee} [last 30 day] & orders spend > 100 [last 60 day])',
    },
  ],
  [
    'customers who bought Coffee and spent over 100',
    {
      'I want only women': '(purchases any {category:Coffee} & orders spend > 100 & gender equals female)',
      'Tea not Coffee, and over 200': '(purchases any {category:Tea} & orders spend > 200)',
      'and women only': '(purchases any {category:Coffee} & orders spend > 100 & gender equals female)',
      'at least 200 please': '(purchases any {category:Coffee} & orders spend >= 200)',
      'can you make it 300': '(purchases any {category:Coffee} & orders spend > 300)',
      'drop everything except the coffee part': 'purchases any {category:Coffee}',
      'drop the spend and make it France': '(purchases any {category:Coffee} & country equals FR)',
      'great, but leave out the Newsletter people':
        '(purchases any {category:Coffee} & orders spend > 100 & not(segment list_news))',
      'just the coffee part': 'purchases any {category:Coffee}',
      'keep only the coffee condition': 'purchases any {category:Coffee}',
      'make the spend 300': '(purchases any {category:Coffee} & orders spend > 300)',
      'no I meant over 200': '(purchases any {category:Coffee} & orders spend > 200)',
      'ok, now exclude anyone who opened an email in the last 30 days':
        '(purchases any {category:Coffee} & orders spend > 100 & not(events opened_email [last 30 day]))',
      'only women, only in France':
        '(purchases any {category:Coffee} & orders spend > 100 & gender equals female & country equals FR)',
      'over 200 I meant': '(purchases any {category:Coffee} & orders spend > 200)',
      'set the spend threshold to 300': '(purchases any {category:Coffee} & orders spend > 300)',
      'that we can text': '(purchases any {category:Coffee} & orders spend > 100 & consent sms subscribed)',
      "that's wrong, I meant Tea": '(purchases any {category:Tea} & orders spend > 100)',
      'we only want women': '(purchases any {category:Coffee} & orders spend > 100 & gender equals female)',
      'who bought Coffee in the last 30 days':
        '(purchases any {category:Coffee} [last 30 day] & orders spend > 100)',
      'women only': '(purchases any {category:Coffee} & orders spend > 100 & gender equals female)',
    },
  ],
  [
    'customers who bought Coffee or Tea',
    {
      'both, not either': 'purchases all {category:Coffee,Tea}',
    },
  ],
  [
    'customers who bought Coffee tagged gold',
    {
      'drop the tag': 'purchases any {category:Coffee}',
    },
  ],
  [
    'customers who bought Coffee',
    {
      'add people from Italy': '(purchases any {category:Coffee} | country equals IT)',
      'now do the same for Tea': 'purchases any {category:Tea}',
      'start over with people in France': 'country equals FR',
      'swap Coffee for Tea': 'purchases any {category:Tea}',
      'take out anybody who spent more than 500':
        '(purchases any {category:Coffee} & not(orders spend > 500))',
      'the opposite': 'not(purchases any {category:Coffee})',
      'who never bought Coffee instead': 'purchases none {category:Coffee}',
    },
  ],
  [
    'customers who opened an email in the last 30 days',
    {
      'and clicked too': '(events opened_email [last 30 day] & events clicked_email)',
      'clicked instead of opened': 'events clicked_email [last 30 day]',
      'clicks rather than opens': 'events clicked_email [last 30 day]',
      'make that clicked': 'events clicked_email [last 30 day]',
    },
  ],
  [
    'customers who ordered more than 3 times',
    {
      '3 or more': 'orders count >= 3',
      '5': 'orders count > 5',
      'at least 3 instead': 'orders count >= 3',
      'between 3 and 5': 'orders count between 3,5',
      'make it exactly 3': 'orders count = 3',
      'more than 5 not 3': 'orders count > 5',
      'not 3, 5': 'orders count > 5',
      'raise the minimum to 5': 'orders count > 5',
      'up it to 5': 'orders count > 5',
    },
  ],
  [
    'customers who spent between 100 and 300',
    {
      'only in the last year': 'orders spend between 100,300 [last 1 year]',
    },
  ],
  [
    'customers who spent more than $500 in the last 90 days',
    {
      'make it 60 days': 'orders spend > 500 [last 60 day]',
      'now only those in France': '(orders spend > 500 [last 90 day] & country equals FR)',
    },
  ],
  [
    'customers who spent over 100 in Germany',
    {
      'Austria, not Germany': '(orders spend > 100 & country equals AT)',
      'Germany or Austria': '(orders spend > 100 & country in DE,AT)',
      'add France and Spain': '(orders spend > 100 & country in DE,FR,ES)',
      'broaden to Austria': '(orders spend > 100 & country in DE,AT)',
      'change the country to Austria': '(orders spend > 100 & country equals AT)',
      'could you add France to that?': '(orders spend > 100 & country in DE,FR)',
      'expand it to include Austria': '(orders spend > 100 & country in DE,AT)',
      'make it Berlin': '(orders spend > 100 & city equals Berlin)',
    },
  ],
  [
    'customers who spent over 100',
    {
      'exclude Germany and Austria': '(orders spend > 100 & not(country in DE,AT))',
      'filter by country Germany': '(orders spend > 100 & country equals DE)',
      'only in France and Italy': '(orders spend > 100 & country in FR,IT)',
      'restrict to Germany': '(orders spend > 100 & country equals DE)',
      'what if they spent over 200': 'orders spend > 200',
    },
  ],
  [
    'customers who spent over 200 in the last 90 days',
    {
      'at least, not more than': 'orders spend >= 200 [last 90 day]',
    },
  ],
  [
    'customers who spent over 200',
    {
      'same but repeat buyers': '(orders spend > 200 & orders count >= 2)',
    },
  ],
  [
    'customers who spent over 500 in the last 90 days',
    {
      'bump it to 600': 'orders spend > 600 [last 90 day]',
      'now only France and make it 60 days': '(orders spend > 500 [last 60 day] & country equals FR)',
      'widen it to 6 months': 'orders spend > 500 [last 6 month]',
    },
  ],
  [
    'customers who spent over 500 this year',
    {
      'last year instead': 'orders spend > 500 [calendar year -1]',
      'make it last year': 'orders spend > 500 [calendar year -1]',
    },
  ],
  [
    'customers who viewed a product in the last 7 days',
    {
      'added to cart instead': 'events added_to_cart [last 7 day]',
    },
  ],
  [
    'customers whose last order was over 90 days ago',
    {
      '180': 'orders last_date [older 180 day]',
      '6 months instead': 'orders last_date [older 6 month]',
      'make it 120 days': 'orders last_date [older 120 day]',
    },
  ],
  [
    'customers with 2 or more orders in France',
    {
      'more than 2, not 2 or more': '(orders count > 2 & country equals FR)',
    },
  ],
  [
    'customers with a birthday in the next 7 days',
    {
      'make it 14 days': 'anniversary birthday [next 14 day]',
    },
  ],
  [
    'people who abandoned a cart in the last 14 days',
    {
      'checkout rather than cart': 'abandoned started_checkout [last 14 day]',
      'sorry, 7 days not 14': 'abandoned added_to_cart [last 7 day]',
    },
  ],
  [
    'top 10% by spend',
    {
      'make it 5%': 'rank spend top 5',
      'top 5%': 'rank spend top 5',
    },
  ],
  [
    'top 50 customers by spend',
    {
      '100 instead': 'rank spend top 100',
      'make it the top 20': 'rank spend top 20',
    },
  ],
  [
    'women aged 25 to 34',
    {
      'aged 30 to 40 instead': '(gender equals female & birthday during [ago 30 41 year])',
    },
  ],
  [
    'women in France who spent over 200',
    {
      'men instead': '(gender equals male & country equals FR & orders spend > 200)',
      'men too': '(gender in female,male & country equals FR & orders spend > 200)',
      'people in Italy too': '(gender equals female & country in FR,IT & orders spend > 200)',
    },
  ],
  [
    'women in Germany who bought Coffee',
    {
      'no, men': '(gender equals male & country equals DE & purchases any {category:Coffee})',
      'same for men': '(gender equals male & country equals DE & purchases any {category:Coffee})',
    },
  ],
]

describe('changes of the criteria at hand', () => {
  for (const [before, changes] of CHANGES) {
    test.for(Object.entries(changes))(`${before} → %s`, ([change, after]) => {
      const found = afterwards(before, change)
      expect(found.kind === 'criteria' ? brief(found.criteria) : found).toBe(after)
      expect(found.kind === 'criteria' && found.intent).toBe('refine')
    })
  }
})
