import { describe, expect, test } from 'vitest'
import { toIso } from '#kernel/clock.ts'
import { boundsOf, within } from './bounds.ts'
import type { Window } from './window.ts'

const at = (iso: string) => Date.parse(iso) / 1000
const iso = (window: Window, now: string, zone: string) => {
  const { from, to } = boundsOf(window, at(now), zone)
  return [from === undefined ? null : toIso(from), toIso(to)]
}

describe('rolling windows', () => {
  test('end now, and begin just after the step back', () => {
    expect(iso({ kind: 'last', n: 1, unit: 'day' }, '2025-11-20T12:00:00Z', 'UTC')).toEqual([
      '2025-11-19T12:00:01Z',
      '2025-11-20T12:00:00Z',
    ])
  })

  test('months are clamped to the month’s end', () => {
    expect(iso({ kind: 'last', n: 1, unit: 'month' }, '2024-03-31T12:00:00Z', 'UTC')[0]).toBe(
      '2024-02-29T12:00:01Z',
    )
  })

  test('a day is 24 hours across a change of the clocks, a month keeps the hour', () => {
    const now = '2025-03-30T12:00:00Z'
    expect(iso({ kind: 'last', n: 1, unit: 'day' }, now, 'Europe/Berlin')[0]).toBe('2025-03-29T12:00:01Z')
    expect(iso({ kind: 'last', n: 1, unit: 'month' }, now, 'Europe/Berlin')[0]).toBe('2025-02-28T13:00:01Z')
  })

  test('adjacent windows share no instant', () => {
    const now = at('2025-11-20T12:00:00Z')
    const near = boundsOf({ kind: 'last', n: 30, unit: 'day' }, now, 'UTC')
    const far = boundsOf({ kind: 'ago', from: 30, to: 60, unit: 'day' }, now, 'UTC')
    const old = boundsOf({ kind: 'older', n: 60, unit: 'day' }, now, 'UTC')
    expect((near.from ?? 0) - far.to).toBe(1)
    expect((far.from ?? 0) - old.to).toBe(1)
  })
})

describe('calendar windows', () => {
  test('begin and end at midnight in the zone', () => {
    expect(
      iso({ kind: 'calendar', unit: 'day', offset: -1 }, '2025-11-20T12:00:00Z', 'America/New_York'),
    ).toEqual(['2025-11-19T05:00:00Z', '2025-11-20T04:59:59Z'])
  })

  test('weeks begin on Mondays', () => {
    expect(iso({ kind: 'calendar', unit: 'week', offset: 0 }, '2025-11-20T12:00:00Z', 'UTC')).toEqual([
      '2025-11-17T00:00:00Z',
      '2025-11-20T12:00:00Z',
    ])
  })

  test('several units in a row are one window', () => {
    expect(
      iso({ kind: 'calendar', unit: 'quarter', offset: -2, count: 2 }, '2025-11-20T12:00:00Z', 'UTC'),
    ).toEqual(['2025-04-01T00:00:00Z', '2025-09-30T23:59:59Z'])
  })
})

describe('dates', () => {
  test('from and to include their days, after and before do not', () => {
    const now = '2025-11-20T12:00:00Z'
    expect(iso({ kind: 'dates', from: '2025-03-01', to: '2025-03-31' }, now, 'UTC')).toEqual([
      '2025-03-01T00:00:00Z',
      '2025-03-31T23:59:59Z',
    ])
    expect(iso({ kind: 'dates', after: '2025-02-28', before: '2025-04-01' }, now, 'UTC')).toEqual([
      '2025-03-01T00:00:00Z',
      '2025-03-31T23:59:59Z',
    ])
  })

  test('nothing reaches past now', () => {
    const now = at('2025-11-20T12:00:00Z')
    const bounds = boundsOf({ kind: 'dates', from: '2025-11-01', to: '2025-12-31' }, now, 'UTC')
    expect(within(bounds, now)).toBe(true)
    expect(within(bounds, now + 1)).toBe(false)
  })
})
