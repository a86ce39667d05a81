import { describe, expect, test } from 'vitest'
import { brief, situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

/** `count >= 1` in each of these times. */
const each = (...windows: string[]) => `(${windows.map((one) => `orders count >= 1 [${one}]`).join(' & ')})`

describe('a year that is said once', () => {
  test.for<[string, string]>([
    ['ordered in Nov or Dec 2024', 'orders count >= 1 [from 2024-11-01 to 2024-12-31]'],
    ['ordered in Q3 and Q4 2024', each('from 2024-07-01 to 2024-09-30', 'from 2024-10-01 to 2024-12-31')],
    ['ordered in December or January 2025', 'orders count >= 1 [from 2024-12-01 to 2025-01-31]'],
    ['ordered between 15 March and 2 April 2022', 'orders count >= 1 [from 2022-03-15 to 2022-04-02]'],
    ['ordered between November 2023 and February', 'orders count >= 1 [from 2023-11-01 to 2024-02-29]'],
    ['ordered jan-june 2024', 'orders count >= 1 [from 2024-01-01 to 2024-06-30]'],
    [
      'ordered on Black Friday or Cyber Monday 2023',
      '(orders count >= 1 [from 2023-11-24 to 2023-11-24] | orders count >= 1 [from 2023-11-27 to 2023-11-27])',
    ],
    ['BFCM buyers of 2023', 'orders count >= 1 [from 2023-11-24 to 2023-11-27]'],
    ['2024 Black Friday buyers', 'orders count >= 1 [from 2024-11-29 to 2024-11-29]'],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))
})

describe('several years of one time of the year', () => {
  test.for<[string, string]>([
    [
      'ordered every summer three years running, so June to August 2023, and 2024, and 2025',
      each('from 2023-06-01 to 2023-08-31', 'from 2024-06-01 to 2024-08-31', 'from 2025-06-01 to 2025-08-31'),
    ],
    [
      'ordered in December 2023 and 2024',
      each('from 2023-12-01 to 2023-12-31', 'from 2024-12-01 to 2024-12-31'),
    ],
    [
      'ordered on every Black Friday for the last 2 years',
      each('from 2023-11-24 to 2023-11-24', 'from 2024-11-29 to 2024-11-29'),
    ],
    [
      'ordered on each of the last two Black Fridays',
      each('from 2023-11-24 to 2023-11-24', 'from 2024-11-29 to 2024-11-29'),
    ],
    [
      'at least one order in each of the four quarters of 2024',
      'regular {did:ordered} quarter [from 2024-01-01 to 2024-12-31]',
    ],
    [
      'ordered in each of the last three full months, i.e. aug AND sept AND oct, at least once per month',
      'regular {did:ordered} month [calendar month -3 3]',
    ],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test.for([
    // A year has four.
    'ordered in each of the three quarters of 2024',
    'ordered in December 2023, 2024',
  ])('%s is asked about', (text) => expect(read(text)).toBe('question'))
})

describe('a time that was said before', () => {
  test.for<[string, string]>([
    [
      'Cyber Monday 2024 shoppers with no orders after that day',
      '(orders count >= 1 [from 2024-12-02 to 2024-12-02] & orders count = 0 [from 2024-12-03])',
    ],
    [
      'Cyber Monday 2024 shoppers for whom that was the last order ever',
      '(orders count >= 1 [from 2024-12-02 to 2024-12-02] & orders last_date [from 2024-12-02 to 2024-12-02])',
    ],
    [
      'BFCM buyers of 2024 (Fri 29 Nov till Cyber Monday 2 Dec) that we never saw again after',
      '(orders count >= 1 [from 2024-11-29 to 2024-12-02] & orders count = 0 [from 2024-12-03])',
    ],
    [
      'first ever order in Nov or Dec 2024 and came back at any moment from 1 January 2025',
      '(orders first_date [from 2024-11-01 to 2024-12-31] & orders count >= 1 [from 2025-01-01])',
    ],
    [
      'added to cart in the last 7 days, no order placed in these 7 days',
      '(events added_to_cart [last 7 day] & orders count = 0 [last 7 day])',
    ],
    [
      'ordered over Easter weekend this year, Good Friday through Easter Monday',
      'orders count >= 1 [from 2025-04-18 to 2025-04-21]',
    ],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test('a weekday that the date does not have is asked about', () =>
    expect(read('ordered on Saturday, 29 November 2024')).toBe('question'))
})

describe('how a time is said', () => {
  test.for<[string, string]>([
    [
      'placed an order between March 15 and April 2, 2025, both days included',
      'orders count >= 1 [from 2025-03-15 to 2025-04-02]',
    ],
    [
      'signups between 03/04/2025 and 09/05/2025 (dd/mm, we are in europe!!) both days incl., who have not bought anything',
      '(created_at during [from 2025-04-03 to 2025-05-09] & orders count = 0)',
    ],
    [
      'signups between 03/04/2025 and 09/05/2025 (mm/dd)',
      'created_at during [from 2025-03-04 to 2025-09-05]',
    ],
    ['ordered last week. last week = Mon-Sun, not rolling', 'orders count >= 1 [calendar week -1]'],
    ['ordered since Jan this yr', 'orders count >= 1 [from 2025-01-01]'],
    ['ordered in the week before Christmas 2024', 'orders count >= 1 [from 2024-12-18 to 2024-12-24]'],
    ['ordered on the day after Black Friday 2024', 'orders count >= 1 [from 2024-11-30 to 2024-11-30]'],
    ['ordered in the 3 days after Cyber Monday 2024', 'orders count >= 1 [from 2024-12-03 to 2024-12-05]'],
    ['ordered the week before last', 'orders count >= 1 [calendar week -2]'],
    ['the Sunday shoppers', 'orders count >= 1 {weekdays:sunday}'],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test.for<[string, string]>([
    [
      "joined before 2023 and didn't make a first purchase until 2025",
      '(created_at during [before 2023-01-01] & nth_order 1 [from 2025-01-01])',
    ],
    ['did not order until March 2025', 'orders first_date [from 2025-03-01]'],
    ["didn't place their second order until March 2025", 'nth_order 2 [from 2025-03-01]'],
    [
      "didn't place their second order in September",
      '(orders count >= 2 & not(nth_order 2 [from 2025-09-01 to 2025-09-30]))',
    ],
    ['have not ordered until now', 'orders count = 0 [before 2025-11-20]'],
  ])('what was not done until then: %s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))
})

describe('words that the rest makes exact', () => {
  test.for<[string, string]>([
    [
      'active customers (2+ orders this year) in France',
      '(orders count >= 2 [calendar year 0] & country equals FR)',
    ],
    [
      'active in H1 (min 1 order jan-june 2025) but zero orders in H2 so far',
      '(orders count >= 1 [from 2025-01-01 to 2025-06-30] & orders count = 0 [from 2025-07-01 to 2025-12-31])',
    ],
    ['active in H1 (2+ orders)', 'orders count >= 2 [from 2025-01-01 to 2025-06-30]'],
    [
      'full price loyalists = 3+ orders and never a single promo code used',
      '(orders count >= 3 & orders count = 0 {coded:true})',
    ],
    [
      'mid tier for the loyalty relaunch: lifetime spend 300 to 500 (both included), min. 2 orders',
      '(orders spend between 300,500 & orders count >= 2)',
    ],
    ['frequency = 5', 'rfm 5'],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test.for(['loyal customers (in France)', 'active customers (tagged vip)'])(
    'a place or a tag explains nothing: %s',
    (text) => expect(read(text)).toBe('question'),
  )
})

describe('orders by their code, status, total and date', () => {
  test.for<[string, string]>([
    [
      'SUMMER20 users of this year who did not use it last year',
      '(orders count >= 1 [calendar year 0] {code:SUMMER20} & orders count = 0 [calendar year -1] {code:SUMMER20})',
    ],
    [
      'redeemed WELCOME10 and also SUMMER20 at some point, on different orders ofc',
      '(orders count >= 1 {code:WELCOME10} & orders count >= 1 {code:SUMMER20} & orders count >= 2)',
    ],
    ['have never once paid full price', '(orders count >= 1 & orders count = 0 {discounted:false})'],
    [
      'had more than one order refunded, whether full or partial',
      'orders count > 1 {status:refunded,partially_refunded}',
    ],
    [
      'one timers with a basket under 30, order was in Q1 this year',
      '(orders count = 1 & orders count >= 1 {total:{op:< value:30}} & orders last_date [from 2025-01-01 to 2025-03-31])',
    ],
    [
      'spent between 150 and 400 in 2024, then nothing at all this year',
      '(orders spend between 150,400 [from 2024-01-01 to 2024-12-31] & orders count = 0 [calendar year 0])',
    ],
    [
      'not one order of 100 or less, and two orders at minimum',
      '(orders count = 0 {total:{op:<= value:100}} & orders count >= 2)',
    ],
    [
      '2+ orders, last one between 90 and 180 days ago',
      '(orders count >= 2 & orders last_date [ago 90 180 day])',
    ],
    [
      'repeat buyers who have let 200 days go by without another order',
      '(orders count >= 2 & orders count = 0 [last 200 day])',
    ],
    [
      'added to cart in the last 3 days and has not ordered since adding',
      'abandoned added_to_cart [last 3 day]',
    ],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  // Whether both stood in one order is limited by these words, and can't be asked.
  test('bought Tea and Coffee on different orders', () =>
    expect(read('bought Tea and Coffee on different orders')).toBe('question'))
})

describe('ranks, whichever part comes first', () => {
  test.for<[string, string]>([
    [
      'among people who ordered this year, who are the top 25 by number of orders?',
      'rank orders top 25 {type:orders measure:count op:>= value:1 within:[calendar year 0]}',
    ],
    [
      'among French customers, give me the 50 biggest spenders',
      'rank spend top 50 {type:attribute field:country op:equals value:FR}',
    ],
    [
      'Xmas cards: the 50 biggest spenders 2025 YTD in France and the 50 biggest in Germany, so 100 altogether',
      '(rank spend top 50 [calendar year 0] {type:attribute field:country op:equals value:FR} | rank spend top 50 [calendar year 0] {type:attribute field:country op:equals value:DE})',
    ],
    [
      'lowest-spending 10% of our UK buyers',
      'rank spend bottom 10 {all:{type:attribute field:country op:equals value:GB},{type:orders measure:count op:>= value:1}}',
    ],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test('a sum that is wrong is asked about', () =>
    expect(read('the 50 biggest spenders in France and the 50 biggest in Germany, so 80 altogether')).toBe(
      'question',
    ))
})

describe('days of birth and of joining', () => {
  test.for<[string, string]>([
    ['turning 40 sometime next year', 'anniversary birthday [calendar year 1] {op:= value:40}'],
    [
      'birthdays falling between 24 December and 2 January, any birth year',
      'anniversary birthday [days 12-24 01-02]',
    ],
    [
      'placed their first order within 30 days from the registration',
      'sequence {did:signed_up} {did:ordered} true {n:30 unit:day}',
    ],
    [
      'signed up on a Saturday in the last week of October',
      'created_at during [from 2025-10-25 to 2025-10-25]',
    ],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test('too many days for a list', () => expect(read('signed up on a Monday this year')).toBe('question'))
})

describe('scores and segments of RFM', () => {
  test.for<[string, string]>([
    ['R5 F1, M doesnt matter', '(rfm 5 & rfm 1)'],
    ['recency 5 and frequency 4, whatever the monetary score', '(rfm 5 & rfm 4)'],
    ['Loyal and Potential Loyalists', 'rfm Loyal Customers,Potential Loyalists'],
    [
      'Promising or New Customers (the rfm ones) in France',
      '(rfm Promising,New Customers & country equals FR)',
    ],
    ["the Can't Lose Them bunch", "rfm Can't Lose Them"],
    [
      'Hibernating customers who did manage a frequency score of 2 or higher',
      '(rfm Hibernating & rfm 2,3,4,5)',
    ],
    ["Can't Lose Them + At Risk in one audience", "rfm Can't Lose Them,At Risk"],
    [
      'in any RFM segment, just not in Lost or Hibernating',
      '(rfm *** & not(rfm Lost) & not(rfm Hibernating))',
    ],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test('loyal customers beside no name', () => expect(read('loyal and in France')).toBe('question'))
})

describe('weeks, weekends and days by what names them', () => {
  test.for<[string, string]>([
    ['ordered in the week of 10 March', 'orders count >= 1 [from 2025-03-10 to 2025-03-16]'],
    ['purchased in the week starting Monday 3 March', 'orders count >= 1 [from 2025-03-03 to 2025-03-09]'],
    ['signed up in the week ending 16 March 2025', 'created_at during [from 2025-03-10 to 2025-03-16]'],
    ['bought on the weekend of 8 March', 'orders count >= 1 [from 2025-03-08 to 2025-03-09]'],
    ['bought on the weekend of 8/9 March', 'orders count >= 1 [from 2025-03-08 to 2025-03-09]'],
    ['bought the weekend of 5 March', 'question'],
    ['ordered on 3/3', 'orders count >= 1 [from 2025-03-03 to 2025-03-03]'],
    ['ordered on 25/12, France', '(orders count >= 1 [from 2024-12-25 to 2024-12-25] & country equals FR)'],
    ['ordered between 3/1 and 3/15', 'orders count >= 1 [from 2025-03-01 to 2025-03-15]'],
    ['ordered since 3/4', 'question'],
    ['ordered on 31 November 2024', 'question'],
    ['ordered on 2025-02-30', 'question'],
    [
      'ordered yesterday or the day before',
      '(orders count >= 1 [from 2025-11-19 to 2025-11-19] | orders count >= 1 [from 2025-11-18 to 2025-11-18])',
    ],
    ['orders dated March 2025', 'orders count >= 1 [from 2025-03-01 to 2025-03-31]'],
    [
      'signed up around 20 March 2025, give or take 3 days',
      'created_at during [from 2025-03-17 to 2025-03-23]',
    ],
    ['bought during our spring sale', 'question'],
    ['bought while the Summer Sale was on', 'question'],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))
})

describe('a time of each, and of what was said before', () => {
  test.for<[string, string]>([
    [
      'an order in each of June, July and August',
      each('from 2025-06-01 to 2025-06-30', 'from 2025-07-01 to 2025-07-31', 'from 2025-08-01 to 2025-08-31'),
    ],
    [
      'ordered in each of these: 2023, 2024',
      each('from 2023-01-01 to 2023-12-31', 'from 2024-01-01 to 2024-12-31'),
    ],
    [
      'ordered last September and this September',
      each('from 2024-09-01 to 2024-09-30', 'from 2025-09-01 to 2025-09-30'),
    ],
    [
      'ordered last September but not this September',
      '(orders count >= 1 [from 2024-09-01 to 2024-09-30] & orders count = 0 [from 2025-09-01 to 2025-09-30])',
    ],
    [
      'viewed a product in the last 10 days or ordered in them',
      '(events viewed_product [last 10 day] | orders count >= 1 [last 10 day])',
    ],
    [
      'no order, no visit and no email opened in 120 days',
      '(orders count = 0 [last 120 day] & events visited_site = 0 [last 120 day] & events opened_email = 0 [last 120 day])',
    ],
    ['good recency, women', '(rfm 1,2 & gender equals female)'],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))
})

describe('vague words that are made exact in the midst of a sentence', () => {
  test.for<[string, string]>([
    [
      'regulars – 3 orders minimum – whose last one is between 3 and 6 months back',
      '(orders count >= 3 & orders last_date [ago 3 6 month])',
    ],
    ['everyone dormant, by dormant I mean no order for 120 days', 'orders count = 0 [last 120 day]'],
    ['dormant people (= no order in 90 days), Spain', '(orders count = 0 [last 90 day] & country equals ES)'],
    // A place makes nothing exact.
    ['lapsed customers - Germany - tagged vip', 'question'],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))
})

describe('the campaign before what was done with it', () => {
  test.for<[string, string]>([
    ['Summer Sale clicks', 'events clicked_email {campaign:Summer Sale}'],
    ['no Summer Sale opens', 'events opened_email = 0 {campaign:Summer Sale}'],
    [
      '2+ Summer Sale opens last month',
      'events opened_email >= 2 [calendar month -1] {campaign:Summer Sale}',
    ],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))
})

describe('what was not done, and what was before', () => {
  const none = (window: string) => `orders count = 0 [${window}]`
  test.for<[string, string]>([
    [
      'skipped March but ordered in April',
      `(${none('from 2025-03-01 to 2025-03-31')} & ${each('from 2025-04-01 to 2025-04-30').slice(1, -1)})`,
    ],
    [
      'bought in 2023, in 2024 nothing',
      `(${each('from 2023-01-01 to 2023-12-31').slice(1, -1)} & ${none('from 2024-01-01 to 2024-12-31')})`,
    ],
    ['women, no order in a year', '(gender equals female & orders count = 0 [last 1 year])'],
    [
      'visited last week, no purchase since then',
      '(events visited_site [calendar week -1] & orders count = 0 [from 2025-11-17])',
    ],
    [
      'no e-mail opened since 1 September and no purchase since then',
      '(events opened_email = 0 [from 2025-09-01] & orders count = 0 [from 2025-09-01])',
    ],
    ["hasn't bought a single thing in 2025", none('from 2025-01-01 to 2025-12-31')],
    [
      'no orders in the past 12 months but at least one earlier',
      `(${none('last 12 month')} & orders count >= 1 [older 12 month])`,
    ],
    [
      'zero orders in 2025, at least two before',
      `(${none('from 2025-01-01 to 2025-12-31')} & orders count >= 2 [before 2025-01-01])`,
    ],
    [
      'ordered in the last 180 days minus the ones from the last 30',
      '(orders count >= 1 [last 180 day] & not(orders count >= 1 [last 30 day]))',
    ],
    [
      'no order in 60 days yet on the site this week',
      `(${none('last 60 day')} & events visited_site [calendar week 0])`,
    ],
    ['still opening our emails, France', 'question'],
    ['been with us longer than two years', 'created_at during [older 2 year]'],
    ['came on board last month', 'created_at during [calendar month -1]'],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))
})

describe('hours beside a part of the day', () => {
  test.for<[string, string]>([
    ['lunch orders from 11 to 14', 'orders count >= 1 {hours:{from:11:00 to:14:00}}'],
    ['evening buyers from 5 to 8', 'orders count >= 1 {hours:{from:17:00 to:20:00}}'],
    ['morning orders worth 20 to 24', 'question'],
    ['ordered in the last 5 business days', 'question'],
    ['signed up in 2022/23', 'created_at during [from 2022-01-01 to 2023-12-31]'],
    [
      'bought in May - no sorry, June - in Germany',
      '(orders count >= 1 [from 2025-06-01 to 2025-06-30] & country equals DE)',
    ],
    [
      'women in France, wholesale out',
      '(gender equals female & country equals FR & not(tags has wholesale))',
    ],
    [
      'ordered in 2023, skipped 2024 completely, back in 2025',
      `(${each('from 2023-01-01 to 2023-12-31').slice(1, -1)} & orders count = 0 [from 2024-01-01 to 2024-12-31] & ${each('from 2025-01-01 to 2025-12-31').slice(1, -1)})`,
    ],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))
})
