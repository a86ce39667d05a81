import { expect, test } from 'vitest'
import { blackFriday, historyUpTo } from './history.ts'
import { dateTime } from './rows.ts'

test('Black Friday is the day after the fourth Thursday, also where November begins on a Friday', () => {
  const days = [2022, 2023, 2024, 2028].map((year) => dateTime(blackFriday(year)).slice(0, 10))
  expect(days).toEqual(['2022-11-25', '2023-11-24', '2024-11-29', '2028-11-24'])
})

test('a history ends with the last full hour', () => {
  const history = historyUpTo(Date.parse('2025-11-20T12:34:56Z') / 1000)
  expect(dateTime(history.now)).toBe('2025-11-20 12:00:00')
  expect(dateTime(history.from)).toBe('2022-11-21 12:00:00')
})
