/**
 * A company as SQL that SQLite and DuckDB read alike, so that both hold the very same rows without any file
 * between them. It assumes a table `n(i)` of the whole numbers from 1 on, and uses integer arithmetic only.
 */

export interface Size {
  readonly customers: number
  readonly orders: number
  readonly events: number
}

export const sizeOf = (customers: number): Size => ({
  customers,
  orders: Math.floor(customers * 5.4),
  events: customers * 10,
})

/** The instant that the benchmark takes for now, at or after every row. */
export const NOW = Date.UTC(2026, 0, 1) / 1000
const DAY = 86_400
const ORDER_HISTORY = 3 * 365 * DAY
const EVENT_HISTORY = 365 * DAY

export const CATEGORIES = 40
export const PRODUCTS = 1000
export const EVENT_TYPES = [
  'viewed_product',
  'visited_site',
  'opened_email',
  'added_to_cart',
  'clicked_email',
  'started_checkout',
  'searched',
  'reviewed',
] as const

/** A pseudo-random whole number from 0 to `below` − 1 for each seed: a squared linear congruence. */
function random(seed: string, salt: number, below: number): string {
  const linear = `((${seed}) * 48271 + ${salt * 7919 + 13}) % 2147483647`
  return `((((${linear}) * (${linear}) + ${salt}) % 2147483647) % ${below})`
}

export const customers = ({ customers }: Size): string => `
  SELECT i AS id,
    CASE WHEN ${random('i', 1, 100)} < 45 THEN 'us' WHEN ${random('i', 1, 100)} < 60 THEN 'gb'
      WHEN ${random('i', 1, 100)} < 72 THEN 'ca' WHEN ${random('i', 1, 100)} < 85 THEN 'de' ELSE 'fr' END AS country,
    CASE WHEN ${random('i', 2, 100)} < 55 THEN 1 WHEN ${random('i', 2, 100)} < 80 THEN 0 END AS email_consent,
    ${NOW - ORDER_HISTORY} + ${random('i', 3, ORDER_HISTORY)} AS created_at,
    1 + ${random('i', 4, 500)} AS city
  FROM n WHERE i <= ${customers}`

/**
 * Orders in the order of time. An eighth of the customers never buys; of the rest, most buy seldom and few very
 * often: the median buyer has 3 orders, the 99th of a hundred about 50.
 */
export function orders({ customers, orders }: Size): string {
  const step = Math.floor(ORDER_HISTORY / orders)
  const habit = random('i', 5, 540)
  const among = (first: number, residues: number) => `${first} + ${random('i', 6, residues)}`
  return `
  SELECT i AS id,
    1 + 100 * ${random('i', 7, Math.floor(customers / 100))} + CASE WHEN ${habit} < 80 THEN ${among(12, 40)}
      WHEN ${habit} < 220 THEN ${among(52, 28)} WHEN ${habit} < 340 THEN ${among(80, 12)}
      WHEN ${habit} < 450 THEN ${among(92, 6)} ELSE ${among(98, 2)} END AS customer_id,
    ${NOW} - (${orders} - i) * ${step} AS ordered_at,
    CASE WHEN ${random('i', 8, 100)} < 2 THEN 'cancelled' WHEN ${random('i', 8, 100)} < 6 THEN 'refunded'
      ELSE 'paid' END AS status,
    500 + ${random('i', 9, 15_000)} AS total,
    CASE WHEN ${random('i', 10, 10)} < 2 THEN 300 ELSE 0 END AS discount_total,
    CASE WHEN ${random('i', 11, 10)} < 7 THEN 'online' ELSE 'store' END AS channel
  FROM n WHERE i <= ${orders}`
}

/** One to three lines an order, read from the table `orders`. */
export function items(): string {
  const seed = '4 * o.id + k.i'
  const product = `((${random(seed, 12, 1024)} * ${random(seed, 13, 1024)}) >> 10) % ${PRODUCTS} + 1`
  return `
  SELECT o.id AS order_id, o.customer_id AS customer_id, o.ordered_at AS ordered_at, o.status AS status,
    ${product} AS product_id, (${product}) % ${CATEGORIES} + 1 AS category_id,
    1 + ${random(seed, 14, 3)} AS quantity, 300 + ${random(seed, 15, 6000)} AS price
  FROM orders o JOIN n k ON k.i <= 1 + ${random('o.id', 16, 3)} AND k.i <= 3`
}

/** Events in the order of time: mostly views and visits. */
export function events({ customers, events }: Size): string {
  const step = Math.max(1, Math.floor(EVENT_HISTORY / events))
  return `
  SELECT i AS id, 1 + ${random('i', 17, customers)} AS customer_id,
    CASE WHEN ${random('i', 18, 100)} < 40 THEN 1 WHEN ${random('i', 18, 100)} < 60 THEN 2
      WHEN ${random('i', 18, 100)} < 75 THEN 3 ELSE 4 + ${random('i', 19, 5)} END AS type_id,
    ${NOW} - (${events} - i) * ${step} AS occurred_at, 1 + ${random('i', 20, PRODUCTS)} AS product_id
  FROM n WHERE i <= ${events}`
}

/** How far `n` has to count. */
export const numbers = (size: Size): number => Math.max(size.orders, size.events)
