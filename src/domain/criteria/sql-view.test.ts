import { expect, test } from 'vitest'
import { parseCriteria } from './parse.ts'
import { contextOf } from './readings.fixture.ts'
import { sqlView } from './sql-view.ts'

const ctx = contextOf({
  now: Date.parse('2025-11-20T12:00:00Z') / 1000,
  zone: 'America/New_York',
  currency: { code: 'USD', exponent: 2 },
  products: [],
  customers: [],
  lists: [],
  segments: [
    {
      id: 'seg_quiet',
      name: 'Quiet',
      criteria: { none: [{ type: 'events', event: ['opened_email'] }] },
    },
  ],
})

const print = (criteria: unknown) => sqlView(parseCriteria(criteria), ctx)

test('dates are spelled out, money stands in units, texts are compared folded', () => {
  expect(
    print({
      all: [
        { type: 'attribute', field: 'city', op: 'in', value: ['Paris', "L'Aquila"] },
        {
          type: 'orders',
          measure: 'spend',
          op: '>',
          value: 499.5,
          within: { kind: 'last', n: 90, unit: 'day' },
          where: { channel: ['online'] },
        },
        { type: 'segment', segment: 'seg_quiet' },
      ],
    }),
  ).toMatchInlineSnapshot(`
    "WITH
      dates AS (
        SELECT
          '2025-11-20 12:00:00' AS now,
          '2025-08-22 12:00:00' AS "90 days ago"
      ),
      "segment: Quiet" AS (
        SELECT id
        FROM v_customers AS customer
        WHERE
          (
            customer.id IN (
              SELECT customer_id
              FROM v_events
              WHERE
                type_key = 'opened_email'
                AND occurred_at <= (SELECT now FROM dates)
            )
          ) IS NOT TRUE
      )
    SELECT id
    FROM v_customers AS customer
    WHERE
      customer.city_key IN ('paris', 'l''aquila')
      AND customer.id IN (
        SELECT customer_id
        FROM v_orders
        WHERE
          status <> 'cancelled'
          AND ordered_at > (SELECT "90 days ago" FROM dates)
          AND ordered_at <= (SELECT now FROM dates)
          AND channel = 'online'
        GROUP BY customer_id
        HAVING ROUND(SUM(total), 2) > 499.5
      )
      AND customer.id IN (
        SELECT id
        FROM "segment: Quiet"
      )"
  `)
})

test('what people without an order pass is everybody but those who fail it', () => {
  expect(
    print({
      any: [
        {
          type: 'orders',
          measure: 'count',
          op: '<',
          value: 3,
          within: { kind: 'calendar', unit: 'month', offset: -1 },
        },
        { none: [{ type: 'attribute', field: 'latitude', op: '>', value: 50 }] },
      ],
    }),
  ).toMatchInlineSnapshot(`
    "WITH
      dates AS (
        SELECT
          '2025-10-01 04:00:00' AS "start of last month",
          '2025-11-01 04:00:00' AS "start of this month"
      )
    SELECT id
    FROM v_customers AS customer
    WHERE
      (
        customer.id NOT IN (
          SELECT customer_id
          FROM v_orders
          WHERE
            status <> 'cancelled'
            AND ordered_at >= (SELECT "start of last month" FROM dates)
            AND ordered_at < (SELECT "start of this month" FROM dates)
          GROUP BY customer_id
          HAVING COUNT(*) >= 3
        )
        OR (customer.latitude > 50) IS NOT TRUE
      )"
  `)
})

test('scores and ranks are worked out in place', () => {
  expect(print({ type: 'rfm', segment: ['Lost'], recency: [5] })).toMatchInlineSnapshot(`
    "WITH
      dates AS (
        SELECT '2025-11-20 12:00:00' AS now
      )
    SELECT id
    FROM v_customers AS customer
    WHERE
      customer.id IN (
        SELECT customer_id
        FROM
          (
            SELECT
              customer_id,
              (
                5 * COUNT(*) OVER (
                  ORDER BY last_at DESC
                ) + COUNT(*) OVER () - 1
              ) / COUNT(*) OVER () AS recency,
              (
                5 * COUNT(*) OVER (
                  ORDER BY orders DESC
                ) + COUNT(*) OVER () - 1
              ) / COUNT(*) OVER () AS frequency,
              (
                5 * COUNT(*) OVER (
                  ORDER BY spent DESC
                ) + COUNT(*) OVER () - 1
              ) / COUNT(*) OVER () AS monetary
            FROM
              (
                SELECT
                  customer_id,
                  MAX(ordered_at) AS last_at,
                  COUNT(*) AS orders,
                  ROUND(SUM(total), 2) AS spent
                FROM v_orders
                WHERE
                  status <> 'cancelled'
                  AND ordered_at <= (SELECT now FROM dates)
                GROUP BY customer_id
              )
          )
        WHERE
          recency || frequency || monetary IN ('544', '545', '554', '555')
          AND recency = 5
      )"
  `)
  expect(print({ type: 'rank', by: 'average', direction: 'top', percent: 10 })).toMatchInlineSnapshot(`
    "WITH
      dates AS (
        SELECT '2025-11-20 12:00:00' AS now
      )
    SELECT id
    FROM v_customers AS customer
    WHERE
      customer.id IN (
        SELECT customer_id
        FROM v_orders
        WHERE
          status <> 'cancelled'
          AND ordered_at <= (SELECT now FROM dates)
        GROUP BY customer_id
        ORDER BY
          ROUND(100 * SUM(total)) / COUNT(*) DESC,
          customer_id
        LIMIT
          (
            SELECT (10 * COUNT(DISTINCT customer_id) + 99) / 100
            FROM v_orders
            WHERE
              status <> 'cancelled'
              AND ordered_at <= (SELECT now FROM dates)
          )
      )"
  `)
})

test('no text gets out of its quotes', () => {
  const city = "Paris'; DROP TABLE customers; --"
  expect(print({ type: 'attribute', field: 'city', op: 'equals', value: city })).toContain(
    "= 'paris''; drop table customers; --'",
  )
})
