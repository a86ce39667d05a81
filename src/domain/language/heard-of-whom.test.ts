import { expect, test } from 'vitest'
import { brief, situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

const NEWS = 'segment list_news'

// A word for people begins a group of its own, unless it says what the people before it are.
test.for([
  ['people in France, and are members of the Newsletter list', `(country equals FR & ${NEWS})`],
  [
    'people who used WELCOME10 and are members of the Newsletter list',
    `(orders count >= 1 {code:WELCOME10} & ${NEWS})`,
  ],
  ['people in France, and members of the Newsletter list', `(country equals FR | ${NEWS})`],
  [
    'customers in Paris or tagged vip who ordered at least twice',
    '((city equals Paris | tags has vip) & orders count >= 2)',
  ],
  [
    'customers in Paris or tagged vip who also are VIPs',
    '((city equals Paris | tags has vip) & segment list_vip)',
  ],
  ['VIPs or French women who ordered at least twice', 'question'],
])('%s', ([text, meant]) => {
  expect(read(text ?? '')).toBe(meant)
})

const ALWAYS = 'orders count >= 1 & orders count = 0 {discounted:false}'

test.for([
  ['women, only ever bought with a discount', `(gender equals female & ${ALWAYS})`],
  ['women, and only bought with a discount', `(gender equals female & ${ALWAYS})`],
  ['women, only in France', '(gender equals female & country equals FR)'],
])('%s: “only” is said of what they do, or of whom of them', ([text, meant]) => {
  expect(read(text ?? '')).toBe(meant)
})

test.for(['who opened but did not click any email in the last 30 days and who ordered last week'])(
  '%s: the time is said for both deeds',
  (text) => {
    expect(read(text)).toBe(
      '(events opened_email [last 30 day] & events clicked_email = 0 [last 30 day] & orders count >= 1 [calendar week -1])',
    )
  },
)

// What is done “never again” is what was done, and no order.
test.for([
  ['clicked an email once and never again', '(events clicked_email & events clicked_email = 1)'],
  ['used WELCOME10 once but never again', 'orders count = 1 {code:WELCOME10}'],
  [
    'visited the site in March and never again',
    '(events visited_site [from 2025-03-01 to 2025-03-31] & events visited_site = 0 [from 2025-04-01])',
  ],
  ['bought once and never again', 'orders count = 1'],
  [
    'average order above 100 but never more than 250 in one order',
    '(orders average > 100 & not(orders largest > 250))',
  ],
  ['people who used a discount on their first order but never again', 'question'],
  ['browsed once, never came back', 'question'],
])('%s', ([text, meant]) => {
  expect(read(text ?? '')).toBe(meant)
})

test('“fall into” is no autumn', () => {
  expect(read('people who fall into the Newsletter list')).toBe(NEWS)
  expect(read('ordered last fall in store')).toContain('2025-09')
})

// “Those” and “either” are what was named, and no order of anything.
test.for([
  ['customers in France who bought those in the last 6 months', 'question'],
  [
    'carted Green Tea, never bought either of them',
    '(events added_to_cart {product:{product:Green Tea}} & purchases none {product:Green Tea})',
  ],
])('%s', ([text, meant]) => {
  expect(read(text ?? '')).toBe(meant)
})

test.for([
  ['customers who never checked out', 'orders count = 0'],
  ['customers who checked out in May', 'orders count >= 1 [from 2025-05-01 to 2025-05-31]'],
  [
    'customers in France. Anyone who clicked an email has to stay out.',
    '(country equals FR & not(events clicked_email))',
  ],
])('%s: who does something “out” is not left out', ([text, meant]) => {
  expect(read(text ?? '')).toBe(meant)
})
