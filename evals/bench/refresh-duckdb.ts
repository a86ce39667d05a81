import { RFM_PATTERNS, rfmSegmentOf } from '#domain/rfm/patterns.ts'

/** The segment of each pattern, by recency, frequency and monetary. */
const PATTERNS = RFM_PATTERNS.map((pattern) => {
  const name = rfmSegmentOf(pattern).replaceAll("'", "''")
  return `(${pattern.recency}, ${pattern.frequency}, ${pattern.monetary}, '${name}')`
}).join(', ')

/** ceil(5 × share of buyers at least as good): the peers of a row are within its frame. */
const score = (by: string) =>
  `(5 * count(*) OVER (ORDER BY ${by} DESC RANGE UNBOUNDED PRECEDING) + n - 1) // n`

/** What a refresh finds, as one statement: a segment, its members, orders, spend and the ids of its top products. */
export const RFM_SQL = `
WITH buyers AS (
  SELECT customer_id, max(ordered_at) AS last_at, count(*) AS orders, sum(total) AS spent, count(*) OVER () AS n
  FROM orders WHERE counted GROUP BY customer_id),
scored AS (
  SELECT customer_id, orders, spent, ${score('last_at')} AS r, ${score('orders')} AS f, ${score('spent')} AS m
  FROM buyers),
placed AS (
  SELECT customer_id, orders, spent, segment FROM scored
  JOIN (VALUES ${PATTERNS}) AS p(r, f, m, segment) USING (r, f, m)),
sold AS (
  SELECT segment, product_id, count(DISTINCT customer_id) AS bought_by, sum(quantity * price) AS amount
  FROM items JOIN placed USING (customer_id) WHERE counted GROUP BY segment, product_id
  QUALIFY row_number() OVER (PARTITION BY segment ORDER BY amount DESC, bought_by DESC, product_id) <= 10)
SELECT p.segment, p.members, p.orders, p.spent, s.top FROM (
  SELECT segment, count(*) AS members, sum(orders) AS orders, sum(spent) AS spent FROM placed GROUP BY segment) AS p
JOIN (
  SELECT segment, string_agg(product_id, ' ' ORDER BY amount DESC, bought_by DESC, product_id) AS top
  FROM sold GROUP BY segment) AS s USING (segment)`
