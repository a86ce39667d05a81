import { describe, expect, test } from 'vitest'
import { currencyOf } from '#kernel/money.ts'
import { contextOf } from '../../criteria/readings.fixture.ts'
import type { PlanContext } from '../define.ts'
import { conditionSchema } from '../index.ts'
import { segment, segmentSchema } from './segment.ts'
import { historyWarning, isOfHistory } from './segment-history.ts'

const at = (iso: string) => Date.parse(iso) / 1000
const company = contextOf({
  now: at('2025-11-20T12:00:00Z'),
  zone: 'UTC',
  currency: currencyOf('USD'),
  products: [],
  customers: [],
  lists: [{ id: 'list_vip', name: 'VIP' }],
  segments: ['seg_a', 'seg_b', 'seg_new'].map((id) => ({
    id,
    name: id.slice(4).toUpperCase(),
    criteria: { type: 'consent', channel: 'email', is: 'subscribed' },
  })),
})
const COUNTS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['seg_a', ['2025-06-01T09:00:00Z', '2025-11-10T09:00:00Z']],
  ['seg_b', ['2025-11-19T09:00:00Z', '2025-11-19T09:00:00Z']],
])
const ctx: PlanContext = {
  ...company,
  history(id) {
    const [first, last] = COUNTS.get(id) ?? []
    return first === undefined || last === undefined ? undefined : { begins: at(first), counted: at(last) }
  },
}

const asked = (rest: object) => segmentSchema.parse({ type: 'segment', ...rest })
const last = (n: number) => ({ kind: 'last', n, unit: 'day' })
const refused = (rest: object) => segment.check(asked(rest), ctx).map(({ message }) => message)

describe('what its counts can’t tell is said', () => {
  test.for<[string, object, readonly string[]]>([
    ['counted in the time', { segment: 'seg_a', was: 'entered', within: last(30) }, []],
    [
      'not counted since the time began',
      { segment: 'seg_a', was: 'left', within: last(3) },
      [
        'The history of “A” begins on 1 June 2025, when it was first counted, and it was last counted on 10 November 2025: who was in it is not known for the time that was asked for',
      ],
    ],
    [
      'counted once',
      { segment: 'seg_b', was: 'entered', within: last(30) },
      [
        'The history of “B” begins on 19 November 2025, when it was first counted, and it was not counted again since: who was in it is not known for the time that was asked for',
      ],
    ],
    ['who was in it after its only count', { segment: 'seg_b', was: 'in', within: last(30) }, []],
    [
      'who was in it before',
      { segment: 'seg_a', was: 'in', within: { kind: 'dates', before: '2025-06-01' } },
      [
        'The history of “A” begins on 1 June 2025, when it was first counted: who was in it is not known for the time that was asked for',
      ],
    ],
    [
      'never counted',
      { segment: 'seg_new', was: 'entered' },
      ['“NEW” was not counted yet, so nothing is known of who was in it'],
    ],
    [
      'a list',
      { segment: 'list_vip', was: 'entered' },
      ['“VIP” is a list whose members come from elsewhere, and who came and went is not kept of it'],
    ],
    [
      'where they came from',
      { segment: 'seg_a', was: 'entered', from: 'seg_new', within: last(30) },
      ['“NEW” was not counted yet, so nothing is known of who was in it'],
    ],
  ])('%s', ([, rest, messages]) => expect(refused(rest)).toEqual(messages))

  test('a time that began before the first count is warned of', () => {
    const warned = (rest: object) => {
      const condition = asked(rest)
      return isOfHistory(condition) ? historyWarning(condition, ctx) : 'no condition of history'
    }
    expect(warned({ segment: 'seg_a', was: 'left', within: last(300) })).toBe(
      'The history of “A” begins on 1 June 2025: who came or went before is not known',
    )
    expect(warned({ segment: 'seg_a', was: 'left', within: last(30) })).toBeUndefined()
  })

  test.for([
    { segment: 'seg_a', within: last(3) },
    { segment: 'seg_a', from: 'seg_b' },
    { segment: 'seg_a', was: 'left', from: 'seg_b' },
    { segment: 'seg_a', was: 'entered', from: 'seg_a' },
  ])('%j means nothing', (rest) =>
    expect(conditionSchema.safeParse({ type: 'segment', ...rest }).success).toBe(false),
  )
})
