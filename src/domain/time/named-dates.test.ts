import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryWindow } from '../criteria/pieces.fixture.ts'
import { dateName, dateNamed, dateText, type NamedDate } from './named-dates.ts'
import { windowSql, windowWith, type Edge } from './sql-text.ts'
import type { Window } from './window.ts'

const now = Date.parse('2025-11-20T12:00:00Z') / 1000
const zone = 'America/New_York'

test.for<[NamedDate, string, string]>([
  [{ kind: 'now' }, 'now', '2025-11-20 12:00:00'],
  [{ kind: 'ago', n: 90, unit: 'day' }, '90 days ago', '2025-08-22 12:00:00'],
  // Clocks went back on 2 November: the same hour of the day in New York.
  [{ kind: 'ago', n: 1, unit: 'month' }, '1 month ago', '2025-10-20 11:00:00'],
  [{ kind: 'unit', unit: 'month', offset: 0 }, 'start of this month', '2025-11-01 04:00:00'],
  [{ kind: 'unit', unit: 'day', offset: -1 }, 'start of yesterday', '2025-11-19 05:00:00'],
  [{ kind: 'unit', unit: 'week', offset: -3 }, 'start of the week 3 weeks ago', '2025-10-27 04:00:00'],
  [{ kind: 'start', date: '2025-03-01' }, 'start of 2025-03-01', '2025-03-01 05:00:00'],
  [{ kind: 'end', date: '2025-03-31' }, 'end of 2025-03-31', '2025-04-01 03:59:59'],
  [{ kind: 'date', n: 0, unit: 'day' }, 'today', '2025-11-20'],
  [{ kind: 'date', n: 25, unit: 'year' }, 'date 25 years ago', '2000-11-20'],
  [
    { kind: 'before', n: 6, unit: 'month', of: { kind: 'unit', unit: 'month', offset: 0 } },
    '6 months before start of this month',
    '2025-05-01 04:00:00',
  ],
])('%j is named “%s”', ([date, name, text]) => {
  expect(dateName(date)).toBe(name)
  expect(dateNamed(name)).toEqual(date)
  expect(dateText(date, now, zone)).toBe(text)
})

test.for([
  '',
  '01 days ago',
  '1 days ago',
  '5 fortnights ago',
  'start of the week 3 months ago',
  'End of 2025',
])('“%s” is no name of a date', (name) => expect(dateNamed(name)).toBeUndefined())

/** The edges as they stand in the text. */
function edgesIn(sql: string): Edge[] {
  return sql.split(' AND ').map((test) => {
    const [, op, name] = /^at (<|<=|>|>=) dates\."(.*)"$/.exec(test) ?? []
    const date = dateNamed(name ?? '')
    if (date === undefined || (op !== '<' && op !== '<=' && op !== '>' && op !== '>=')) throw new Error(test)
    return { op, date }
  })
}

test('every window is read back from its ends', () => {
  fc.assert(
    fc.property(arbitraryWindow, (window: Window) => {
      expect(windowWith(edgesIn(windowSql('at', window, now, zone)))).toEqual(window)
    }),
    { numRuns: 2000 },
  )
  expect(windowWith(edgesIn(windowSql('at', undefined, now, zone)))).toBe('always')
})
