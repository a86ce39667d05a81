import { beforeAll, expect, test } from 'vitest'
import { sqlOf } from './expression-text.ts'
import { loadParser, type ParseSql } from './parse-sql.ts'

let parse: ParseSql
beforeAll(async () => {
  parse = await loadParser()
})

const tested = (condition: string): string => {
  const { where } = parse(condition)
  return where === undefined ? '' : sqlOf(where)
}

test.for<[condition: string, read: string]>([
  ["city = 'a' OR city = 'b' AND region = 'c'", "city = 'a' OR (city = 'b' AND region = 'c')"],
  ["city = 'a' AND city = 'b' OR region = 'c'", "(city = 'a' AND city = 'b') OR region = 'c'"],
  ["(city = 'a' OR city = 'b') AND region = 'c'", "(city = 'a' OR city = 'b') AND region = 'c'"],
  ["NOT city = 'a' AND region = 'c'", "NOT (city = 'a') AND region = 'c'"],
  ["NOT (city = 'a' AND region = 'c')", "NOT (city = 'a' AND region = 'c')"],
  [
    'latitude BETWEEN 1 AND 2 AND longitude BETWEEN -3.5 AND +4',
    'latitude BETWEEN 1 AND 2 AND longitude BETWEEN -3.5 AND 4',
  ],
  [
    "CASE WHEN city = 'a' AND region = 'b' OR 1 = 2 THEN 1 ELSE 0 END = 1",
    "CASE WHEN (city = 'a' AND region = 'b') OR 1 = 2 THEN 1 ELSE 0 END = 1",
  ],
  ['(latitude + 1) * 2 > 3', '((latitude + 1) * 2) > 3'],
  ["lower(trim(city)) IN ('a', upper('b'))", "LOWER(TRIM(city)) IN ('a', UPPER('b'))"],
])('%s', ([condition, read]) => {
  expect(tested(condition)).toBe(read)
})

/** Depth must not multiply the time: a grammar that tries each parenthesis twice would not end. */
test.for<[what: string, sql: (n: number) => string]>([
  ['parentheses', (n) => `${'('.repeat(n)}city = 1${')'.repeat(n)}`],
  ['calls', (n) => `${'lower('.repeat(n)}city${')'.repeat(n)} = 1`],
  ['lists', (n) => `${'city IN ('.repeat(n)}city${')'.repeat(n)}`],
  ['SELECTs', (n) => `${'id IN (SELECT id FROM v_customers WHERE '.repeat(n)}city = 1${')'.repeat(n)}`],
  ['CASEs', (n) => `${'CASE WHEN '.repeat(n)}city = 1${' THEN 1 ELSE 0 END'.repeat(n)} = 1`],
  ['both', (n) => `${'(abs(1, '.repeat(n / 2)}city${') + 1)'.repeat(n / 2)} = 1`],
])('nested $0', ([, sql]) => {
  expect(parse(sql(58)).where).toBeDefined()
})

test('two hundred long conditions', () => {
  const one = (i: number) =>
    `id IN (SELECT customer_id FROM v_orders WHERE status <> 'cancelled' AND ordered_at >= '2025-01-01' ` +
    `AND channel IN ('web', 'store ${i}') AND total > ${i} GROUP BY customer_id HAVING SUM(total) > ${i})`
  const { where } = parse(Array.from({ length: 200 }, (_, i) => one(i)).join(' AND '))
  expect(where?.kind === 'and' ? where.of : []).toHaveLength(200)
})
