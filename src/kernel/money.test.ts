import { expect, test } from 'vitest'
import { currencyOf, formatMoney, toMinor } from './money.ts'

const [dollars, yen] = [currencyOf('USD'), currencyOf('JPY')]

test.for([
  [0, '$0'],
  [-0, '$0'],
  [500, '$500'],
  [1234.5, '$1,234.50'],
  [-3, '-$3'],
] as const)('%d is written %s', ([amount, written]) => {
  expect(formatMoney(amount, dollars)).toBe(written)
})

test.for([1e308, 0.001, Number.POSITIVE_INFINITY, Number.NaN, 2 ** 53])(
  '%d dollars can’t be counted to the cent, and are refused',
  (amount) => {
    expect(() => toMinor(amount, dollars)).toThrow('is not an amount in USD')
  },
)

test('amounts are kept in the units of their currency', () => {
  expect([toMinor(12.34, dollars), toMinor(1.1 + 2.2, dollars), toMinor(1234, yen)]).toEqual([
    1234, 330, 1234,
  ])
  expect(() => toMinor(0.5, yen)).toThrow('not an amount in JPY')
})
