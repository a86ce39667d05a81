import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counts } from '../../criteria/pieces.fixture.ts'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { readBack, spokenEvents, spokenWindow } from '../../language/spoken.fixture.ts'
import { conditionSchema } from '../index.ts'
import { ABANDONABLE } from './abandonable.ts'
import { abandoned, abandonedSchema } from './abandoned.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

test.for([
  ['abandoned cart last week', 'abandoned added_to_cart [calendar week -1]'],
  ['cart abandoners in the last 7 days', 'abandoned added_to_cart [last 7 day]'],
  ['left something in the basket', 'abandoned added_to_cart'],
  ["started checkout but didn't finish", 'abandoned started_checkout'],
  ["started checkout but didn't complete it", 'abandoned started_checkout'],
  ['abandoned checkout twice or more this month', 'abandoned started_checkout >= 2 [calendar month 0]'],
  ['browse abandoners', 'abandoned viewed_product'],
  [
    'browse abandonment - viewed Tea in the last 7 days without buying',
    'abandoned viewed_product [last 7 day] {product:{category:Tea}}',
  ],
  [
    'viewed Tea in the last 7 days without buying',
    'abandoned viewed_product [last 7 day] {product:{category:Tea}}',
  ],
  [
    'browse abandoners: viewed Tea last week',
    'abandoned viewed_product [calendar week -1] {product:{category:Tea}}',
  ],
  ['cart abandoners - added to cart last week', 'abandoned added_to_cart [calendar week -1]'],
  ['browse abandoners last 30 days', 'abandoned viewed_product [last 30 day]'],
  ['added to cart, not purchased', 'abandoned added_to_cart'],
  ['added to cart but not purchased in the last 14 days', 'abandoned added_to_cart [last 14 day]'],
  ['abandoned a cart over $100', 'refused'],
  ['abandoned carts worth more than 50', 'refused'],
  ["viewed but didn't buy", 'abandoned viewed_product'],
  ["viewed a product last week but didn't buy", 'abandoned viewed_product [calendar week -1]'],
  [
    "viewed Tea last week but didn't buy",
    'sequence {did:event event:viewed_product where:{product:{category:Tea}}} {did:ordered product:{category:Tea}} true [calendar week -1]',
  ],
  [
    "viewed Tea last week and haven't bought anything since",
    'abandoned viewed_product [calendar week -1] {product:{category:Tea}}',
  ],
  ["added Coffee to the cart but didn't buy", 'question'],
  [
    'added Coffee to cart last week but never checked out',
    'abandoned added_to_cart [calendar week -1] {product:{category:Coffee}}',
  ],
  [
    'people who abandoned their cart in the last 24 hours and live in France',
    '(abandoned added_to_cart [last 24 hour] & country equals FR)',
  ],
  ['never abandoned a cart', 'abandoned added_to_cart = 0'],
  ['no abandoned carts this month', 'abandoned added_to_cart = 0 [calendar month 0]'],
  [
    'abandoned cart or checkout in the last 3 days',
    '(abandoned added_to_cart [last 3 day] | abandoned started_checkout [last 3 day])',
  ],
  [
    'abandoned both a cart and a checkout this week',
    '(abandoned added_to_cart [calendar week 0] & abandoned started_checkout [calendar week 0])',
  ],
  ['customers with 2+ abandoned carts in the last month', 'abandoned added_to_cart >= 2 [last 1 month]'],
  ['abandoned at least 3 carts this year', 'abandoned added_to_cart >= 3 [calendar year 0]'],
  [
    'abandoned their basket with Coffee in it last week',
    'abandoned added_to_cart [calendar week -1] {product:{category:Coffee}}',
  ],
  [
    'left Coffee in their cart yesterday',
    'abandoned added_to_cart [calendar day -1] {product:{category:Coffee}}',
  ],
  ['still have items in their cart', 'abandoned added_to_cart'],
  [
    'people with items in cart but no purchase in the last 7 days',
    '(abandoned added_to_cart & orders count = 0 [last 7 day])',
  ],
  ['started a checkout in the last 7 days without ordering', 'abandoned started_checkout [last 7 day]'],
  [
    'initiated checkout yesterday but did not complete the purchase',
    'abandoned started_checkout [calendar day -1]',
  ],
  ["didn't complete their purchase last week", 'abandoned started_checkout [calendar week -1]'],
  ['checkout abandonment last month', 'abandoned started_checkout [calendar month -1]'],
  ['abandoned cart on mobile in the last 2 days', 'abandoned added_to_cart [last 2 day] {device:mobile}'],
  ['VIPs who abandoned a cart this week', '(segment list_vip & abandoned added_to_cart [calendar week 0])'],
  ['abandoned a cart 1 to 3 days ago', 'abandoned added_to_cart [ago 1 3 day]'],
  [
    'shopping cart abandoners this week who have bought before',
    '(abandoned added_to_cart [calendar week 0] & orders count >= 1)',
  ],
  [
    'left something in the cart in the last 3 days and have not bought since',
    'abandoned added_to_cart [last 3 day]',
  ],
  ['abandonned cart yesterday', 'abandoned added_to_cart [calendar day -1]'],
  ['dropped off at checkout this week', 'abandoned started_checkout [calendar week 0]'],
  ['added to cart but never bought', 'question'],
  ["viewed 3+ products this week but didn't order", 'abandoned viewed_product >= 3 [calendar week 0]'],
  ['unfinished checkouts this month', 'abandoned started_checkout [calendar month 0]'],
  [
    'abandoned cart but not checkout last week',
    '(abandoned added_to_cart [calendar week -1] & not(abandoned started_checkout [calendar week -1]))',
  ],
  ['abandoned cart, never ordered', '(abandoned added_to_cart & orders count = 0)'],
  [
    "started checkout yesterday but didn't order online",
    '(events started_checkout [calendar day -1] & orders count = 0 {channel:online})',
  ],
  [
    "added Tea to cart this week but didn't order Coffee",
    '(events added_to_cart [calendar week 0] {product:{category:Tea}} & purchases none {category:Coffee})',
  ],
  ['cart abandoners with 3+ items in it', 'refused'],
  [
    'abandoned a checkout in the last 7 days or added to cart today',
    '(abandoned started_checkout [last 7 day] | events added_to_cart [calendar day 0])',
  ],
  [
    'customers who abandoned their cart more than once in the last 90 days',
    'abandoned added_to_cart > 1 [last 90 day]',
  ],
  [
    'people who put something in the cart this week and left without buying',
    'abandoned added_to_cart [calendar week 0]',
  ],
  [
    'added Coffee to the cart and have not ordered since then',
    'abandoned added_to_cart {product:{category:Coffee}}',
  ],
  ['added to cart and have no orders ever', '(events added_to_cart & orders count = 0)'],
  ['added to cart and never ordered anything', '(events added_to_cart & orders count = 0)'],
  ["abandoned their cart and didn't buy", 'abandoned added_to_cart'],
  [
    'abandoned a cart this week and have not ordered in 90 days',
    '(abandoned added_to_cart [calendar week 0] & orders count = 0 [last 90 day])',
  ],
  [
    'abandoned browsing for any product in the category Tea in the last 3 days',
    'abandoned viewed_product [last 3 day] {product:{category:Tea}}',
  ],
  ['abandoned a cart more than 2 times', 'abandoned added_to_cart > 2'],
  ['have not abandoned a cart in the last 3 days', 'abandoned added_to_cart = 0 [last 3 day]'],
  ['have never abandoned browsing', 'abandoned viewed_product = 0'],
])('%s', ([text = '', wanted]) => {
  expect(read(text)).toBe(wanted)
})

test('what abandoned means is said', () => {
  const found = interpret('cart abandoners this week', situation())
  expect(found.kind === 'criteria' ? found.assumptions : []).toEqual([
    'Abandoned carts: something was added to the cart, and no order came at or after that.',
  ])
})

test('what is not in the data is named', () => {
  const found = interpret('abandoned a cart over $100 last week', situation())
  expect(found.kind === 'refused' ? found.missing : []).toEqual(['cart values'])
})

test('either reading of “never bought” can be chosen', () => {
  const found = interpret('added to cart this week but never bought', situation())
  const options = found.kind === 'question' ? found.options : []
  expect(options.map(({ criteria }) => criteria && brief(criteria))).toEqual([
    'abandoned added_to_cart [calendar week 0]',
    '(events added_to_cart [calendar week 0] & orders count = 0)',
  ])
})

test('“checkout rather than cart” keeps the rest', () => {
  const current = interpret('VIPs who abandoned a cart twice in the last 7 days', situation())
  const criteria = current.kind === 'criteria' ? current.criteria : undefined
  const found = interpret('checkout rather than cart', situation(criteria))
  expect(found.kind === 'criteria' ? brief(found.criteria) : found.kind).toBe(
    '(segment list_vip & abandoned started_checkout >= 2 [last 7 day])',
  )
})

test('the words of a condition are read back', () => {
  const spoken = fc
    .record({
      event: fc.constantFrom(...ABANDONABLE),
      test: fc.option(counts, { nil: undefined }),
      within: fc.option(spokenWindow, { nil: undefined }),
      where: fc.option(spokenEvents, { nil: undefined }),
    })
    .map(({ test, ...rest }) => abandonedSchema.parse({ type: 'abandoned', ...rest, ...test }))
  fc.assert(
    fc.property(spoken, (condition) => {
      const normal = abandoned.normal?.(condition) ?? condition
      expect(readBack(normal)).toEqual(conditionSchema.parse(normal))
    }),
    { numRuns: 500 },
  )
})
