import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

// The same thing in the many ways in which people say it: what is left unsaid, turned around, or said once for several.
describe('ways of saying it', () => {
  test.for([
    ['60 to 90 days since last purchase', 'last ordered 60 to 90 days ago'],
    ['over 6 months since they last ordered', 'last ordered more than 6 months ago'],
    ['it’s been at least 90 days since their last order', 'last ordered more than 90 days ago'],
    ['less than a week since last site visit', 'visited the site for the last time in the last 1 week'],
    [
      'over 60 days since the last order of Tea',
      'bought any product in the category Tea for the last time more than 60 days ago',
    ],
    [
      'ordered just once and that was over 60 days ago',
      'ordered exactly 1 time and placed their first order more than 60 days ago',
    ],
    [
      'last ordered over 90 days ago, plus those who never ordered',
      'either last ordered more than 90 days ago or (have never ordered)',
    ],
    [
      'ordered in store, more than once',
      'placed at least 1 order through the channel in_store and placed more than 1 order through the channel in_store',
    ],
    ['2 or 3 orders tops', 'ordered between 2 and 3 times'],
    ['worth at least 150 to us', 'spent at least $150'],
    ['haven’t spent a cent', 'spent exactly $0'],
    ['spent over 200 in store alone', 'spent more than $200 over orders through the channel in_store'],
    ['don’t show me people who never bought', 'are not those who have never ordered'],
    ['customers in France, no opt-outs', 'are in France but not those who unsubscribed from e-mail'],
    ['thre orders or more', 'ordered at least 3 times'],
    ['frist order in the lats 30 days', 'first ordered in the last 30 days'],
    [
      'women and either bought Tea or spent over 500',
      'have the gender female and (either bought any product in the category Tea or spent more than $500)',
    ],
    [
      'never ordered and either 3+ site visits in the last 30 days or tagged vip',
      '(either visited the site at least 3 times in the last 30 days or are tagged vip) but have never ordered',
    ],
    [
      'in France, either tagged vip or spent over 500, and opened an email',
      'are in France and (either are tagged vip or spent more than $500) and opened an e-mail',
    ],
    [
      'in France and either tagged vip or spent over 500, but no wholesale',
      'are in France and (either are tagged vip or spent more than $500) but are not tagged wholesale',
    ],
    // The last "and" may belong to one of them or to both.
    ['in France and either tagged vip or spent over 500 and opened an email', 'question'],
    [
      'one segment out of VIP and At Risk EU, whoever is in either',
      'either are on the list VIP or are on the list “At Risk EU”',
    ],
    ['every order had a discount code', 'ordered and placed no orders without a discount code'],
    ['customers who only buy when they have a code', 'ordered and placed no orders without a discount code'],
    ['only ever shops when there is a discount', 'ordered and placed no orders at full price'],
    [
      'never touched a promo code and spent over 300',
      'placed no orders with any discount code and spent more than $300',
    ],
    ['took SUMMER20 more than one time', 'placed more than 1 order with the discount code SUMMER20'],
    ['email subs no open 120d', 'consented to e-mail but have not opened an e-mail in the last 120 days'],
    ['germany, email subs only pls', 'are in Germany and consented to e-mail'],
    ['fine with getting sms', 'consented to SMS'],
    ['mobile orders, 2 or more, L12M', 'placed at least 2 orders on the device mobile in the last 12 months'],
    ['mobile orders: at least 3', 'placed at least 3 orders on the device mobile'],
    ['online spend above 150', 'spent more than $150 over orders through the channel online'],
    [
      'mobile AOV over 100 this year',
      'have an average order of more than $100 over orders on the device mobile this year',
    ],
    ['we know their birthday', 'have a known birthday'],
    ["we don't know the gender", 'have no known gender'],
    ["bought on last year's Black Friday", 'ordered on 29 November 2024'],
    ["ordered in this year's Q3", 'ordered from 1 July 2025 to 30 September 2025'],
    ['spent at least two hundred, no sorry, three hundred', 'spent at least $300'],
    ['spent over 200, sorry, 300', 'spent more than $300'],
    ['in France, no wait, Germany', 'are in Germany'],
    ['VIPs from France, I mean from Germany', 'are on the list VIP and are in Germany'],
    ['bought Tea, oops, Coffee', 'bought any product in the category Coffee'],
    ['no order in the last 30 days, I mean 60 days', 'have not ordered in the last 60 days'],
    [
      '- country: FR\n- orders: 2+\n- consent: email',
      'are in France and ordered at least 2 times and consented to e-mail',
    ],
    // "no" by itself denies what follows.
    [
      'bought Tea, no Coffee',
      'bought any product in the category Tea but have never bought any product in the category Coffee',
    ],
    [
      'exactly one of Champions and VIPs, not both',
      'either (are in the RFM segment Champions but are not on the list VIP) or (are on the list VIP but are not in the RFM segment Champions)',
    ],
    // Of what was said before, and of no channel.
    [
      'in France or bought Tea - one of the two, not both',
      'either (are in France but not those who bought any product in the category Tea) or (bought any product in the category Tea but are not in France)',
    ],
    [
      'in France or tagged vip, only one of them',
      'either (are in France but are not tagged vip) or (are tagged vip but are not in France)',
    ],
    [
      'in France or tagged vip; one or the other, not both',
      'either (are in France but are not tagged vip) or (are tagged vip but are not in France)',
    ],
    // "nothing" is nothing of anything, "none" nothing of what was bought.
    [
      'bought Tea but nothing online',
      'bought any product in the category Tea and placed no orders through the channel online',
    ],
    [
      'bought Tea and none online',
      'bought any product in the category Tea but have not bought any product in the category Tea in orders through the channel online',
    ],
    [
      'an order over 200 last year and nothing this year',
      'placed at least 1 order with a total of more than $200 last year but have not ordered this year',
    ],
    [
      'bought Tea and Coffee in the same order but nothing this year',
      'placed at least 1 order containing any product in the category Tea and containing any product in the category Coffee but have not ordered this year',
    ],
    [
      'any promo code in the last 90 days',
      'placed at least 1 order with any discount code in the last 90 days',
    ],
    ['customers with a discount code this year', 'placed at least 1 order with any discount code this year'],
    ['ordered this year, whatever the channel', 'ordered this year'],
    ['ordered this year regardless of the device they used', 'ordered this year'],
    [
      'every RFM segment except Lost, Hibernating, At Risk, About to Sleep and Need Attention',
      "are in the RFM segment Champions, Can't Lose Them, Loyal Customers, Big Spenders, New Customers, Promising or Potential Loyalists",
    ],
    // A list of whom everybody is but goes on with new people: they are no others who are in.
    [
      'Everyone except: staff, people in the UK, anyone who ordered this month',
      'are not those who either are tagged staff or are in the United Kingdom or ordered this month',
    ],
    [
      'everyone except those who ordered this month, people in the UK',
      'are not those who either ordered this month or are in the United Kingdom',
    ],
    [
      'all customers other than staff, people who bought Tea, only with email consent',
      'consented to e-mail but not those who (either are tagged staff or bought any product in the category Tea)',
    ],
    // Germany's ending, and no word of the language.
    ['an email ending in .de', 'have an e-mail address ending with “.de”'],
    ['whose email ends in .co.uk', 'have an e-mail address ending with “.co.uk”'],
    // Whoever called somebody is no name, and nobody that can be called.
    ['everyone in France who called support last week', 'refused'],
    ['those in Spain who never called us', 'refused'],
    // A time that ends a note is of what they did, and of what they did not.
    [
      'bought Tea, no Coffee, last 6 months',
      'bought any product in the category Tea in the last 6 months but have not bought any product in the category Coffee in the last 6 months',
    ],
    [
      'opened an email, no click, last 30 days',
      'opened an e-mail in the last 30 days but have not clicked an e-mail in the last 30 days',
    ],
    [
      'Tea in May, no Coffee, last 6 months',
      'bought any product in the category Tea from 1 May 2025 to 31 May 2025 but have not bought any product in the category Coffee in the last 6 months',
    ],
    [
      'not more than 3 purchases in the last 365 days, but at least one',
      'ordered at most 3 times in the last 365 days and ordered in the last 365 days',
    ],
    // Only what was said twice is taken back, and of the same.
    ['ordered at least 2 times, sorry, 90 days', 'question'],
    ['spent over 200, sorry, 3 orders', 'question'],
    ['spent over 200, sorry, three hundred days', 'question'],
    ['bought Tea, no wait, France', 'question'],
    ['bought Tea, sorry, in France', 'bought any product in the category Tea and are in France'],
    [
      'their last order should be between 15 March and 15 April this year',
      'last ordered from 15 March 2025 to 15 April 2025',
    ],
    ['spend must be over 200', 'spent more than $200'],
    [
      'bought in 2024 but nothing yet in 2025',
      'ordered from 1 January 2024 to 31 December 2024 but have not ordered from 1 January 2025 to 31 December 2025',
    ],
    ['last order < 30 days ago', 'last ordered in the last 30 days'],
    ['last order >90 days ago', 'last ordered more than 90 days ago'],
    [
      'first order was a year ago give or take a week',
      'first ordered from 13 November 2024 to 27 November 2024',
    ],
    ['a fully refunded order, not partial', 'placed at least 1 order with the status refunded'],
    [
      'visited in the last 7 days, but nothing put in the cart',
      'visited the site in the last 7 days but have not added a product to the cart in the last 7 days',
    ],
    ['nothing clicked in 60 days', 'have not clicked an e-mail in the last 60 days'],
    // What products came to within one order is not known.
    ['spent at least $100 on Coffee in one single order', 'question'],
    ['spent over 50 on Coffee on average per order', 'question'],
    ['spent under 50 in one order', 'question'],
    ['spent over 50 in one single order', 'have a largest order of more than $50'],
    ['500+ in a single order', 'have a largest order of at least $500'],
    [
      '100 or more in one order, online',
      'have a largest order of at least $100 over orders through the channel online',
    ],
    ['2 or more in one order', 'question'],
    [
      'from VIPs, the ones without an order in the last 45 days',
      'are on the list VIP but have not ordered in the last 45 days',
    ],
    [
      'aov>120 + france - wholesale',
      'have an average order of more than $120 and are in France but are not tagged wholesale',
    ],
    ['full-price buyers only', 'ordered and placed no orders with a discount'],
    [
      'mobile shoppers only',
      'placed at least 1 order on the device mobile and placed no orders on the device desktop or tablet',
    ],
    [
      'weekend-only shoppers',
      'placed at least 1 order on a Saturday or Sunday and placed no orders on a Monday, Tuesday, Wednesday, Thursday or Friday',
    ],
    ['bought Tea only', 'bought only products in the category Tea'],
    ['all orders were under $50', 'have a largest order of less than $50'],
    ['orders all below 30', 'have a largest order of less than $30'],
    [
      'Tea buyers without any Coffee',
      'bought any product in the category Tea but have never bought any product in the category Coffee',
    ],
    [
      "bought Tea in May and hasn't since",
      'bought any product in the category Tea from 1 May 2025 to 31 May 2025 but have not bought any product in the category Tea since 1 June 2025',
    ],
    [
      "used SUMMER20 in May and hasn't since",
      'placed at least 1 order with the discount code SUMMER20 from 1 May 2025 to 31 May 2025 and placed no orders with the discount code SUMMER20 since 1 June 2025',
    ],
    [
      'opened an email in May and not since',
      'opened an e-mail from 1 May 2025 to 31 May 2025 but have not opened an e-mail since 1 June 2025',
    ],
    [
      'opened 3+ emails in the last 30 days, clicked none',
      'opened an e-mail at least 3 times in the last 30 days but have not clicked an e-mail in the last 30 days',
    ],
    [
      'opened an email in the last 30 days but never clicked',
      'opened an e-mail in the last 30 days but have never clicked an e-mail',
    ],
    [
      'viewed but not bought Tea',
      'viewed a product for any product in the category Tea but not those who bought any product in the category Tea',
    ],
    [
      'neither viewed nor bought Tea',
      'are not those who either viewed a product for any product in the category Tea or bought any product in the category Tea',
    ],
    [
      'bought Tea or Coffee, and Cocoa',
      'bought any product in the category Tea or Coffee and bought any product in the category Cocoa',
    ],
    ['no Tea bought in 90 days', 'have not bought any product in the category Tea in the last 90 days'],
    [
      'something from Tea was in their second order',
      'placed their second order containing any product in the category Tea',
    ],
    [
      'Tea and Coffee in one and the same order',
      'placed at least 1 order containing any product in the category Tea and containing any product in the category Coffee',
    ],
    [
      'at least 4 units of Tea since 1 July',
      'bought at least 4 units of any product in the category Tea since 1 July 2025',
    ],
    [
      'Tea, never Coffee',
      'bought any product in the category Tea but have never bought any product in the category Coffee',
    ],
    [
      'four or more orders, precisely one of which carried a code',
      'ordered at least 4 times and placed exactly 1 order with any discount code',
    ],
    ['buyers none of whose orders were Tea', 'ordered but have never bought any product in the category Tea'],
    [
      'no order since the end of March, but did buy before then',
      'ordered before 1 April 2025 but have not ordered since 1 April 2025',
    ],
    [
      'bought in 2023, nothing whatsoever in 2024, back again in 2025',
      'ordered from 1 January 2023 to 31 December 2023 and ordered from 1 January 2025 to 31 December 2025 but have not ordered from 1 January 2024 to 31 December 2024',
    ],
    [
      "one order and it's more than a year old",
      'ordered exactly 1 time and last ordered more than 1 year ago',
    ],
    ['gone 60 days without opening an email', 'have not opened an e-mail in the last 60 days'],
    ['nothing bought in 90', 'have not ordered in the last 90 days'],
    [
      'shelled out at least 750 all in, across three orders or fewer',
      'spent at least $750 and ordered at most 3 times',
    ],
    ['ordered in early November', 'ordered from 1 November 2025 to 10 November 2025'],
    ['ordered in the last week of October', 'ordered from 25 October 2025 to 31 October 2025'],
    ['bought over the summer, June to August', 'ordered from 1 June 2025 to 31 August 2025'],
    [
      'the ten Germans whose AOV is highest',
      'are among the top 10 customers by average order among those who (are in Germany)',
    ],
    [
      'Canada: ten clients with most orders',
      'are among the top 10 customers by number of orders among those who (are in Canada)',
    ],
    ['France, top 10 by spend', 'are in France and are among the top 10 customers by money spent'],
    [
      'top ten Tea spenders this year',
      'are among the top 10 customers by money spent on any product in the category Tea this year',
    ],
    [
      '30 customers who saved the most through discounts',
      'are among the top 30 customers by money saved through discounts',
    ],
    ['worst score on recency and frequency', 'have a recency score of 5 and a frequency score of 5'],
    ['the RFM segment Loyal', 'are in the RFM segment Loyal Customers'],
    ['carrying the vip tag', 'are tagged vip'],
    [
      'gmail + yahoo addresses',
      'either have an e-mail address containing “@gmail.” or have an e-mail address containing “@yahoo.”',
    ],
    ['every German customer apart from VIPs', 'are in Germany but are not on the list VIP'],
    ['WELCOME10 on order no. 1', 'placed their first order with the discount code WELCOME10'],
    [
      'coupon on order number one, none afterwards',
      'placed their first order with any discount code and placed exactly 1 order with any discount code',
    ],
    [
      'used WELCOME10 on their first order but never again',
      'placed their first order with the discount code WELCOME10 and placed exactly 1 order with the discount code WELCOME10',
    ],
    [
      'first order with a code and none since',
      'placed their first order with any discount code and ordered exactly 1 time',
    ],
    [
      'spend over 500, leave refunded orders out',
      'spent more than $500 over orders with the status paid or pending',
    ],
    [
      'paid full price in May, needed a promo this year',
      'placed at least 1 order at full price from 1 May 2025 to 31 May 2025 and placed at least 1 order with a discount this year',
    ],
    [
      'automatic discounts: something off but no code entered',
      'placed at least 1 order without a discount code with a discount',
    ],
    ['Trail Shoe at full price', 'bought any product whose name contains Trail Shoe in orders at full price'],
    [
      'came for the Trail Shoe on two separate occasions',
      'bought any product whose name contains Trail Shoe at least 2 times',
    ],
    [
      'bought Tea, Skincare still untouched',
      'bought any product in the category Tea but have never bought any product in the category Skincare',
    ],
    [
      'fewer than 3 orders, largest one 180 or above',
      'ordered less than 3 times and have a largest order of at least $180',
    ],
    ['no code ever used', 'placed no orders with any discount code'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })

  // Each of these can be meant in two ways.
  test.for([
    'Tea',
    'Tea buyers only',
    'opened an email only',
    'bought Tea or Coffee and Cocoa',
    'spent over 100 in 2024 or 2025',
    'over 90 on Tea and Coffee together',
    'needed a promo to buy Tea',
    'ordered twice in one week',
    'bought 3 times within a single month',
    'two orders in the same month',
  ])('%s: asked', (text) => {
    expect(read(text)).toBe('question')
  })

  test.for([
    'used 2 or more different promo codes',
    'the 20 people who clicked the most emails',
    'were sent a voucher',
    'opted in to WhatsApp',
    'bought Socks in size L',
    'reported us as spam',
  ])('%s: refused by name', (text) => {
    expect(read(text)).toBe('refused')
  })
})

describe('said before what it means', () => {
  test.for([
    [
      'Coffee people (Tea or Cocoa) with 4+ orders',
      'bought any product in the category Tea or Cocoa and ordered at least 4 times',
    ],
    ['never bought Coffee (Tea)', 'have never bought any product in the category Tea'],
    [
      'spent 100+ on Coffee (Tea or Cocoa) this year',
      'spent at least $100 on any product in the category Tea or Cocoa this year',
    ],
    ['HV = 500+ lifetime. Not staff.', 'spent at least $500 but are not tagged staff'],
    [
      'Reachable = has an email and consents to email, or has a phone and consents to SMS',
      'either (have a known e-mail address and consented to e-mail) or (have a known phone number and consented to SMS)',
    ],
    ['women = spent 500+', 'question'],
    [
      'France, lifetime over 400, 2+ orders',
      'are in France and spent more than $400 and ordered at least 2 times',
    ],
    [
      'spent 80 or more in store and also 80 or more online',
      'spent at least $80 over orders through the channel in_store and spent at least $80 over orders through the channel online',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('whom to leave out, and a time, said first', () => {
  test.for([
    [
      'Leave France out, then give me everyone who spent 250 to 750 this year',
      'spent between $250 and $750 this year but are not in France',
    ],
    [
      'Take out the US, 3+ orders this year',
      'ordered at least 3 times this year but are not in the United States',
    ],
    ['filter out wholesale. 3+ orders', 'ordered at least 3 times but are not tagged wholesale'],
    [
      'women in Spain, take wholesale out',
      'have the gender female and are in Spain but are not tagged wholesale',
    ],
    ['everyone in Paris but leave wholesale out', 'are in the city Paris but are not tagged wholesale'],
    [
      'Drop anyone tagged wholesale, then pull women in Spain',
      'have the gender female and are in Spain but are not tagged wholesale',
    ],
    [
      'exclude wholesale but keep everyone else who ordered twice',
      'ordered at least 2 times but are not tagged wholesale',
    ],
    [
      'exclude people who bought inside 14 days, women only',
      'have the gender female but not those who ordered in the last 14 days',
    ],
    [
      "last week's cart abandoners in France who opened an email",
      'abandoned a cart last week and are in France and opened an e-mail',
    ],
    ["yesterday's buyers who clicked an ad", 'ordered yesterday and clicked an ad'],
    [
      'In the past 48 hours: added to cart, no purchase after that, in France',
      'abandoned a cart in the last 48 hours and are in France',
    ],
    [
      'In the last 30 days: 3+ visits and no order',
      'visited the site at least 3 times in the last 30 days but have not ordered in the last 30 days',
    ],
    [
      'Since June: two or more orders online, none in store',
      'placed at least 2 orders through the channel online since 1 June 2025 and placed no orders through the channel in_store since 1 June 2025',
    ],
    [
      'this year, bought Coffee and never used a code',
      'bought any product in the category Coffee this year and placed no orders with any discount code',
    ],
    [
      'L7D site visits >=3, 0 purch',
      'visited the site at least 3 times in the last 7 days but have never ordered',
    ],
    [
      'at least two of these three in the past 30 days: opened an email, visited the site, placed an order',
      'either (opened an e-mail in the last 30 days and visited the site in the last 30 days) or (opened an e-mail in the last 30 days and ordered in the last 30 days) or (visited the site in the last 30 days and ordered in the last 30 days)',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})
