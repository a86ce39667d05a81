import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

const denied = (words: string): string =>
  words.startsWith('are ') ? words.replace('are ', 'are not ') : `are not those who ${words}`

/** A column, two of its values, and how descriptions say that it has one of them, or either. */
const COLUMNS: readonly (readonly [
  column: string,
  one: string,
  other: string,
  only: string,
  either: string,
])[] = [
  ['country', 'France', 'Germany', 'are in France', 'are in France or Germany'],
  ['city', 'Paris', 'Berlin', 'are in the city Paris', 'are in the city Paris or Berlin'],
  ['gender', 'female', 'male', 'have the gender female', 'have the gender female or male'],
  ['tag', 'vip', 'gold', 'are tagged vip', 'are tagged vip or gold'],
  ['postcode', 'SW1A', 'EC1V', 'have the postcode SW1A', 'have the postcode SW1A or EC1V'],
  ['last name', 'Smith', 'Jones', 'have the last name Smith', 'have the last name Smith or Jones'],
  [
    'RFM segment',
    'Champions',
    'Lost',
    'are in the RFM segment Champions',
    'are in the RFM segment Champions or Lost',
  ],
]

// As tables, forms and other segment builders say it: a column, how it is compared, values.
describe.for(COLUMNS)('%s', ([column, one, other, only, either]) => {
  test.for([`${column} is ${one}`, `${column} = ${one}`, `${column}: ${one}`, `whose ${column} is ${one}`])(
    '%s',
    (text) => {
      expect(read(text)).toBe(only)
    },
  )

  test.for([
    `${column} is not ${one}`,
    `${column} isn't ${one}`,
    `${column} != ${one}`,
    `${column} <> ${one}`,
    `${column} not ${one}`,
    `${column} other than ${one}`,
    `${column} is anything but ${one}`,
  ])('%s', (text) => {
    expect(read(`customers with ${text}`)).toBe(denied(only))
  })

  test.for([
    `${column} in (${one}, ${other})`,
    `${column} is one of ${one}, ${other}`,
    `${column} is either ${one} or ${other}`,
  ])('%s', (text) => {
    expect(read(`customers with ${text}`)).toBe(either)
  })

  test.for([
    `${column} not in (${one}, ${other})`,
    `${column} is neither ${one} nor ${other}`,
    `${column} is none of ${one}, ${other}`,
  ])('%s', (text) => {
    expect(read(`customers with ${text}`)).toBe(denied(either))
  })
})

test.for([
  ['companies whose industry is not SaaS', 'are not in the industry SaaS'],
  ['companies with industry in (SaaS, Fintech)', 'are in the industry SaaS or Fintech'],
  ["companies whose tech stack doesn't include Snowflake", 'are not those that use Snowflake'],
  ['people with seniority in (VP, Director)', 'have the seniority VP or Director'],
  ['people whose country is not US', 'are not in the United States'],
])('of accounts: %s', ([text, says]) => {
  expect(read(text ?? '')).toBe(says)
})

test.for([
  ['channel = online', 'placed at least 1 order through the channel online', 'read of orders'],
  ['discount code is not SUMMER20', 'placed no orders with the discount code SUMMER20', 'read of orders'],
  ['brand is Nike', 'bought any product of the brand Nike', 'read of what people bought'],
  [
    'category not in (Tea, Coffee)',
    'have never bought any product in the category Tea or Coffee',
    'never bought',
  ],
])('what is no column of people says of what it is read: %s', ([text = '', says, states]) => {
  const found = interpret(text, situation())
  expect(found.kind === 'criteria' && shown(found.criteria)).toBe(says)
  expect(found.kind === 'criteria' && found.assumptions.join(' ')).toContain(states)
})

test('“and” goes on with another column', () => {
  expect(read('tag is not vip and country is France')).toBe('are in France but are not tagged vip')
  expect(read('country is not France and city is Paris')).toContain('are in the city Paris')
})

test('a name that looks like a slip is a name', () => {
  const found = interpret('first name is Anna or Ben', situation())
  expect(found.kind === 'criteria' && found.assumptions).toEqual([])
})

test.for([
  [
    'bought Socks or Tea but not both',
    'either (bought any product in the category Socks but not those who bought any product in the category Tea) or (bought any product in the category Tea but not those who bought any product in the category Socks)',
  ],
  ['engaged with October News', 'opened an e-mail or clicked an e-mail in the campaign October News'],
  [
    'Nike buyers who have never touched Outdoor',
    'bought any product of the brand Nike but have never bought any product in the category Outdoor',
  ],
  ['were on the website in the last 48 hours', 'visited the site in the last 48 hours'],
])('%s', ([text = '', says]) => {
  expect(read(text)).toBe(says)
})
