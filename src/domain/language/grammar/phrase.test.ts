import { expect, test } from 'vitest'
import { situation } from '../company.fixture.ts'
import { tokenize } from '../tokens/tokenize.ts'
import { units } from '../unit.ts'
import { beginning, longestIn, phrase } from './phrase.ts'
import { readingOf } from './reading.ts'

const read = (text: string) => readingOf(text, tokenize(text), situation(), units)

const most = phrase('more|most than?', 'at? least')
const orders = phrase('order|orders')
const ordersOf = phrase('orders of')
const TABLE = [
  ['most', most],
  ['orders', orders],
  ['none', () => -1],
  ['orders of', ordersOf],
] as const

test('a phrase begins with its first words, and with those behind what may be missing', () => {
  const reading = read('at least more than orders of "orders"')
  expect(reading.tokens.map((_, at) => most(reading, at))).toEqual([2, 2, 4, -1, -1, -1, -1])
  expect(reading.tokens.map((_, at) => orders(reading, at))).toEqual([-1, -1, -1, -1, 5, -1, -1])
  expect(most(reading, 99)).toBe(-1)
})

test('a phrase that is made later is found in what was made ready before', () => {
  const reading = read('orders at least')
  expect(phrase('at least|most')(reading, 1)).toBe(3)
  expect(phrase('at most')(reading, 1)).toBe(-1)
})

test('of a table those are looked at that may begin there, in its order', () => {
  const reading = read('orders of at least')
  const at = beginning(TABLE, ([, words]) => words)
  expect(reading.tokens.map((_, place) => at(reading, place).map(([name]) => name))).toEqual([
    ['orders', 'none', 'orders of'],
    ['none'],
    ['most', 'none'],
    ['most', 'none'],
  ])
  expect(longestIn(reading, 0, TABLE)).toEqual({ value: 'orders of', end: 2 })
  expect(longestIn(reading, 1, TABLE)).toBeUndefined()
})
