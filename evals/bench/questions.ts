import type { Criteria } from '#domain/criteria/schema.ts'
import { Temporal } from 'temporal-polyfill'
import { NOW } from './rows.ts'

/** One count, as criteria and as what somebody would write for DuckDB, on raw tables and on rollups. */
export interface Question {
  readonly id: string
  readonly about: string
  readonly criteria: Criteria
  readonly raw: string
  /** Where the rollups of duckdb.ts say more than the raw tables. */
  readonly rollup?: string
}

const ago = (days: number): number => NOW - days * 86_400
const sixMonthsAgo =
  Temporal.Instant.fromEpochMilliseconds(NOW * 1000)
    .toZonedDateTimeISO('UTC')
    .subtract({ months: 6 }).epochMilliseconds / 1000

/** The categories X and Y. */
const [SOUGHT, SHUNNED] = [6, 9]

const canada: Criteria = { type: 'attribute', field: 'country', op: 'equals', value: 'CA' }
const reachable: Criteria = {
  all: [canada, { type: 'consent', channel: 'email', is: 'subscribed' }],
}
const spenders: Criteria = {
  type: 'orders',
  measure: 'spend',
  op: '>',
  value: 500,
  within: { kind: 'last', n: 90, unit: 'day' },
}
const neverShunned: Criteria = {
  type: 'purchases',
  match: 'none',
  of: { category: [`Category ${SHUNNED}`] },
}

const SPENDERS = `SELECT customer_id FROM orders WHERE counted AND ordered_at > ${ago(90)}
  GROUP BY customer_id HAVING sum(total) > 50000`
const SHUNNERS = `NOT EXISTS (SELECT 1 FROM items i WHERE i.customer_id = c.id AND counted AND category_id = ${SHUNNED})`
const SHUNNERS_ROLLUP = `NOT EXISTS
  (SELECT 1 FROM customer_category i WHERE i.customer_id = c.id AND category_id = ${SHUNNED})`
const SEEKERS = `c.id IN (SELECT customer_id FROM items WHERE counted AND category_id = ${SOUGHT}
  AND ordered_at > ${sixMonthsAgo} GROUP BY customer_id HAVING count(DISTINCT order_id) >= 2)`
const VIEWERS = `c.id IN (SELECT customer_id FROM events WHERE type_id = 1 AND occurred_at > ${ago(7)})`

export const QUESTIONS: readonly Question[] = [
  {
    id: 'C1',
    about: 'country and opt-in',
    criteria: reachable,
    raw: `SELECT count(*) FROM customers WHERE country = 'ca' AND email_consent = 1`,
  },
  {
    id: 'C2',
    about: 'spend > 500 in 90 days',
    criteria: spenders,
    raw: `SELECT count(*) FROM (${SPENDERS})`,
  },
  {
    id: 'C3',
    about: '> 3 orders and Canada',
    criteria: { all: [canada, { type: 'orders', measure: 'count', op: '>', value: 3 }] },
    raw: `SELECT count(*) FROM customers c WHERE country = 'ca' AND c.id IN
      (SELECT customer_id FROM orders WHERE counted GROUP BY customer_id HAVING count(*) > 3)`,
    rollup: `SELECT count(*) FROM facts WHERE country = 'ca' AND orders > 3`,
  },
  {
    id: 'C4',
    about: 'category X in 2 orders of 6 months, never Y',
    criteria: {
      all: [
        {
          type: 'purchases',
          match: 'any',
          of: { category: [`Category ${SOUGHT}`] },
          measure: 'orders',
          op: '>=',
          value: 2,
          within: { kind: 'last', n: 6, unit: 'month' },
        },
        neverShunned,
      ],
    },
    raw: `SELECT count(*) FROM customers c WHERE ${SEEKERS} AND ${SHUNNERS}`,
    rollup: `SELECT count(*) FROM customers c WHERE ${SEEKERS} AND ${SHUNNERS_ROLLUP}`,
  },
  {
    id: 'C5',
    about: 'viewed in 7 days, no order in 30',
    criteria: {
      all: [
        { type: 'events', event: ['viewed_product'], within: { kind: 'last', n: 7, unit: 'day' } },
        {
          none: [
            {
              type: 'orders',
              measure: 'count',
              op: '>=',
              value: 1,
              within: { kind: 'last', n: 30, unit: 'day' },
            },
          ],
        },
      ],
    },
    raw: `SELECT count(*) FROM customers c WHERE ${VIEWERS} AND NOT EXISTS
      (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND counted AND ordered_at > ${ago(30)})`,
    rollup: `SELECT count(*) FROM facts c WHERE ${VIEWERS} AND (last_at IS NULL OR last_at <= ${ago(30)})`,
  },
  {
    id: 'C6',
    about: 'first order in 30 days',
    criteria: { type: 'orders', measure: 'first_date', during: { kind: 'last', n: 30, unit: 'day' } },
    raw: `SELECT count(*) FROM
      (SELECT customer_id FROM orders WHERE counted GROUP BY customer_id HAVING min(ordered_at) > ${ago(30)})`,
    rollup: `SELECT count(*) FROM facts WHERE first_at > ${ago(30)}`,
  },
  {
    id: 'C7',
    about: 'average order 70 to 80, lapsed 180 days',
    criteria: {
      all: [
        { type: 'orders', measure: 'average', op: 'between', value: [70, 80] },
        { type: 'orders', measure: 'last_date', during: { kind: 'older', n: 180, unit: 'day' } },
      ],
    },
    raw: `SELECT count(*) FROM (SELECT customer_id FROM orders WHERE counted GROUP BY customer_id
      HAVING sum(total) BETWEEN 7000 * count(*) AND 8000 * count(*) AND max(ordered_at) <= ${ago(180)})`,
    rollup: `SELECT count(*) FROM facts
      WHERE orders > 0 AND spent BETWEEN 7000 * orders AND 8000 * orders AND last_at <= ${ago(180)}`,
  },
  {
    id: 'C8',
    about: '(C1 or C2) and never Y',
    criteria: { all: [{ any: [reachable, spenders] }, neverShunned] },
    raw: `SELECT count(*) FROM customers c WHERE ((country = 'ca' AND email_consent = 1) OR c.id IN (${SPENDERS}))
      AND ${SHUNNERS}`,
    rollup: `SELECT count(*) FROM customers c
      WHERE ((country = 'ca' AND email_consent = 1) OR c.id IN (${SPENDERS})) AND ${SHUNNERS_ROLLUP}`,
  },
]
