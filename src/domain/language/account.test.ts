import { describe, expect, test } from 'vitest'
import type { Criteria } from '../criteria/schema.ts'
import { accountFor, withStated } from './account.ts'
import { brief, situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

const bought = (n: number): Criteria => ({
  type: 'orders',
  measure: 'count',
  op: '>=',
  value: 1,
  within: { kind: 'last', n, unit: 'day' },
})
const france: Criteria = { type: 'attribute', field: 'country', op: 'equals', value: 'FR' }
const spent: Criteria = { type: 'orders', measure: 'spend', op: '>', value: 500 }

const told = (message: string, criteria: Criteria, atHand?: Criteria): string[] =>
  accountFor(message, criteria, situation(atHand)).spans.map(
    ({ as, text, meaning }) => `${as} “${text}”: ${meaning}`,
  )

describe('what was assumed stands at the words that it rests on', () => {
  test.for([
    ['customers who ordered 3 times', '3 times', 'at least 3 times'],
    ['customers who spent over $500', 'spent', 'before refunds'],
    ['the top 10% by spend', 'spend', 'before refunds'],
    ['customers in Frnace', 'Frnace', 'is read as'],
    ['customers who opened an email in March', 'March', 'March 20'],
    ['women in France and people in Germany', 'and', 'either of them'],
    [
      'customers who have not ordered in the last 90 days',
      'who have not ordered in the last 90 days',
      'never',
    ],
  ] as const)('%s', ([message, words, says]) => {
    const found = interpret(message, situation())
    expect(found.kind).toBe('criteria')
    const assumed = found.receipt.filter(({ as }) => as === 'assumption')
    expect(assumed.map(({ text, meaning }) => [text, meaning.includes(says)])).toContainEqual([words, true])
    for (const { text, start, end } of found.receipt) expect(message.slice(start, end)).toBe(text)
  })

  test('net spend says how refunds are taken off', () => {
    const found = interpret('customers with a net spend over $500', situation())
    expect(found.receipt.filter(({ as }) => as === 'assumption').map(({ meaning }) => meaning)).toEqual([
      'The refunded amount of each order is taken off. A refunded order without an amount counts as nothing; a partly refunded one without an amount counts in full.',
    ])
  })
})

describe('vague words that somebody else chose a reading of', () => {
  test('one of the choices, or another number in it, is an assumption', () => {
    for (const days of [90, 60]) {
      const spans = told('recent buyers in France', { all: [bought(days), france] })
      const words = brief(bought(days))
      expect(spans).toContain(`condition “recent buyers”: ${words}`)
      expect(spans).toContain(`assumption “recent buyers”: “recent buyers” is read as: ${words}.`)
    }
  })

  test('what is of another kind does not explain them', () => {
    const spans = told('recent buyers in France', { all: [spent, france] })
    expect(spans.find((span) => span.includes('recent buyers'))).toMatch(/^not accounted for/)
  })

  test('one of several parts of a phrase leaves the phrase unaccounted for', () => {
    expect(told('customers in France or Germany', france).join()).toContain('not accounted for')
  })
})

describe('words that change criteria at hand', () => {
  const atHand: Criteria = { all: [bought(90), france] }

  test.for(['make it 60 days', 'now only 60 days please', 'within 60 days instead'])('%s', (message) => {
    const { spans, refines } = accountFor(message, { all: [bought(60), france] }, situation(atHand))
    expect(refines).toBe(true)
    expect(spans.map(({ as }) => as)).not.toContain('not accounted for')
  })

  test('a new number that no rule reads is told by the part that it is in now', () => {
    const spans = told('loosen that window up to 60', { all: [bought(60), france] }, atHand)
    expect(spans.join('\n')).not.toContain('not accounted for')
    expect(spans.join('\n')).toContain(`is read as: ${brief(bought(60))}`)
  })

  test('a number that is in none of them is not explained away', () => {
    const spans = told('loosen that window up to 75', { all: [bought(60), france] }, atHand)
    expect(spans.join('\n')).toContain('not accounted for')
  })

  test('of a change that could be made in two ways the one that was chosen is told', () => {
    const two: Criteria = {
      all: [
        bought(90),
        { type: 'events', event: ['opened_email'], within: { kind: 'last', n: 90, unit: 'day' } },
      ],
    }
    const asked = interpret('make it 60 days', situation(two))
    const option = asked.kind === 'question' ? asked.options.at(-1) : undefined
    expect(option?.criteria).toBeDefined()
    const { spans, assumptions } = accountFor('make it 60 days', option?.criteria ?? two, situation(two))
    expect(spans.map(({ as }) => as)).not.toContain('not accounted for')
    expect(assumptions.join()).toContain(option?.label)
  })
})

test('the words of a command are none of the criteria that it names', () => {
  const message = 'create an indicator called Active: ordered in the last 90 days'
  const spans = told(message, bought(90))
  expect(spans.join('\n')).not.toContain('not accounted for')
  expect(spans.join('\n')).toContain('condition “ordered in the last 90 days”')
})

test('what a model says it assumed stands at the words that it quotes, and is kept where it quotes none', () => {
  const message = 'customers in France who spent over 500'
  const stated = ['"over 500" is in dollars', 'Nothing else was meant.']
  const account = withStated(message, accountFor(message, { all: [france, spent] }, situation()), stated)
  expect(account.assumptions).toEqual(stated)
  expect(account.spans).toContainEqual({
    text: 'over 500',
    start: 30,
    end: 38,
    as: 'assumption',
    meaning: '"over 500" is in dollars',
  })
})
