import { expect, test } from 'vitest'
import { fixedClock, toIso } from './clock.ts'

test.for([
  ['2025-11-20T12:00:00Z', '2025-11-20T12:00:00Z'],
  ['2025-11-20T12:00:00.999+02:00', '2025-11-20T10:00:00Z'],
  ['2025-11-20 12:00:00', '2025-11-20T12:00:00Z'],
  ['2025-11-20T12:00', '2025-11-20T12:00:00Z'],
  ['2024-02-29', '2024-02-29T00:00:00Z'],
] as const)('%s stands still at %s, wherever the machine is', ([given, instant]) => {
  expect(toIso(fixedClock(given).now())).toBe(instant)
})

test.for([
  'yesterday',
  'about 5',
  '1',
  '',
  '2025-02-29',
  '2025-13-01',
  '2025-11-20T25:00:00Z',
  '20 November 2025',
  '2025-11-20T12:00:00Zulu',
  '12025-11-20',
])('%j is no instant, and nothing is guessed', (given) => {
  expect(() => fixedClock(given)).toThrow(
    expect.objectContaining({ code: 'config', next: expect.stringContaining('ISO 8601') }),
  )
})
