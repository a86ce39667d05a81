import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenWriter, openWriter } from '#db/open.ts'
import { toSqlText } from '#kernel/clock.ts'
import { arbitraryCompany, type Company } from './company.fixture.ts'
import { holds } from './evaluate.ts'
import { criteriaFromSql } from './from-sql.ts'
import { insertCompany } from './insert-company.fixture.ts'
import { contextOf, populationOf } from './readings.fixture.ts'
import type { Query } from './sql/expression.ts'
import { loadParser, type ParseSql } from './sql/parse-sql.ts'

let folder: string
let writer: OpenWriter
let parse: ParseSql

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muster-from-sql-'))
  writer = openWriter(join(folder, 'muster.db'))
  parse = await loadParser()
})
afterAll(() => {
  writer.close()
  rmSync(folder, { recursive: true })
})

/**
 * A company for which SQL that doesn't say so means the same as criteria: no cancelled orders, nothing that lies
 * ahead, days in UTC, texts in one spelling.
 */
function plainly(company: Company): Company {
  const past = <T extends { readonly at: number }>(rows: readonly T[]) =>
    rows.filter(({ at }) => at <= company.now)
  const folded = <T extends object>(record: T): T =>
    JSON.parse(JSON.stringify(record).toLowerCase().normalize('NFKC'))
  return {
    ...company,
    zone: 'UTC',
    customers: company.customers.map(({ text, orders, events, createdAt, ...customer }) => ({
      ...customer,
      text: { ...folded(text), country: text.country },
      createdAt: createdAt === null || createdAt > company.now ? null : createdAt,
      orders: past(orders).filter(({ status }) => status !== 'cancelled'),
      events: past(events),
    })),
  }
}

/** SQL as people write it. `NOW` stands for the moment at which it is asked. */
const WRITTEN = [
  "city = 'paris'",
  "city <> 'paris'",
  "city != 'paris' OR city IS NULL",
  "NOT city = 'paris'",
  "NOT (city = 'paris' OR gender = 'female')",
  "NOT (city = 'paris' AND gender = 'female')",
  "city = 'paris' OR gender = 'female' AND language = 'en'",
  "city = 'paris' AND gender = 'female' OR language = 'en'",
  "(city = 'paris' OR gender = 'female') AND language = 'en'",
  "NOT city = 'paris' AND NOT gender = 'male' OR NOT language = 'fr'",
  "city IN ('paris', 'zürich') AND country NOT IN ('CA', 'US')",
  "(city = 'paris') IS NOT TRUE",
  "(city = 'paris' OR gender IS NULL) IS NOT FALSE",
  "NOT (city = 'paris') IS TRUE",
  "email LIKE '%@gmail.com'",
  "email NOT LIKE '%@gmail.com'",
  "lower(city) LIKE 'p%' OR first_name LIKE '%n%'",
  'gender IS NOT NULL AND latitude > 0',
  'NOT latitude > 0',
  'latitude BETWEEN -40 AND 10 OR longitude NOT BETWEEN 0 AND 20',
  'latitude <> 0',
  "email_consent = 'subscribed' AND sms_consent IS NULL",
  "email_consent <> 'subscribed'",
  'email_reachable = 1 AND NOT sms_reachable = 1',
  'email_reachable',
  'NOT email_reachable OR sms_reachable = 0',
  "birthday >= '1990-01-01' AND birthday < '2000-11-21'",
  "birthday BETWEEN '1990-01-01' AND '1999-12-31'",
  "created_at >= '2024-01-01' AND created_at < '2025-01-01'",
  "created_at BETWEEN '2024-01-01' AND '2025-06-30'",
  "date(created_at) BETWEEN '2024-01-01' AND '2025-06-30'",
  "created_at > '2024-02-29'",
  "created_at <= '2024-02-29'",
  "date(created_at) > '2024-02-28'",
  "date(created_at) = '2024-02-29'",
  "strftime('%Y', created_at) = '2024'",
  "strftime('%Y-%m', created_at) >= '2024-02'",
  "substr(created_at, 1, 7) = '2025-11'",
  "created_at > datetime(NOW, '-90 days')",
  "created_at <= datetime(NOW, '-90 days')",
  "created_at >= date(NOW, '-30 days')",
  "date(created_at) >= date(NOW, '-30 days')",
  "date(created_at) < date(NOW, '-30 days') AND date(created_at) >= date(NOW, '-60 days')",
  "created_at >= date(NOW, 'start of month')",
  "created_at >= date(NOW, 'start of month', '-1 month') AND created_at < date(NOW, 'start of month')",
  "created_at >= date(NOW, 'start of year')",
  'id IN (SELECT customer_id FROM v_orders)',
  'customer.id NOT IN (SELECT customer_id FROM v_orders)',
  'id IN (SELECT customer_id FROM v_orders WHERE total > 20)',
  "id IN (SELECT customer_id FROM v_orders WHERE total >= 10 AND total <= 50 AND status IN ('paid', 'pending'))",
  'id IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING COUNT(*) > 2)',
  'id IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING COUNT(*) < 3)',
  'id NOT IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING COUNT(*) < 3)',
  'id IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING COUNT(*) <> 2)',
  'id NOT IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING COUNT(*) <> 2)',
  'id IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING COUNT(*) BETWEEN 1 AND 2)',
  'id IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING COUNT(*) NOT BETWEEN 0 AND 2)',
  'id IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING SUM(total) > 100 AND COUNT(*) >= 2)',
  'id NOT IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING SUM(total) > 100 AND COUNT(*) >= 2)',
  'id IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING SUM(total) < 100)',
  'id NOT IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING SUM(total) < 100)',
  'id IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING 100 >= SUM(total - refunded_total))',
  'id IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING MAX(total) > 60)',
  'id NOT IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING MAX(total) > 60)',
  "id IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING MAX(ordered_at) < '2025-01-01')",
  "id NOT IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING MIN(ordered_at) >= '2024-01-01' AND MIN(ordered_at) < '2025-01-01')",
  'EXISTS (SELECT 1 FROM v_orders o WHERE o.customer_id = customer.id AND o.total > 20)',
  'NOT EXISTS (SELECT * FROM v_orders WHERE customer_id = customer.id AND total > 20)',
  'EXISTS (SELECT 1 FROM v_orders WHERE v_orders.customer_id = customer.id GROUP BY customer_id HAVING SUM(total) >= 100)',
  '(SELECT COUNT(*) FROM v_orders o WHERE o.customer_id = customer.id) >= 2',
  '(SELECT COUNT(*) FROM v_orders o WHERE o.customer_id = customer.id) < 2',
  'NOT (SELECT COUNT(*) FROM v_orders o WHERE o.customer_id = customer.id) < 2',
  '(SELECT SUM(total) FROM v_orders o WHERE o.customer_id = customer.id) < 100',
  'NOT (SELECT SUM(total) FROM v_orders o WHERE o.customer_id = customer.id) < 100',
  'COALESCE((SELECT SUM(total) FROM v_orders o WHERE o.customer_id = customer.id), 0) < 100',
  '(SELECT COALESCE(SUM(total), 0) FROM v_orders o WHERE o.customer_id = customer.id) <= 100',
  '3 > (SELECT COUNT(*) FROM v_orders o WHERE customer.id = o.customer_id AND o.discount_total = 0 AND o.discount_code IS NULL)',
  "id IN (SELECT customer_id FROM v_items WHERE category = 'Tea' OR category = 'Coffee')",
  "id IN (SELECT customer_id FROM v_items WHERE brand = 'Kopi' GROUP BY customer_id HAVING SUM(quantity) >= 2)",
  "id NOT IN (SELECT customer_id FROM v_items WHERE product LIKE '%cleanser%')",
  "id IN (SELECT customer_id FROM v_items WHERE product_id IN (SELECT product_id FROM v_product_tags WHERE tag = 'Kids'))",
  "id IN (SELECT customer_id FROM v_items WHERE category = 'Tea' GROUP BY customer_id HAVING COUNT(DISTINCT order_id) < 2)",
  "id IN (SELECT customer_id FROM v_items WHERE category = 'Tea' INTERSECT SELECT customer_id FROM v_items WHERE category = 'Coffee')",
  "id IN (SELECT customer_id FROM v_events WHERE type = 'opened_email')",
  "id NOT IN (SELECT customer_id FROM v_events WHERE type IN ('opened_email', 'viewed_product') GROUP BY customer_id HAVING COUNT(*) >= 2)",
  "id IN (SELECT customer_id FROM v_labels WHERE kind = 'tag' AND label = 'staff')",
  "id NOT IN (SELECT customer_id FROM v_labels WHERE kind = 'interest')",
  "id IN (SELECT customer_id FROM v_identities WHERE external_id IN ('C0', 'C2'))",
  "id IN (SELECT customer_id FROM v_list_members WHERE list = 'VIP')",
  "id IN (SELECT customer_id FROM v_consents WHERE channel = 'email' AND state = 'subscribed')",
  'id IN (SELECT customer_id FROM v_orders GROUP BY customer_id ORDER BY SUM(total) DESC, customer_id LIMIT 2)',
  'id NOT IN (SELECT customer_id FROM v_orders GROUP BY customer_id ORDER BY MIN(ordered_at), customer_id LIMIT 3)',
  "SELECT id FROM v_customers WHERE city = 'paris' UNION SELECT customer_id FROM v_orders WHERE total > 50",
  "SELECT id FROM v_customers WHERE gender = 'female' EXCEPT SELECT customer_id FROM v_orders",
  "SELECT c.id FROM v_customers c WHERE c.id IN (SELECT id FROM v_customers WHERE city = 'paris') AND 1 = 1",
  'WITH big AS (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING SUM(total) > 60) SELECT id FROM v_customers WHERE id IN (SELECT customer_id FROM big)',
  "SELECT customer_id, SUM(total) AS spent FROM v_orders WHERE status = 'paid' GROUP BY customer_id HAVING spent > 50",
  'SELECT id FROM v_customers WHERE id IN (SELECT customer_id FROM (SELECT customer_id, COUNT(*) AS n FROM v_orders GROUP BY customer_id) AS counted WHERE n >= 2)',
  'WITH spent AS (SELECT customer_id, SUM(total) AS sum FROM v_orders GROUP BY customer_id) SELECT customer_id FROM spent WHERE sum > 60 AND sum < 200',
  "SELECT c.id FROM v_customers c JOIN v_orders o ON o.customer_id = c.id WHERE o.total > 20 AND c.gender = 'female'",
  'SELECT c.id, COUNT(*) FROM v_customers AS c INNER JOIN v_orders AS o ON c.id = o.customer_id GROUP BY c.id HAVING COUNT(*) >= 2 ORDER BY 2 DESC',
  'SELECT c.id FROM v_customers c, v_orders o WHERE o.customer_id = c.id AND o.total > 50',
  'SELECT c.id FROM v_customers c LEFT JOIN v_orders o ON o.customer_id = c.id WHERE o.id IS NULL',
  "SELECT c.id FROM v_customers c LEFT JOIN v_orders o ON o.customer_id = c.id AND o.total > 50 WHERE o.id IS NULL AND c.city = 'paris'",
  'SELECT c.id FROM v_customers c LEFT JOIN v_orders o ON o.customer_id = c.id GROUP BY c.id HAVING COUNT(o.id) < 2',
  'SELECT c.id FROM v_customers c LEFT JOIN v_orders o ON o.customer_id = c.id GROUP BY c.id HAVING COALESCE(SUM(o.total), 0) < 60',
  'SELECT c.id FROM v_customers c LEFT JOIN v_orders o ON o.customer_id = c.id GROUP BY c.id HAVING SUM(o.total) < 60',
  'SELECT c.id FROM v_customers c LEFT JOIN v_orders o ON o.customer_id = c.id WHERE o.total > 5 GROUP BY c.id HAVING COUNT(*) >= 2',
  "SELECT c.id FROM v_customers c JOIN v_events e ON e.customer_id = c.id AND e.type = 'opened_email'",
] as const

test('SQL means the same as it runs', () => {
  const parsed = new Map<string, Query>()
  const once = (sql: string): Query => {
    const query = parsed.get(sql) ?? parse(sql)
    parsed.set(sql, query)
    return query
  }
  fc.assert(
    fc.property(arbitraryCompany, (drawn) => {
      const company = plainly(drawn)
      const ctx = {
        ...contextOf(company),
        spelled: (_field: string, text: string) => text,
        indicatorId: () => undefined,
        segmentId: (name: string) => company.lists.find((one) => one.name === name)?.id,
      }
      const population = populationOf(company)
      writer.driver.exec('BEGIN')
      try {
        insertCompany(writer, company)
        for (const written of WRITTEN) {
          const { criteria } = criteriaFromSql(written.replaceAll('NOW', "'now'"), once, ctx)
          const meant = company.customers.filter((one) => holds(criteria, one, population, ctx))
          const rows = writer.driver.prepare<[], number>(asRun(written, company)).pluck().all()
          expect({ written, members: meant.map(({ id }) => id) }).toEqual({
            written,
            members: [...new Set(rows)].toSorted((a, b) => a - b),
          })
        }
      } finally {
        writer.driver.exec('ROLLBACK')
      }
    }),
    { numRuns: 40 },
  )
})

function asRun(written: string, { now }: Company): string {
  const sql = written.replaceAll('NOW', `'${toSqlText(now)}'`)
  return /^(?:SELECT|WITH)/.test(sql) ? sql : `SELECT id FROM v_customers AS customer WHERE ${sql}`
}
