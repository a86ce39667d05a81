import { expect, test } from 'vitest'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const sqlIn = (text: string): string | undefined => {
  const read = interpret(text, situation())
  return read.kind === 'command' && read.command.do === 'explain_sql' ? read.command.sql : undefined
}

test.for([
  ['SELECT email FROM customers', 'SELECT email FROM customers'],
  ['use SQL: SELECT email FROM customers', 'SELECT email FROM customers'],
  ["what does this SQL mean: country = 'CA'", "country = 'CA'"],
  [
    "Explain this sql\nselect id from v_customers where city = 'Paris'",
    "select id from v_customers where city = 'Paris'",
  ],
  ['```sql\nSELECT id FROM v_customers\n```', 'SELECT id FROM v_customers'],
  ["can you count this: ```city = 'Paris'```", "city = 'Paris'"],
  ["country = 'CA' AND email_consent = 'subscribed'", "country = 'CA' AND email_consent = 'subscribed'"],
  ["WHERE customer.city_key IN ('paris')", "WHERE customer.city_key IN ('paris')"],
  ['id in (select customer_id from v_orders)', 'id in (select customer_id from v_orders)'],
  ['WITH big AS (SELECT 1) SELECT id FROM big', 'WITH big AS (SELECT 1) SELECT id FROM big'],
  ["birthday < '1990-01-01'", "birthday < '1990-01-01'"],
  ['what does this do?\n```sql\nSELECT id FROM v_customers\n```\nthanks!', 'SELECT id FROM v_customers'],
  [
    "what does this do: SELECT id FROM v_customers WHERE city = 'Paris'",
    "SELECT id FROM v_customers WHERE city = 'Paris'",
  ],
  [
    "What does this query do? select id from v_customers where city = 'Paris'",
    "select id from v_customers where city = 'Paris'",
  ],
  ['explain SELECT customer_id FROM v_orders GROUP BY 1', 'SELECT customer_id FROM v_orders GROUP BY 1'],
  ['who is this:\n\nselect c.id from v_customers c', 'select c.id from v_customers c'],
  [
    '~~~\nSELECT id FROM v_companies WHERE employees > 50\n~~~',
    'SELECT id FROM v_companies WHERE employees > 50',
  ],
  ["`country = 'CA'`", "country = 'CA'"],
  ["how many people match WHERE city = 'Paris'", "WHERE city = 'Paris'"],
  [
    "-- everyone\nSELECT id FROM v_customers WHERE city = 'Paris'",
    "-- everyone\nSELECT id FROM v_customers WHERE city = 'Paris'",
  ],
  ['Please run this SQL SELECT id FROM v_customers', 'SELECT id FROM v_customers'],
  ["title LIKE '%growth%'", "title LIKE '%growth%'"],
])('%j is SQL', ([text, sql]) => expect(sqlIn(text ?? '')).toBe(sql))

test.for([
  'select customers from Canada',
  'select all customers from Canada who ordered twice',
  'customers with spend > 500',
  'city = Paris',
  'where are our customers from?',
  'customers where country is Canada',
  'DELETE FROM customers',
  'SELECT * FROM customers; DELETE FROM customers;',
  'use SQL to find our best customers',
  // What stands beside it would be lost.
  '```\nSELECT id FROM v_customers\n``` and only those who bought in May',
  "customers in Canada, but not SELECT id FROM v_customers WHERE city = 'Paris'",
  "customers in Canada sql: SELECT id FROM v_customers WHERE city = 'Paris'",
])('%j is none, or would write', (text) => expect(sqlIn(text)).toBeUndefined())
