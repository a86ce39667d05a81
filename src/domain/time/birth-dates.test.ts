import { expect, test } from 'vitest'
import { dateBoundsOf } from './birth-dates.ts'

const now = Date.parse('2025-11-20T12:00:00Z') / 1000

test('an age is reached on the birthday itself', () => {
  expect(dateBoundsOf({ kind: 'older', n: 25, unit: 'year' }, now, 'UTC')).toEqual({ to: '2000-11-20' })
})

test('"younger than" begins the day after', () => {
  const { from } = dateBoundsOf({ kind: 'last', n: 18, unit: 'year' }, now, 'UTC')
  expect(from).toBe('2007-11-21')
})

test('today is what it is in the workspace', () => {
  expect(dateBoundsOf({ kind: 'older', n: 25, unit: 'year' }, now, 'Pacific/Auckland').to).toBe('2000-11-21')
})

test('dates include their days', () => {
  expect(
    dateBoundsOf({ kind: 'dates', from: '1990-01-01', to: '1990-12-31' }, now, 'America/New_York'),
  ).toEqual({ from: '1990-01-01', to: '1990-12-31' })
})
