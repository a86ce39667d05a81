import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

describe('times, codes and products told in few words', () => {
  test.for([
    ['have not bought since 3 weeks', 'have not ordered in the last 3 weeks'],
    ['no order since 2 March', 'have not ordered since 2 March 2025'],
    ['first order in the first half of the year', 'first ordered from 1 January 2025 to 30 June 2025'],
    ['ordered in calendar week 42', 'ordered from 13 October 2025 to 19 October 2025'],
    ['ordered in CW42 2024', 'ordered from 14 October 2024 to 20 October 2024'],
    ['ordered one year ago today', 'ordered on 20 November 2024'],
    ['ordered exactly 30 days ago', 'ordered on 21 October 2025'],
    ['ordered 30 days ago', 'question'],
    ['ordered this month last year', 'ordered from 1 November 2024 to 30 November 2024'],
    ['bought the same week last year', 'ordered from 18 November 2024 to 24 November 2024'],
    ['started buying in 2024', 'first ordered from 1 January 2024 to 31 December 2024'],
    ['new this quarter and already 2 orders', 'first ordered this quarter and ordered at least 2 times'],
    ['no order from June on', 'have not ordered since 1 June 2025'],
    ['SUMMER20 or WELCOME10 users', 'placed at least 1 order with the discount code SUMMER20 or WELCOME10'],
    ['anything bought within the past 48 hours', 'ordered in the last 48 hours'],
    ['everyone who ever got something from Accessories', 'bought any product in the category Accessories'],
    [
      'Skincare three times or more over the past year',
      'bought any product in the category Skincare at least 3 times in the last 1 year',
    ],
    [
      'Tea yes, Coffee no',
      'bought any product in the category Tea but have never bought any product in the category Coffee',
    ],
    [
      'bought Coffee, Tea, Cocoa - all three',
      'bought any product in the category Coffee and bought any product in the category Tea and bought any product in the category Cocoa',
    ],
    [
      'two or more of these: Coffee, Tea',
      'bought any product in the category Coffee and bought any product in the category Tea',
    ],
    ['spent over 200 at Nike', 'spent more than $200 on any product of the brand Nike'],
    [
      'spent 500+ in 2024 and 500+ again in 2025',
      'spent at least $500 from 1 January 2024 to 31 December 2024 and spent at least $500 from 1 January 2025 to 31 December 2025',
    ],
    // What came after: in that order, and not ever.
    [
      'bought Coffee but no Tea afterwards',
      'at least once bought any product in the category Coffee and then never bought any product in the category Tea after that',
    ],
    [
      'bought Tea within 60 days after Coffee',
      'bought any product in the category Coffee and then bought any product in the category Tea within 60 days of that',
    ],
    [
      'Tea bought after Coffee',
      'bought any product in the category Coffee and then bought any product in the category Tea after that',
    ],
    [
      'had a refund and still bought again afterwards',
      'placed an order with the status refunded or partially refunded and then ordered after that',
    ],
    // A limit of its own in each place; what it counts is said once.
    ...[
      'Germany: 3+ orders, France: 2+, everywhere else at least 1',
      'Germany 3+ orders, France 2+ and elsewhere at least 1',
      'at least 3 orders in Germany, at least 2 in France, at least 1 everywhere else',
      'Germany: at least 3; France: at least 2; rest of the world: at least 1 order',
      'Germans who placed 3+ orders, French with 2+, all others with at least 1',
    ].map((text) => [
      text,
      'either (are in Germany and ordered at least 3 times) or (are in France and ordered at least 2 times) or (ordered but are not in Germany or France)',
    ]),
    [
      'Germany over 400, France over 300',
      'either (are in Germany and spent more than $400) or (are in France and spent more than $300)',
    ],
    [
      'spent over 400 in Germany and over 300 in France this year',
      'either (are in Germany and spent more than $400 this year) or (are in France and spent more than $300 this year)',
    ],
    // Orders, money or ages.
    ['Germany over 40, France over 30', 'question'],
    ['over 40 in Germany, over 30 in France', 'question'],
    // “since” behind an order speaks of the first one, which nothing else dates.
    [
      'first order with WELCOME10 and has ordered since',
      'placed their first order with the discount code WELCOME10 and ordered at least 2 times',
    ],
    ...[
      'came in with WELCOME10 and has ordered without any code since',
      'used WELCOME10 on the first order, and ordered without a code since',
      'first order with WELCOME10, has bought without a code afterwards',
      'first order with WELCOME10 but ordered without a code since then',
    ].map((text) => [
      text,
      'placed their first order with the discount code WELCOME10 and (either placed at least 2 orders without a discount code or (placed at least 1 order without a discount code but not those who placed their first order without a discount code))',
    ]),
    [
      'first order on mobile and ordered since June',
      'placed their first order on the device mobile and ordered since 1 June 2025',
    ],
    [
      'bought in March and ordered without a code since',
      'ordered from 1 March 2025 to 31 March 2025 and then placed an order without a discount code after that',
    ],
    [
      'started out online, later ordered in store',
      'placed their first order through the channel online and (either placed at least 2 orders through the channel in_store or (placed at least 1 order through the channel in_store but not those who placed their first order through the channel in_store))',
    ],
    // Neither of them, behind those who bought something.
    ...[
      'Skincare buyers with neither Coffee nor Tea',
      'Skincare customers who have neither Coffee nor Tea',
      'buyers of Skincare with neither Coffee nor Tea',
      'Skincare owners, with neither Coffee nor Tea',
      'Skincare shoppers who own neither Coffee nor Tea',
    ].map((text) => [
      text,
      'bought any product in the category Skincare but have never bought any product in the category Coffee or Tea',
    ]),
    // Every order at full price: nobody who never bought, and no order with a discount.
    ['always paid full price', 'ordered and placed no orders with a discount'],
    ['only ever paid full price', 'ordered and placed no orders with a discount'],
    ['people who have always paid list price', 'ordered and placed no orders with a discount'],
    ['paid full price on every order', 'ordered and placed no orders with a discount'],
    ['paid full price every time', 'ordered and placed no orders with a discount'],
    ['shoppers who only buy at regular price', 'ordered and placed no orders with a discount'],
    // Vague words of an order, and its amount behind a pause.
    ['big first order, over 150', 'placed their first order with a total of more than $150'],
    ['their first order was big, over 150', 'placed their first order with a total of more than $150'],
    ['small first order, under 20', 'placed their first order with a total of less than $20'],
    [
      'first purchase was quite large, at least 120 dollars',
      'placed their first order with a total of at least $120',
    ],
    ['big orders, over 300', 'placed at least 1 order with a total of more than $300'],
    ['big spenders, over 40', 'question'],
    // Of that cart: what was checked out before it does not matter.
    ...[
      'put something in the cart last week but never got as far as checkout',
      'added to cart last week but did not get to the checkout',
      'added to cart last week, never reached the checkout',
      'filled a cart last week but never made it to the checkout',
      'added something to their basket last week but didn’t make it as far as checkout',
    ].map((text) => [
      text,
      'at least once added a product to the cart last week and then never started a checkout after that',
    ]),
    [
      'added to cart last week but never started a checkout',
      'added a product to the cart last week but have never started a checkout',
    ],
  ])('%s', ([text = '', meant]) => expect(read(text)).toBe(meant))

  test('what is asked of a product alone keeps its time', () => {
    const found = interpret('Coffee in the last 90 days', situation())
    const options =
      found.kind === 'question'
        ? found.options.flatMap(({ criteria }) => (criteria === undefined ? [] : [shown(criteria)]))
        : []
    expect(options[0]).toContain('in the last 90 days')
  })
})
