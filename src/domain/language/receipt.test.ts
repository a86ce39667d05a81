import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#kernel/hash.ts'
import { parseCriteria } from '../criteria/parse.ts'
import type { Criteria } from '../criteria/schema.ts'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import type { Interpretation } from './interpretation.ts'
import { receiptFor } from './receipt-for.ts'

/** Every letter and digit of the message that no span holds. */
function unheld(text: string, spans: readonly { start: number; end: number }[]): string {
  return [...text.matchAll(/[\p{L}\p{N}]/gu)]
    .filter(({ index }) => !spans.some(({ start, end }) => index >= start && index < end))
    .map(([letter]) => letter)
    .join('')
}

const wellFormed = (found: Interpretation): boolean =>
  found.kind !== 'criteria' || canonicalJson(parseCriteria(found.criteria)) === canonicalJson(found.criteria)

const WORDS =
  'customers people who in France Germany and or but not except unless bought ordered never Tea Coffee 3 times the last 90 days spent over $200 under opened clicked an email SMS VIP Champions , ( ) : top 10% by spend at least exactly only create a segment of called X women aged 25 to 34 tagged gold with no phone it them that time 2024 March since before xyzzy "Summer Buyers" start make 60'.split(
    ' ',
  )
const messages = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 })
  .map((words) => words.join(' '))

// Put together from phrases, so that most of them count.
const PHRASES =
  'customers|people|who|in France|Germany|and|or|, and|but not|not|except those|bought Tea|ordered 3 times|in the last 90 days|spent over $200|opened an email|are women|aged 25 to 34|tagged gold|with no phone|never ordered|VIP|top 10% by spend|in March|xyzzy'.split(
    '|',
  )
const requests = fc
  .array(fc.constantFrom(...PHRASES), { minLength: 1, maxLength: 6 })
  .map((phrases) => `customers ${phrases.join(' ')}`)

describe('every word is accounted for', () => {
  test('whatever is said, each word is in a span, spans are in order, and their texts are those of the message', () => {
    fc.assert(
      fc.property(messages, (text) => {
        const { receipt } = interpret(text, situation())
        expect(unheld(text, receipt)).toBe('')
        const plain = receipt.filter(({ as }) => as !== 'assumption')
        for (const span of receipt) expect(text.slice(span.start, span.end)).toBe(span.text)
        for (const [i, span] of plain.entries())
          expect(span.start).toBeGreaterThanOrEqual(plain[i - 1]?.end ?? 0)
      }),
      { numRuns: 300, examples: [['"Summer called Buyers" customers']] },
    )
  })

  test('criteria never come with a word that is not accounted for, and they are well formed', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(requests, (text) => {
        const found = interpret(text, situation())
        fc.pre(found.kind === 'criteria')
        expect(found.receipt.filter((span) => span.as === 'not accounted for')).toEqual([])
        expect(wellFormed(found)).toBe(true)
        // What is said to be assumed is said at the words that it rests on.
        const noted = found.receipt.flatMap(({ as, meaning }) => (as === 'assumption' ? [meaning] : []))
        expect(noted).toEqual(expect.arrayContaining([...found.assumptions]))
      }),
      { numRuns: 200 },
    )
  })

  test('with criteria at hand as well', () => {
    const atHand: Criteria = { type: 'attribute', field: 'country', op: 'equals', value: 'IT' }
    fc.assert(
      fc.property(messages, (text) => {
        const found = interpret(text, situation(atHand))
        expect(unheld(text, found.receipt)).toBe('')
        expect(wellFormed(found)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the receipt for criteria that a model chose', () => {
  const spent: Criteria = { type: 'orders', measure: 'spend', op: '>', value: 500 }
  const france: Criteria = { type: 'attribute', field: 'country', op: 'equals', value: 'FR' }
  const marks = (message: string, criteria: Criteria) =>
    receiptFor(message, criteria, situation()).spans.map(({ text, as }) => `${as}: ${text}`)

  test('what the criteria hold is a condition, what they lack is not accounted for', () => {
    expect(marks('customers in France who spent over 500', { all: [france, spent] })).toMatchInlineSnapshot(`
      [
        "ignored: customers",
        "condition: in France",
        "ignored: who",
        "condition: spent over 500",
        "assumption: spent",
      ]
    `)
    expect(marks('customers in France who spent over 500', france)).toMatchInlineSnapshot(`
      [
        "ignored: customers",
        "condition: in France",
        "ignored: who",
        "not accounted for: spent over 500",
      ]
    `)
  })

  test('one of several values accounts for its word', () => {
    const both: Criteria = { type: 'attribute', field: 'country', op: 'in', value: ['FR', 'BE'] }
    expect(marks('customers in France', both)).toMatchInlineSnapshot(`
      [
        "ignored: customers",
        "condition: in France",
      ]
    `)
  })

  test('the opposite is not accounted for', () => {
    expect(marks('customers not in France', france)).toMatchInlineSnapshot(`
      [
        "ignored: customers",
        "not accounted for: not in France",
      ]
    `)
    expect(marks('customers except those in France', { none: [france] })).toMatchInlineSnapshot(`
      [
        "ignored: customers",
        "condition: except those in France",
        "assumption: except those in France",
      ]
    `)
  })

  test('words that nothing reads are named', () => {
    expect(marks('create a segment of customers with blue eyes in France', france)).toMatchInlineSnapshot(`
      [
        "command: create a segment of",
        "ignored: customers",
        "ignored: with",
        "not accounted for: blue eyes",
        "condition: in France",
      ]
    `)
  })
})

test.for([
  ['a '.repeat(4900)],
  ['('.repeat(5000)],
  ['not '.repeat(2400)],
  ['bought it and '.repeat(700)],
  ['"'.repeat(5000)],
  [Array(200).fill('customers in France who bought Coffee').join(' and ')],
])('hostile messages end in an answer (%#)', ([text = '']) => {
  expect(interpret(text, situation()).kind).toMatch(/^(?:criteria|question|refused)$/)
})
