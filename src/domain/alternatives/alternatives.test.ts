import { expect, test } from 'vitest'
import type { Criteria } from '../criteria/schema.ts'
import { situation } from '../language/company.fixture.ts'
import { alternativesTo } from './alternatives.ts'
import { unprofiled } from '../conditions/profile/scores.fixture.ts'

const { now, zone, currency } = situation()
const ctx = {
  now,
  zone,
  currency,
  segment: () => expect.unreachable('no segment is named here'),
  indicator: () => expect.unreachable('no indicator is named here'),
  ...unprofiled,
}
const steps = (criteria: Criteria) => alternativesTo(criteria, ctx).map(({ instead }) => instead)

test('a number has its boundary and its neighbours, money the next round amounts', () => {
  expect(steps({ type: 'orders', measure: 'count', op: '>', value: 3 })).toEqual([
    '≥ 3 instead of > 3',
    '2 instead of 3',
    '4 instead of 3',
  ])
  expect(steps({ type: 'orders', measure: 'spend', op: '>', value: 500 })).toEqual([
    '$400 instead of $500',
    '$600 instead of $500',
  ])
})

test('a rolling time has shorter and longer ones, a calendar month the month up to now', () => {
  const ordered = (within: { kind: 'last'; n: number; unit: 'day' }): Criteria => ({
    type: 'events',
    event: ['opened_email'],
    within,
  })
  expect(steps(ordered({ kind: 'last', n: 90, unit: 'day' }))).toEqual([
    '60 days instead of 90',
    '120 days instead of 90',
  ])
})

test('people without an order are the other reading of what they were not left out of', () => {
  const lapsed: Criteria = {
    type: 'orders',
    measure: 'count',
    op: '=',
    value: 0,
    within: { kind: 'last', n: 90, unit: 'day' },
  }
  const [first] = alternativesTo(lapsed, ctx)
  expect(first).toMatchObject({ instead: 'only people with an earlier order', part: [] })
  expect(first?.text).toBe(`Customers who ${first?.words}`)
})
