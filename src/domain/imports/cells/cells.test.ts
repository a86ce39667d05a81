import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencyOf } from '#kernel/money.ts'
import { readDate, readInstant } from './instant.ts'
import { readCharge, readCount, readMoney, readNumber, readWhole } from './numbers.ts'
import { readFlag, readId, readList, readOrderStatus, readShopStatus, readText } from './words.ts'

const at = (iso: string) => Date.parse(iso) / 1000

describe('instants', () => {
  test.for([
    ['2025-11-20 12:30:05', '2025-11-20T12:30:05Z'],
    ['2025-11-20T12:30:05Z', '2025-11-20T12:30:05Z'],
    ['2025-11-20T12:30:05.999Z', '2025-11-20T12:30:05Z'],
    ['2025-11-20T12:30+02:00', '2025-11-20T10:30:00Z'],
    ['2025-11-20 12:30:05 -0530', '2025-11-20T18:00:05Z'],
    ['2025-11-20 12:30:05 +0000', '2025-11-20T12:30:05Z'],
    ['2025-11-20', '2025-11-20T00:00:00Z'],
    ['2024-02-29 00:00:00', '2024-02-29T00:00:00Z'],
    ['0099-01-01', '0099-01-01T00:00:00Z'],
  ] as const)('%s', ([text, iso]) => expect(readInstant(text)).toBe(at(iso)))

  test.for(['2025-02-29', '2025-13-01', '2025-00-10 10:00:00', '2025-04-31'])('%s does not exist', (text) => {
    expect(readInstant(text)).toEqual({ problem: 'is a day that does not exist' })
    expect(readDate(text)).toEqual({ problem: 'is a day that does not exist' })
  })

  test.for([
    '12/01/2010 8:26',
    'yesterday',
    '2025-11-20 25:00:00',
    '2025-11-20 12:60',
    '2025-11-20 12:30:60 +0000',
    '2025-11-20 1a:30:05 +0000',
    '2025-11-20_12:30:05',
    '2025-11-20x',
    '20251120',
  ])('%s is no time', (text) =>
    expect(readInstant(text)).toMatchObject({ problem: expect.stringContaining('is not a time') }),
  )

  test('every second is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 20_000_000_000 }), (second) => {
        expect(readInstant(new Date(second * 1000).toISOString())).toBe(second)
      }),
    )
  })

  test('a birthday loses its time', () => {
    expect(readDate('1987-05-15')).toBe('1987-05-15')
    expect(readDate('1987-05-15 00:00:00')).toBe('1987-05-15')
    expect(readDate('15.05.1987')).toEqual({ problem: 'is not a date as YYYY-MM-DD' })
  })
})

describe('money', () => {
  const usd = readMoney({ currency: currencyOf('USD') })

  test('decimals become minor units, exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -9_000_000_000_000n, max: 9_000_000_000_000n }), (minor) => {
        const size = minor < 0n ? -minor : minor
        const text = `${minor < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
        expect(usd(text)).toBe(Number(minor))
      }),
    )
  })

  test.for([
    ['12', 1200],
    ['12.5', 1250],
    ['12.50000', 1250],
    ['0.07', 7],
    ['-0.00', 0],
    ['', null],
    ['N/A', null],
  ] as const)('%s', ([text, minor]) => expect(usd(text)).toBe(minor))

  test.for(['1,234.50', '$12', '12.50 USD', '1e3', '12,50', 'abc', '.5', '99999999999999999'])(
    '%s is no amount',
    (text) => expect(usd(text)).toEqual({ problem: 'is not an amount of money as a decimal number' }),
  )

  test('however it is written, an amount is the same', () => {
    const amounts = fc.record({
      minor: fc.integer({ min: 0, max: 200_000_000_000 }),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD').map(currencyOf),
      zeros: fc.nat({ max: 3 }),
      sign: fc.constantFrom('', '+'),
    })
    fc.assert(
      fc.property(amounts, ({ minor, currency, zeros, sign }) => {
        const digits = String(minor).padStart(currency.exponent + 1, '0')
        const whole = digits.slice(0, digits.length - currency.exponent)
        const decimals = digits.slice(digits.length - currency.exponent)
        const shortened = decimals.replace(/0+$/, '')
        for (const [front, behind] of [
          ['', decimals],
          ['', shortened],
          ['0'.repeat(zeros), decimals],
          ['', `${decimals}${'0'.repeat(zeros)}`],
        ] as const) {
          const cell = `${sign}${front}${whole}${behind === '' ? '' : `.${behind}`}`
          expect([cell, readMoney({ currency })(cell)]).toEqual([cell, minor])
        }
      }),
    )
  })

  test('decimals that the currency does not have are a problem, unless rounding is counted', () => {
    expect(usd('0.001')).toEqual({ problem: 'has more than the 2 decimals of USD' })
    expect(readMoney({ currency: currencyOf('JPY') })('12.5')).toEqual({
      problem: 'has more than the 0 decimals of JPY',
    })
    let rounded = 0
    const rounding = readMoney({
      currency: currencyOf('USD'),
      onRounded() {
        rounded += 1
      },
    })
    expect(['0.001', '0.995', '0.0049', '-1.005', '1.10'].map(rounding)).toEqual([0, 100, 0, -101, 110])
    expect(rounded).toBe(4)
  })

  test('a charge is not negative', () => {
    expect(readCharge({ currency: currencyOf('USD') })('-1')).toEqual({ problem: 'is negative' })
  })
})

test('numbers', () => {
  expect(['3', '3.0', '-3', '+3', 'NULL'].map(readWhole)).toEqual([3, 3, -3, 3, null])
  expect(readWhole('3.5')).toEqual({ problem: 'is not a whole number' })
  expect(readCount('-1')).toEqual({ problem: 'is negative' })
  expect(['-0.244', '1e-3', '.5', 'na'].map(readNumber)).toEqual([-0.244, 0.001, 0.5, null])
  expect(readNumber('12 kg')).toEqual({ problem: 'is not a number' })
})

test('NA and its like are missing in ids, and words in texts', () => {
  expect(['NA', 'n/a', 'null', '', 'NAN', '0'].map(readId)).toEqual([null, null, null, null, 'NAN', '0'])
  expect(['Null', 'NA', ''].map(readText)).toEqual(['Null', 'NA', null])
})

test('flags', () => {
  expect(['1', '0', 'TRUE', 'false', 'Yes', 'no', ''].map(readFlag)).toEqual([1, 0, 1, 0, 1, 0, null])
  expect(readFlag('maybe')).toEqual({ problem: 'is not 1, 0, true, false, yes or no' })
})

test('lists hold each label once, in the order of their keys', () => {
  expect(readList(' vip |Gold|VIP||gold ')).toBe('["Gold","vip"]')
  expect(readList('')).toBeNull()
})

test('order states', () => {
  expect(['paid', 'Canceled', 'partially refunded', ''].map(readOrderStatus)).toEqual([
    'paid',
    'cancelled',
    'partially_refunded',
    null,
  ])
  expect(readOrderStatus('shipped')).toMatchObject({ problem: expect.stringContaining('is none of paid') })
  expect(['Shipped', 'on-hold', 'VOIDED'].map(readShopStatus)).toEqual(['paid', 'pending', 'cancelled'])
})
