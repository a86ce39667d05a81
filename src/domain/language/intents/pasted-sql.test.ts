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
])('%j is none, or would write', (text) => expect(sqlIn(text)).toBeUndefined())
