import type { Writer } from '#db/run.ts'
import { change, countRows } from '../imports/apply/change.ts'
import { defineFunctions } from './functions.ts'
import { TOUCHED, type TouchedCustomers, touchedCustomers } from './touched.ts'

type Driver = Writer['driver']

/** Up to here it is cheaper to look their rows up one by one than to read a whole table. */
const FEW = 1000

/** Computes facts and customer_category of the touched customers anew; the caller holds the transaction. */
export function refreshFacts(driver: Driver, touched: TouchedCustomers): void {
  const count = touched.settle()
  if (count === 0) return
  defineFunctions(driver)
  change(driver, `DELETE FROM facts WHERE id IN (SELECT id FROM ${TOUCHED})`)
  change(driver, FACTS)
  change(driver, count <= FEW ? FORGET_FEW_CATEGORIES : FORGET_CATEGORIES)
  change(driver, count > FEW && 2 * count > countRows(driver, 'customers') ? CATEGORIES_OF_MOST : CATEGORIES)
}

/** The same for customers named by id: for writes that concern only a few. */
export function refreshFactsOf(writer: Writer, customerIds: readonly number[]): void {
  const touched = touchedCustomers(writer.driver)
  for (const id of customerIds) touched.add('VALUES (?)', id)
  refreshFacts(writer.driver, touched)
}

const consentOf = (alias: string) =>
  `CASE ${alias}.state WHEN 'subscribed' THEN 1 WHEN 'unsubscribed' THEN 0 END`

const FACTS = `
INSERT INTO facts(id, country, created_at, email_consent, sms_consent, email_reachable, sms_reachable,
  orders, spent, refunded, discount, largest, first_at, last_at, revision)
WITH totals AS MATERIALIZED (
  SELECT customer_id, count(*) AS orders, sum(total) AS spent, sum(refunded_total) AS refunded,
    sum(discount_total) AS discount, max(total) AS largest, min(ordered_at) AS first_at,
    max(ordered_at) AS last_at
  FROM orders WHERE counted = 1 AND customer_id IN (SELECT id FROM ${TOUCHED}) GROUP BY customer_id)
SELECT c.id, k.country, c.created_at, ${consentOf('e')}, ${consentOf('s')},
  coalesce(e.state = 'subscribed' AND usable_email(c.email) = 1 AND NOT EXISTS (
    SELECT 1 FROM events v WHERE v.customer_id = c.id
      AND v.type_id = (SELECT id FROM event_types WHERE key = 'bounced_email')), 0),
  coalesce(s.state = 'subscribed' AND usable_phone(c.phone) = 1, 0),
  coalesce(t.orders, 0), coalesce(t.spent, 0), coalesce(t.refunded, 0), coalesce(t.discount, 0),
  t.largest, t.first_at, t.last_at, (SELECT version + 1 FROM versions WHERE source = 'orders')
FROM ${TOUCHED} x
CROSS JOIN customers c ON c.id = x.id
LEFT JOIN customer_keys k ON k.id = c.id
LEFT JOIN consents e ON e.customer_id = c.id AND e.channel = 'email'
LEFT JOIN consents s ON s.customer_id = c.id AND s.channel = 'sms'
LEFT JOIN totals t ON t.customer_id = c.id
ORDER BY x.id`

const FORGET_CATEGORIES = `DELETE FROM customer_category WHERE customer_id IN (SELECT id FROM ${TOUCHED})`
const FORGET_FEW_CATEGORIES = `DELETE FROM customer_category WHERE (category_id, customer_id) IN (
  SELECT g.id, x.id FROM categories g CROSS JOIN ${TOUCHED} x)`

const categoriesOf = (touched: string) => `
INSERT INTO customer_category(category_id, customer_id, orders, last_at)
SELECT category_id, customer_id, count(DISTINCT order_id), max(ordered_at)
FROM items
WHERE counted = 1 AND category_id IS NOT NULL AND ${touched} IN (SELECT id FROM ${TOUCHED})
GROUP BY category_id, customer_id`

const CATEGORIES = categoriesOf('customer_id')
/** By the plus all lines of categories are walked, as they are sorted, instead of looking up those of each customer. */
const CATEGORIES_OF_MOST = categoriesOf('+customer_id')
