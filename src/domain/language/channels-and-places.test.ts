import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

// By which channel people are reached, what they did with a campaign, and where they live.
describe('campaigns', () => {
  test.for([
    [
      'Summer Sale: opened, not clicked',
      'opened an e-mail in the campaign Summer Sale but not those who clicked an e-mail in the campaign Summer Sale',
    ],
    ['October News - at least 2 opens', 'opened an e-mail at least 2 times in the campaign October News'],
    [
      'Meta Prospecting: two ad clicks or more in 2025',
      'clicked an ad at least 2 times in the campaign Meta Prospecting from 1 January 2025 to 31 December 2025',
    ],
    ['Meta Prospecting: clicked twice', 'clicked an ad at least 2 times in the campaign Meta Prospecting'],
    // Of an ad there are clicks on the ad alone.
    ["didn't click Meta Prospecting", 'have not clicked an ad in the campaign Meta Prospecting'],
    ['Meta Prospecting clickers', 'clicked an ad in the campaign Meta Prospecting'],
    [
      'clicked Meta Prospecting or Summer Sale',
      'clicked an e-mail or clicked an ad in the campaign Meta Prospecting or Summer Sale',
    ],
    [
      'clicked one of our Meta Prospecting ads at least once',
      'clicked an ad in the campaign Meta Prospecting',
    ],
    [
      'opened the Summer Sale email and ordered within 7 days after opening',
      'opened an e-mail in the campaign Summer Sale and then ordered within 7 days of that',
    ],
    [
      'clicked Summer Sale and bought within 3 days of clicking it',
      'clicked an e-mail in the campaign Summer Sale and then ordered within 3 days of that',
    ],
    [
      "Meta Prospecting clickers who haven't bought anything since",
      'at least once clicked an ad in the campaign Meta Prospecting and then never ordered after that',
    ],
    ['opened one of the Summer Sale emails', 'opened an e-mail in the campaign Summer Sale'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('consent', () => {
  test.for([
    [
      'subscribers with neither an order nor a site visit this year',
      'consented to e-mail but not those who (either ordered this year or visited the site this year)',
    ],
    [
      'accept exactly one of the two channels (sms or email, not both)',
      'either (consented to e-mail but not those who consented to SMS) or (consented to SMS but not those who consented to e-mail)',
    ],
    [
      'exactly one of email and sms',
      'either (consented to e-mail but not those who consented to SMS) or (consented to SMS but not those who consented to e-mail)',
    ],
    ['no emails, no texts', 'are not those who either consented to e-mail or consented to SMS'],
    ['we can email them but have no phone number', 'consented to e-mail but have no known phone number'],
    [
      'subscribed to neither email nor sms',
      'are not those who either consented to e-mail or consented to SMS',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('what is known of people', () => {
  test.for([
    ['birthday not filled in', 'have no known birthday'],
    ['phone number left blank', 'have no known phone number'],
    ['country field is empty', 'have no known country'],
    ['women whose birthday we know', 'have the gender female and have a known birthday'],
    [
      'men under 35 whose phone number we have',
      'have the gender male and were born in the last 35 years and have a known phone number',
    ],
    ['people we have an email opt-in for', 'consented to e-mail'],
    ["people we don't hold an SMS consent for", 'are not those who consented to SMS'],
    ['with us for over two years', 'joined more than 2 years ago'],
    ['with us for more than one year but less than two', 'joined 1 to 2 years ago'],
    ['signed up more than 1 year but less than 2 years ago', 'joined 1 to 2 years ago'],
    ['turns 30 this calendar year', 'turn exactly 30 this year'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('one order of theirs', () => {
  test.for([
    [
      'first order this year, placed in store',
      'first ordered this year and placed their first order through the channel in_store',
    ],
    [
      'only one order ever, made with a discount code, more than 3 months back',
      'ordered exactly 1 time and placed their first order with any discount code more than 3 months ago',
    ],
    [
      'last order was over 90 days ago, placed on mobile',
      'last ordered more than 90 days ago and placed their last order on the device mobile',
    ],
    ['over 100 on the first order', 'placed their first order with a total of more than $100'],
    ['at least 50 on their last order', 'placed their last order with a total of at least $50'],
    ['new this quarter', 'first ordered this quarter'],
    ['new to us this month, in France', 'first ordered this month and are in France'],
    [
      'newly created profiles, last 30 days, who take our emails',
      'joined in the last 30 days and consented to e-mail',
    ],
    [
      'in the last 60 days either ordered twice or spent over 150',
      'either ordered at least 2 times in the last 60 days or spent more than $150 in the last 60 days',
    ],
    [
      'more than half of their purchases happened in store',
      'placed more than 50% of their orders through the channel in_store',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('carts', () => {
  test.for([
    ['cart droppers of last week', 'abandoned a cart last week'],
    ['had a cart in the last 10 days', 'added a product to the cart in the last 10 days'],
    ['filled a basket this week', 'added a product to the cart this week'],
    ['basket filled 2 to 7 days ago, no order since', 'abandoned a cart 2 to 7 days ago'],
    [
      "abandoned a cart 7-14 days ago and haven't been back since",
      'abandoned a cart 7 to 14 days ago but have not visited the site in the last 7 days',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('scores and segments', () => {
  test.for([
    [
      'top score on all three RFM dimensions',
      'have a recency score of 1, a frequency score of 1 and a monetary score of 1',
    ],
    ['rfm code ending in 55', 'have the RFM pattern *55'],
    ['rfm patterns that start with 1', 'have the RFM pattern 1**'],
    ['New Customers (the RFM bucket)', 'are in the RFM segment New Customers'],
    [
      'Champions - and never anyone tagged staff',
      'are in the RFM segment Champions but are not tagged staff',
    ],
    ['France, our own staff not included', 'are in France but are not tagged staff'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})

describe('typed in a hurry', () => {
  test.for([
    ['clickd on the sumer sale mail', 'clicked an e-mail in the campaign Summer Sale'],
    ['whos got sms on n bought last wk', 'consented to SMS and ordered last week'],
    [
      'FR/BE/AT | orders>=2 | last ord <60d',
      'are in France, Belgium or Austria and ordered at least 2 times and last ordered in the last 60 days',
    ],
    ['tot spend >250 L6M', 'spent more than $250 in the last 6 months'],
    [
      'nobody with a staff tag, everyone else who ordered in the last 30 days',
      'ordered in the last 30 days but are not tagged staff',
    ],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })

  test('what makes a lover of something is said', () => {
    expect(interpret('tea lovers', situation())).toMatchObject({
      assumptions: ['“tea lovers” is read as whoever bought it at least once; say how often for more.'],
    })
  })

  test('what will most probably happen is a prediction', () => {
    expect(read('who will most probably order again in the next 30 days')).toBe('refused')
  })
})

describe('places', () => {
  test.for([
    ['all our Belgians', 'are in Belgium'],
    ['CA, and I mean the state not the country', 'are in the region California'],
    ['CA (the country)', 'are in Canada'],
    ['women in CA, i.e. Canada, who ordered', 'have the gender female and are in Canada and ordered'],
    ['New York state but not the city itself', 'are in the region New York but are not in the city New York'],
    ['Bavaria but not Berlin itself', 'are in the region Bavaria but are not in the city Berlin'],
    ['German-speaking countries', 'are in Austria, Switzerland, Germany or Liechtenstein'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })

  test('which people a name for them means is said', () => {
    expect(interpret('New Yorkers', situation())).toMatchObject({
      assumptions: ['“New Yorkers” is read as the city New York.'],
    })
    expect(interpret('English-speaking markets', situation())).toMatchObject({
      assumptions: ['English-speaking is read as 6 countries: AU, CA, GB, IE, NZ, US.'],
    })
  })
})

describe('by mail, text or ad, in store or online', () => {
  test.for([
    [
      'opening more emails this month than in all of October',
      'have a number of times they opened an e-mail this month that is more than their number of times they opened an e-mail from 1 October 2025 to 31 October 2025',
    ],
    ['ordered in all of October', 'ordered from 1 October 2025 to 31 October 2025'],
    ['opened an email, clicked an ad', 'opened an e-mail and clicked an ad'],
    [
      'opened an email, clicked an ad or visited the site this month',
      'opened an e-mail, clicked an ad or visited the site this month',
    ],
    ['site visits >= 3, women', 'visited the site at least 3 times and have the gender female'],
    ['left a checkout open in the past 5 days', 'abandoned a checkout in the last 5 days'],
    ['VIPs who left their cart open last week', 'are on the list VIP and abandoned a cart last week'],
    [
      'Summer Sale clickers who ordered within a week of the click',
      'clicked an e-mail in the campaign Summer Sale and then ordered within 1 week of that',
    ],
    [
      'women who clicked an email and visited within 3 days of that',
      'have the gender female and clicked an e-mail and then visited the site within 3 days of that',
    ],
    ['SMS clickers, past 30 days', 'clicked an SMS in the last 30 days'],
    ['people who tapped an SMS link this month', 'clicked an SMS this month'],
    ['on the SMS list and in France', 'consented to SMS and are in France'],
    [
      'engaged with us by mail or text this quarter',
      'opened an e-mail, clicked an e-mail or clicked an SMS this quarter',
    ],
    ['no engagement at all since June', 'have not opened an e-mail or clicked an e-mail since 1 June 2025'],
    [
      'women in France with no email engagement in 90 days',
      'have the gender female and are in France but have not opened an e-mail or clicked an e-mail in the last 90 days',
    ],
    ['clicked an email without ever having opened one', 'clicked an e-mail but have never opened an e-mail'],
    [
      'opened an email this month, clicks never',
      'opened an e-mail this month but have never clicked an e-mail',
    ],
    ['women, Tea never', 'have the gender female but have never bought any product in the category Tea'],
    [
      "in-store shoppers we've never seen online",
      'placed at least 1 order through the channel in_store and placed no orders through the channel online',
    ],
    [
      'marketplace orders and not one on our own site',
      'placed at least 1 order through the channel marketplace and placed no orders through the channel online',
    ],
    [
      'ordered in store last week - who made them?',
      'placed at least 1 order through the channel in_store last week',
    ],
    ['clicked Meta last month', 'clicked an ad in the campaign Meta Prospecting last month'],
    ['clicked an email from Summer', 'question'],
    ['ordered within a week of the open', 'refused'],
  ] as const)('%s', ([text, words]) => {
    expect(read(text)).toBe(words)
  })
})
