import { describe, expect, test } from 'vitest'
import { DAY } from './history.ts'
import { demoCompany } from './index.ts'
import { dateTime } from './rows.ts'

/** Sizes of what people ask about first: the demonstration must never answer with nobody, or with everybody. */

interface Buyer {
  orders: number
  spent: number
  /** Over the last 90 days. */
  recently: number
  last: string
}

interface Scores {
  readonly r: number
  readonly f: number
  readonly m: number
}

/** The default segments, in the order in which they are tried; written down again from the design. */
const RULES: Readonly<Record<string, (scores: Scores) => boolean>> = {
  Champions: ({ r, f, m }) => r <= 2 && f <= 2 && m <= 2,
  "Can't Lose Them": ({ r, f, m }) => r >= 4 && f <= 2 && m <= 2,
  'At Risk': ({ r, f, m }) => r >= 4 && (f <= 2 || m <= 2),
  Lost: ({ r, f, m }) => r === 5 && f >= 4 && m >= 4,
  Hibernating: ({ r }) => r >= 4,
  'Loyal Customers': ({ f }) => f <= 2,
  'Big Spenders': ({ m }) => m <= 2,
  'New Customers': ({ r, f }) => r <= 2 && f === 5,
  Promising: ({ r, f }) => r <= 2 && f === 4,
  'Potential Loyalists': ({ r }) => r <= 2,
  'Need Attention': ({ f, m }) => f === 3 || m === 3,
  'About to Sleep': () => true,
}

/** 1 is best: the fifth into which the share of those at least as good falls. */
function scoreBy<T>(values: readonly T[]): (value: T) => number {
  const atLeastAsGood = new Map<T, number>()
  for (const [index, value] of values.toSorted((a, b) => (a > b ? -1 : a < b ? 1 : 0)).entries()) {
    atLeastAsGood.set(value, index + 1)
  }
  return (value) => Math.ceil((5 * (atLeastAsGood.get(value) ?? 0)) / values.length)
}

function rfmSegments(buyers: ReadonlyMap<string, Buyer>): Map<string, string> {
  const all = [...buyers.values()]
  const recency = scoreBy(all.map(({ last }) => last))
  const frequency = scoreBy(all.map(({ orders }) => orders))
  const monetary = scoreBy(all.map(({ spent }) => spent))
  const place = ({ last, orders, spent }: Buyer): string => {
    const scores = { r: recency(last), f: frequency(orders), m: monetary(spent) }
    return Object.entries(RULES).find(([, holds]) => holds(scores))?.[0] ?? ''
  }
  return new Map([...buyers].map(([id, buyer]) => [id, place(buyer)]))
}

const moments = [
  '2024-03-01T00:00:00Z',
  '2025-11-20T12:00:00Z',
  '2025-12-31T23:30:00Z',
  '2027-07-04T08:00:00Z',
]

describe.each(moments.flatMap((at) => [1, 77].map((seed) => ({ at, seed }))))(
  '$at, seed $seed',
  ({ at, seed }) => {
    const now = Date.parse(at) / 1000
    const { customers, orders, events } = demoCompany({ now, seed })
    const counted = orders.filter(({ status }) => status !== 'cancelled')
    const buyers = new Map<string, Buyer>()
    for (const { customer_id, ordered_at, total } of counted) {
      const buyer = buyers.get(customer_id) ?? { orders: 0, spent: 0, recently: 0, last: '' }
      buyer.orders += 1
      buyer.spent += Number(total.replace('.', ''))
      if (ordered_at > dateTime(now - 90 * DAY)) buyer.recently += Number(total)
      if (ordered_at > buyer.last) buyer.last = ordered_at
      buyers.set(customer_id, buyer)
    }
    const segments = rfmSegments(buyers)
    const from = (country: string) => customers.filter((customer) => customer.country === country)

    test('each of the 12 RFM segments has members, and none has most of them', () => {
      const sizes = Map.groupBy(segments.values(), (segment) => segment)
      const share = (name: string) => (sizes.get(name)?.length ?? 0) / buyers.size
      expect(Object.keys(RULES).filter((name) => share(name) < 0.015 || share(name) > 0.25)).toEqual([])
    })

    test('a quarter never bought; half of the buyers bought two or three times at most, a few very often', () => {
      const counts = [...buyers.values()].map((buyer) => buyer.orders).sort((a, b) => a - b)
      expect(1 - buyers.size / customers.length).toBeCloseTo(0.25, 1)
      expect([2, 3]).toContain(counts[Math.floor(counts.length / 2)])
      expect(counts.filter((count) => count >= 60).length).toBeGreaterThan(2)
    })

    test('the first questions of a newcomer find someone', () => {
      const spenders = [...buyers.values()].filter((buyer) => buyer.recently > 500).length / customers.length
      expect(spenders).toBeGreaterThan(0.02)
      expect(spenders).toBeLessThan(0.08)
      expect(from('CA').filter(({ id }) => (buyers.get(id)?.orders ?? 0) > 3).length).toBeGreaterThan(80)
      expect(from('DE').filter(({ id }) => segments.get(id) === 'At Risk').length).toBeGreaterThan(3)
    })

    test('carts and checkouts were abandoned last week', () => {
      for (const step of ['added_to_cart', 'started_checkout']) {
        const abandoned = events.filter(
          ({ type, occurred_at, customer_id }) =>
            type === step &&
            occurred_at > dateTime(now - 7 * DAY) &&
            occurred_at > (buyers.get(customer_id)?.last ?? ''),
        )
        expect(new Set(abandoned.map(({ customer_id }) => customer_id)).size).toBeGreaterThan(8)
      }
    })

    test('Black Friday is busy', () => {
      const perDay = Map.groupBy(orders, ({ ordered_at }) => ordered_at.slice(0, 10))
      const busiest = [...perDay].reduce((a, b) => (b[1].length > a[1].length ? b : a))
      expect(busiest[0]).toMatch(/-(11-2[2-9]|11-30|12-0[1-3])$/)
    })
  },
)
