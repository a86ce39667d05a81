import { beforeAll, expect, test } from 'vitest'
import { InputError } from '#kernel/errors.ts'
import { criteriaFromSql } from './from-sql.ts'
import { contextOf } from './readings.fixture.ts'
import { loadParser, type ParseSql } from './sql/parse-sql.ts'

const ctx = {
  ...contextOf({
    now: Date.parse('2025-11-20T12:00:00Z') / 1000,
    zone: 'UTC',
    currency: { code: 'USD', exponent: 2 },
    products: [],
    customers: [],
    lists: [],
    segments: [],
  }),
  spelled: (_field: string, text: string) => text,
  indicatorId: () => undefined,
  segmentId: () => undefined,
}
let parse: ParseSql
beforeAll(async () => {
  parse = await loadParser()
})

function refused(sql: string): { message: string; next: string } {
  try {
    return { message: JSON.stringify(criteriaFromSql(sql, parse, ctx)), next: 'read' }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { message: error.message, next: error.next }
  }
}

const REFUSED: readonly (readonly [sql: string, message: string])[] = [
  // SQL that writes, or is no query.
  ['DELETE FROM v_customers', 'would DELETE'],
  ['drop table customers', 'would DROP'],
  ['UPDATE customers SET email = NULL', 'would UPDATE'],
  ["PRAGMA writable_schema = 'on'", 'would PRAGMA'],
  ["ATTACH DATABASE '/etc/passwd' AS x", 'would ATTACH'],
  ['EXPLAIN SELECT 1', 'would EXPLAIN'],
  ['WITH a AS (SELECT 1) DELETE FROM v_customers', 'can’t be read in line 1 near “DELETE FROM v_customers”'],
  ['SELECT id INTO copy FROM v_customers', 'can’t be read'],
  ["SELECT id FROM v_customers WHERE city = 'a'; DROP TABLE customers", 'more than one SQL statement'],
  ["city = 'a'; SELECT 1", 'more than one SQL statement'],
  ["city = 'a') UNION SELECT id FROM v_customers WHERE (1 = 1", 'closes a parenthesis that was never opened'],
  // Tables and columns that there are not.
  ['SELECT email FROM customers', 'asks the table “customers”, which is not one of the documented views'],
  ['SELECT * FROM sqlite_master', 'asks the table “sqlite_master”'],
  ['SELECT id FROM temp.v_customers', 'asks the table “temp.v_customers”'],
  ['id IN (SELECT customer_id FROM orders WHERE total > 5)', 'asks the table “orders”'],
  ["ctiy = 'Paris'", 'There is no column “ctiy” in v_customers'],
  ['total > 100', 'There is no column “total” in v_customers'],
  ["o.city = 'Paris'", 'There is no table “o”'],
  [
    'SELECT c.id FROM v_customers c JOIN v_orders o ON o.customer_id = c.id WHERE id = 1',
    '“id” could be of c or o',
  ],
  // Everybody, and nobody.
  ['SELECT email FROM v_customers', 'is about everybody'],
  ['1 = 1', 'is about everybody'],
  ["city = 'a' OR TRUE", 'is about everybody'],
  ['1 = 2', 'holds for nobody'],
  // No SQL.
  ['', 'There is no SQL in this'],
  ['-- nothing', 'There is no SQL in this'],
  ["city = 'Paris", "has a ' that is never closed"],
  ['city = ?', 'has a parameter (“?”) without a value'],
  ['city = :city', 'has a parameter (“:”) without a value'],
  ['city = 🎉', '“🎉” is no part of SQL'],
  ['(((city = 1)', 'can’t be read'],
  ["SELECT id FROM v_customers WHERE city == 'a' GROUP", 'can’t be read in line 1 near “GROUP”'],
  ['customers from Canada', 'can’t be read in line 1 near “from Canada”'],
  // Too much of it.
  [`city IN (${"'a',".repeat(120_000)}'b')`, 'is longer than 400,000 characters'],
  [`${'city = 1 AND '.repeat(18_000)}city = 1`, 'is longer than 60,000 words and signs'],
  [`city IN (${"'a',".repeat(6000)}'b')`, 'is longer than 8,000 words and signs, unlike each other'],
  [`${'('.repeat(100)}city = 1${')'.repeat(100)}`, 'is nested deeper than 60 parentheses'],
  [`${'NOT '.repeat(100)}city = 1`, 'is nested deeper than 60 parentheses'],
  [`city = 1${' + 1'.repeat(9000)}`, 'more than 200 signs of arithmetic in one place'],
  [`city = ${'- '.repeat(100)}1`, 'is nested deeper than 60 parentheses'],
  [Array.from({ length: 250 }, (_, i) => `city LIKE 'c${i}%'`).join(' OR '), 'more than 200 conditions'],
  // Parts that no condition can express.
  ['id = 5', 'is an internal id'],
  ['length(city) > 3', '“LENGTH(city) > 3” is no condition'],
  ["email LIKE '%a_b%'", 'has wildcards inside of the text'],
  ["country LIKE 'C%'", 'asks for a part of a country'],
  ["CASE WHEN city = 'a' THEN 1 ELSE 0 END = 1", 'is no condition that Muster has'],
  ["created_at > '2025-08-22 12:00:00'", 'makes no window that Muster knows'],
  ["email_consent = 'maybe'", 'asks for a state that there is not'],
  ["id IN (SELECT customer_id FROM v_orders WHERE external_id = '7')", "“external_id = '7'” is nothing"],
  [
    'id IN (SELECT customer_id FROM v_orders GROUP BY customer_id HAVING MIN(discount_total) > 5)',
    '“MIN(discount_total) > 5” is no measure of orders',
  ],
  ['id IN (SELECT customer_id FROM v_events)', 'asked for without a type of event'],
  ['id IN (SELECT customer_id FROM v_items)', 'asked for without a product'],
  ["id IN (SELECT customer_id FROM v_items WHERE category <> 'Tea')", "“category <> 'Tea'” is nothing"],
  ["id IN (SELECT customer_id FROM v_labels WHERE label = 'vip')", 'asked for without its kind'],
  [
    'id IN (SELECT customer_id FROM v_orders GROUP BY customer_id ORDER BY SUM(total) LIMIT 5 OFFSET 5)',
    '“OFFSET”',
  ],
  ['SELECT id FROM v_customers LIMIT 10', '“LIMIT”'],
  ["city = 'a' = 1", 'can be read in two ways'],
  ["city || 'x' + 1 = 5", 'can be read in two ways'],
  ["city GLOB 'P*'", 'GLOB'],
  ['SELECT id FROM v_customers RIGHT JOIN v_orders ON v_orders.customer_id = v_customers.id', 'RIGHT JOIN'],
  [
    'SELECT c.id FROM v_customers c JOIN v_orders o ON o.customer_id = c.id WHERE o.total > c.latitude',
    'has a test of two tables at once',
  ],
]

test.for(REFUSED.map(([sql, message]) => ({ sql, message, shown: sql.slice(0, 100) })))(
  '$shown',
  ({ sql, message }) => {
    const answer = refused(sql)
    expect(answer.message).toContain(message)
    expect(answer.next).toMatch(/^[A-Z].*[.?]$/s)
    expect(answer.message.length).toBeLessThan(400)
  },
)
