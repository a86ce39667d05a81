import { describe, expect, test } from 'vitest'
import { isCondition } from '../criteria/node.ts'
import { normalCriteria } from '../criteria/normal.ts'
import type { Criteria } from '../criteria/schema.ts'
import { brief, situation } from './company.fixture.ts'
import { denied, isDenied, plainDeed } from './grammar/denied.ts'
import { interpret } from './interpret.ts'

/** What is done, in the forms that English has for it. */
const DEEDS = [
  { done: 'bought', base: 'buy', doing: 'buying', noun: 'orders' },
  { done: 'bought Coffee', base: 'buy Coffee', doing: 'buying Coffee' },
  { done: 'visited the site', base: 'visit the site', doing: 'visiting the site', noun: 'site visits' },
  { done: 'opened an email', base: 'open an email', doing: 'opening an email', noun: 'email opens' },
  { done: 'used a discount code', base: 'use a discount code', doing: 'using a discount code' },
  { done: 'bought online', base: 'buy online', doing: 'buying online', noun: 'online orders' },
] as const
type Deed = { readonly done: string; readonly base: string; readonly doing: string; readonly noun?: string }

const TIMES = [
  'in the last 30 days',
  'this year',
  'since 1 October 2025',
  'before June 2025',
  'in May or July 2025',
]
const TIME = 'in the last 30 days'

function criteriaOf(text: string): Criteria {
  const found = interpret(text, situation())
  if (found.kind === 'criteria') return found.criteria
  throw new Error(`“${text}” came to a ${found.kind}: ${found.kind === 'question' ? found.question : ''}`)
}

/** In one way of writing: what is denied is denied in each condition by itself. */
const plain = (criteria: Criteria): string => brief(normalCriteria(pushed(normalCriteria(criteria))))

function pushed(criteria: Criteria): Criteria {
  if (isCondition(criteria)) return criteria
  if ('all' in criteria) return { all: criteria.all.map(pushed) }
  if ('any' in criteria) return { any: criteria.any.map(pushed) }
  return {
    all: criteria.none.map((one) => {
      const deed = plainDeed(one)
      return deed === undefined || isDenied(deed) ? { none: [pushed(one)] } : denied(deed)
    }),
  }
}

const done = (deed: Deed, time = '') => criteriaOf(`${deed.done} ${time}`)
const notDone = (deed: Deed, time = '') => criteriaOf(`have not ${deed.done} ${time}`)

/** Every way to say that it was not done. */
const DENIALS: readonly ((deed: Deed, time: string) => string | undefined)[] = [
  ({ done: it }, time) => `haven’t ${it} ${time}`,
  ({ done: it }, time) => `customers who have not ${it} ${time}`,
  ({ base }, time) => `didn’t ${base} ${time}`,
  ({ base }, time) => `who have yet to ${base} ${time}`,
  ({ doing }, time) => `without ${doing} ${time}`,
  ({ noun }, time) => noun && `no ${noun} ${time}`,
  ({ noun }, time) => noun && `without any ${noun} ${time}`,
  ({ noun }, time) => noun && `zero ${noun} ${time}`,
]

/** Every way to say that neither of two was done. */
const NEITHER: readonly ((a: Deed, b: Deed) => string | undefined)[] = [
  (a, b) => `haven’t ${a.done} or ${b.done} ${TIME}`,
  (a, b) => `customers in France who have not ${a.done} or ${b.done} ${TIME}`,
  (a, b) => `haven’t ${a.done} ${TIME} and haven’t ${b.done} ${TIME}`,
  (a, b) => `haven’t ${a.done} nor ${b.done} ${TIME}`,
  (a, b) => `didn’t ${a.base} or ${b.base} ${TIME}`,
  (a, b) => `neither ${a.done} nor ${b.done} ${TIME}`,
  (a, b) => `without ${a.doing} or ${b.doing} ${TIME}`,
  (a, b) => a.noun && b.noun && `no ${a.noun} or ${b.noun} ${TIME}`,
  (a, b) => a.noun && b.noun && `no ${a.noun} and no ${b.noun} ${TIME}`,
]

/** Every way to say that one was done and the other was not. */
const ONE_NOT_OTHER: readonly ((a: Deed, b: Deed) => string)[] = [
  (a, b) => `${a.done} ${TIME} but haven’t ${b.done} ${TIME}`,
  (a, b) => `${a.done} ${TIME} and didn’t ${b.base} ${TIME}`,
  (a, b) => `${a.done} ${TIME} without ${b.doing} ${TIME}`,
  (a, b) => `haven’t ${b.done} ${TIME} but have ${a.done} ${TIME}`,
  (a, b) => `customers who ${a.done} ${TIME}, except those who ${b.done} ${TIME}`,
]

const texts = (all: readonly (string | undefined)[]): readonly string[] =>
  all.filter((text) => text !== undefined)

describe.for(DEEDS)('$done', (deed: Deed) => {
  test.for(TIMES)('denied in every form, %s', (time) => {
    const wanted = plain(notDone(deed, time))
    const said = texts(DENIALS.map((say) => say(deed, time)))
    expect(said.map((text) => [text, plain(criteriaOf(text))])).toEqual(said.map((text) => [text, wanted]))
  })

  const others = DEEDS.filter((other) => other !== deed)

  test.for(others)('neither that nor $done', (other: Deed) => {
    const wanted = listed(plain({ all: [notDone(deed, TIME), notDone(other, TIME)] }))
    const said = texts(NEITHER.map((say) => say(deed, other)))
    const shown = (text: string) => listed(plain(criteriaOf(text)).replace('country equals FR & ', ''))
    expect(said.map((text) => [text, shown(text)])).toEqual(said.map((text) => [text, wanted]))
  })

  test.for(others)('that, and not $done', (other: Deed) => {
    const wanted = listed(plain({ all: [done(deed, TIME), notDone(other, TIME)] }))
    const said = ONE_NOT_OTHER.map((say) => say(deed, other))
    expect(said.map((text) => [text, listed(plain(criteriaOf(text)))])).toEqual(
      said.map((text) => [text, wanted]),
    )
  })
})

/** The parts of a conjunction, in any order; two events of one test are two tests. */
const listed = (shown: string): readonly string[] =>
  shown
    .replace(/^\((.*)\)$/u, '$1')
    .split(' & ')
    .flatMap((part) => {
      const events = /^events (\w+),(\w+)(.*)$/u.exec(part)
      return events === null ? [part] : [`events ${events[1]}${events[3]}`, `events ${events[2]}${events[3]}`]
    })
    .toSorted()

describe('what is said once is meant for all', () => {
  test.for([
    'men and women in Paris',
    'men or women in Paris',
    'Champions or Loyal Customers in France',
    'Champions, At Risk or Lost customers who opened an email this month',
  ])('%s', (text) => {
    const criteria = criteriaOf(text)
    // The place stands outside of the alternatives.
    expect('all' in criteria && criteria.all.every((one) => isCondition(one))).toBe(true)
  })

  test.for([
    [
      'ordered in May and July 2025',
      '(orders count >= 1 [from 2025-05-01 to 2025-05-31] & orders count >= 1 [from 2025-07-01 to 2025-07-31])',
    ],
    [
      'haven’t ordered in May and July 2025',
      '(orders count = 0 [from 2025-05-01 to 2025-05-31] & orders count = 0 [from 2025-07-01 to 2025-07-31])',
    ],
    [
      'ordered in 2022 and 2024 but not 2025',
      '(orders count >= 1 [from 2022-01-01 to 2022-12-31] & orders count >= 1 [from 2024-01-01 to 2024-12-31] & orders count = 0 [from 2025-01-01 to 2025-12-31])',
    ],
    [
      '2 orders in 2024 and at least 1 in 2025',
      '(orders count >= 2 [from 2024-01-01 to 2024-12-31] & orders count >= 1 [from 2025-01-01 to 2025-12-31])',
    ],
    [
      'spent over 100 in store and over 50 online',
      '(orders spend > 100 {channel:in_store} & orders spend > 50 {channel:online})',
    ],
    [
      'spent at least 500 in 2024 and nothing in 2025',
      '(orders spend >= 500 [from 2024-01-01 to 2024-12-31] & orders count = 0 [from 2025-01-01 to 2025-12-31])',
    ],
    ['every order over $75', 'orders smallest > 75'],
    ['all orders at full price', '(orders count >= 1 & orders count = 0 {discounted:true})'],
    ['placed an order between 24 and 26 December 2024', 'orders count >= 1 [from 2024-12-24 to 2024-12-26]'],
    ['recency 2 or better', 'rfm 1,2'],
    ['no purchase 90d', 'orders count = 0 [last 90 day]'],
    ['US customers unless they are tagged staff', '(country equals US & not(tags has staff))'],
    [
      'at least 3 orders and no refunds',
      '(orders count >= 3 & orders count = 0 {status:refunded,partially_refunded})',
    ],
  ])('%s', ([text, wanted]) => {
    expect(brief(criteriaOf(text ?? ''))).toBe(wanted)
  })
})
