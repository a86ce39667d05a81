import { expect, test } from 'vitest'
import type { Window } from './window.ts'
import { windowWords } from './words.ts'

test.for<[Window, string]>([
  [{ kind: 'last', n: 90, unit: 'day' }, 'in the last 90 days'],
  [{ kind: 'last', n: 1, unit: 'month' }, 'in the last 1 month'],
  [{ kind: 'ago', from: 30, to: 60, unit: 'day' }, '30 to 60 days ago'],
  [{ kind: 'older', n: 6, unit: 'month' }, 'more than 6 months ago'],
  [{ kind: 'calendar', unit: 'day', offset: 0 }, 'today'],
  [{ kind: 'calendar', unit: 'day', offset: -1 }, 'yesterday'],
  [{ kind: 'calendar', unit: 'day', offset: -2 }, 'the day before yesterday'],
  [{ kind: 'calendar', unit: 'day', offset: -3 }, 'on the calendar day 3 days ago'],
  [{ kind: 'calendar', unit: 'month', offset: 0 }, 'this month'],
  [{ kind: 'calendar', unit: 'month', offset: -1 }, 'last month'],
  [{ kind: 'calendar', unit: 'year', offset: -2 }, 'the year before last'],
  [{ kind: 'calendar', unit: 'week', offset: -3 }, 'in the calendar week 3 weeks ago'],
  [{ kind: 'calendar', unit: 'quarter', offset: -2, count: 2 }, 'in the last 2 full quarters'],
  [
    { kind: 'calendar', unit: 'month', offset: -1, count: 2 },
    'in the last 2 calendar months including this one',
  ],
  [{ kind: 'calendar', unit: 'day', offset: -2, count: 3 }, 'in the last 3 calendar days including today'],
  [{ kind: 'calendar', unit: 'month', offset: -5, count: 3 }, 'in the 3 calendar months ending 3 months ago'],
  [{ kind: 'dates', from: '2025-06-01' }, 'since 1 June 2025'],
  [{ kind: 'dates', from: '2025-03-01', to: '2025-03-31' }, 'from 1 March 2025 to 31 March 2025'],
  [{ kind: 'dates', from: '2024-11-29', to: '2024-11-29' }, 'on 29 November 2024'],
  [{ kind: 'dates', before: '2023-01-01' }, 'before 1 January 2023'],
  [{ kind: 'dates', after: '2025-03-31' }, 'after 31 March 2025'],
  [{ kind: 'dates', to: '2025-03-31' }, 'up to 31 March 2025'],
  [{ kind: 'dates', from: '2025-03-01', before: '2025-04-01' }, 'since 1 March 2025 and before 1 April 2025'],
])('%j is %s', ([window, words]) => expect(windowWords(window)).toBe(words))
