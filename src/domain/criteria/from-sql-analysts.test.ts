import { beforeAll, expect, test } from 'vitest'
import { InputError } from '#kernel/errors.ts'
import { describe } from './describe.ts'
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
    indicators: [
      {
        id: 'ind_days',
        name: 'my days',
        storedAt: null,
        kind: 'number',
        measure: { measure: 'days_since', of: 'last_order' },
      },
    ],
  }),
  spelled: (_field: string, text: string) => text,
  indicatorId: (name: string) => (name === 'my days' ? 'ind_days' : undefined),
  segmentId: () => undefined,
}
let parse: ParseSql
beforeAll(async () => {
  parse = await loadParser()
})

/** As analysts write it, in whichever dialect they are used to. */
const READ: readonly (readonly [sql: string, words: string])[] = [
  [
    "SELECT email FROM v_customers WHERE country = 'CA' AND email_consent = 'subscribed' ORDER BY created_at DESC",
    'are in Canada and consented to e-mail',
  ],
  [
    "select c.* from v_customers c where lower(c.city) = 'paris' and c.gender = 'female';",
    'are in the city paris and have the gender female',
  ],
  [
    "SELECT DISTINCT c.id, c.email FROM v_customers c JOIN v_orders o ON o.customer_id = c.id WHERE o.ordered_at >= CURRENT_DATE - INTERVAL '30 days'",
    'ordered in the last 31 calendar days including today',
  ],
  [
    'SELECT c.id FROM v_customers c JOIN v_orders o ON o.customer_id = c.id GROUP BY c.id HAVING COUNT(o.id) > 3 AND SUM(o.total) > 500',
    'ordered more than 3 times and spent more than $500',
  ],
  [
    "SELECT c.id, SUM(o.total) AS revenue FROM v_customers c JOIN v_orders o ON o.customer_id = c.id WHERE o.ordered_at > NOW() - INTERVAL '90 days' GROUP BY c.id HAVING SUM(o.total) BETWEEN 100 AND 300 ORDER BY revenue DESC",
    'spent between $100 and $300 in the last 90 days',
  ],
  [
    "SELECT c.id FROM v_customers c JOIN v_orders o ON o.customer_id = c.id GROUP BY c.id HAVING MAX(o.ordered_at) < CURRENT_DATE - INTERVAL '6 months'",
    'last ordered more than 6 months ago',
  ],
  ['SELECT customer_id FROM v_orders GROUP BY 1 HAVING COUNT(*) = 1', 'ordered exactly 1 time'],
  [
    'SELECT customer_id FROM v_orders WHERE EXTRACT(YEAR FROM ordered_at) = 2025 GROUP BY customer_id HAVING AVG(total) > 80',
    'have an average order of more than $80 from 1 January 2025 to 31 December 2025',
  ],
  [
    "SELECT customer_id, COUNT(*) AS orders FROM v_orders WHERE ordered_at BETWEEN '2025-01-01' AND '2025-03-31' GROUP BY customer_id HAVING orders >= 2",
    'ordered at least 2 times since 1 January 2025 and before 31 March 2025',
  ],
  [
    "SELECT id FROM v_customers WHERE id NOT IN (SELECT customer_id FROM v_orders WHERE ordered_at > date('now', '-6 months'))",
    'have not ordered in the last 6 months',
  ],
  [
    "SELECT id FROM v_customers c WHERE NOT EXISTS (SELECT 1 FROM v_orders o WHERE o.customer_id = c.id AND o.ordered_at >= datetime('now', '-90 days'))",
    'have not ordered in the last 90 days',
  ],
  [
    "SELECT c.id FROM v_customers c LEFT JOIN v_orders o ON o.customer_id = c.id AND o.ordered_at >= date('now', '-1 year') WHERE o.customer_id IS NULL",
    'have not ordered in the last 1 year',
  ],
  [
    'SELECT c.id FROM v_customers c LEFT JOIN v_orders o ON o.customer_id = c.id GROUP BY c.id HAVING COUNT(o.id) = 0',
    'have never ordered',
  ],
  [
    "SELECT c.id FROM v_customers c INNER JOIN v_items i ON i.customer_id = c.id WHERE i.category = 'Tea' AND c.country IN ('FR', 'DE')",
    'are in France or Germany and bought any product in the category Tea',
  ],
  [
    "SELECT customer_id FROM v_items WHERE category ILIKE 'tea' GROUP BY customer_id HAVING SUM(quantity * price) >= 200",
    'spent at least $200 on any product in the category tea',
  ],
  [
    "SELECT customer_id FROM v_items WHERE product LIKE '%serum%' AND customer_id NOT IN (SELECT customer_id FROM v_items WHERE product LIKE '%moisturiser%')",
    'bought any product whose name contains serum but have never bought any product whose name contains moisturiser',
  ],
  [
    'SELECT customer_id FROM v_items GROUP BY customer_id HAVING COUNT(DISTINCT category) >= 2',
    'bought from at least 2 different categories',
  ],
  [
    "SELECT customer_id FROM v_items WHERE ordered_at >= date('now', 'start of year') GROUP BY customer_id HAVING SUM(quantity) > 10",
    'bought more than 10 units in total this year',
  ],
  [
    "SELECT id FROM v_customers WHERE id IN (SELECT customer_id FROM v_items WHERE sku IN ('ABC-123', 'ABC-124')) AND id IN (SELECT customer_id FROM v_events WHERE type = 'clicked_email')",
    'bought any product with the SKU ABC-123 or ABC-124 and clicked an e-mail',
  ],
  [
    "SELECT c.id FROM v_customers c JOIN v_events e ON e.customer_id = c.id WHERE e.type = 'viewed_product' AND e.occurred_at > CURRENT_TIMESTAMP - INTERVAL '7 days' GROUP BY c.id HAVING COUNT(*) >= 3",
    'viewed a product at least 3 times in the last 7 days',
  ],
  [
    "SELECT customer_id FROM v_events WHERE type = 'added_to_cart' AND customer_id NOT IN (SELECT customer_id FROM v_orders)",
    'added a product to the cart but have never ordered',
  ],
  [
    "SELECT id FROM v_customers WHERE email LIKE '%@gmail.com' AND phone IS NOT NULL",
    'have an e-mail address ending with “@gmail.com” and have a known phone number',
  ],
  ["SELECT id FROM v_customers WHERE created_at < '2023-01-01'", 'joined before 1 January 2023'],
  ["SELECT id FROM v_customers WHERE date(created_at) = date('now', '-1 day')", 'joined yesterday'],
  [
    "SELECT id FROM v_customers WHERE id IN (SELECT customer_id FROM v_labels WHERE kind = 'tag' AND label IN ('VIP', 'gold'))",
    'are tagged VIP or gold',
  ],
  [
    "SELECT id FROM v_customers WHERE id IN (SELECT customer_id FROM v_orders WHERE channel = 'web' AND total > 100) AND NOT (country = 'US' OR country IS NULL)",
    'placed at least 1 order through the channel web with a total of more than $100 and have a known country but are not in the United States',
  ],
  [
    "SELECT id FROM v_customers WHERE (SELECT MAX(ordered_at) FROM v_orders o WHERE o.customer_id = v_customers.id) < date('now', '-180 days')",
    'last ordered more than 180 days ago',
  ],
  [
    'SELECT id FROM v_customers WHERE (SELECT COUNT(*) FROM v_orders WHERE customer_id = v_customers.id AND discount_code IS NOT NULL) >= 2',
    'placed at least 2 orders with any discount code',
  ],
  [
    'SELECT customer_id FROM v_orders GROUP BY customer_id ORDER BY SUM(total) DESC LIMIT 100',
    'are among the top 100 customers by money spent',
  ],
  [
    'SELECT c.id FROM v_customers c JOIN v_orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY SUM(o.total) DESC LIMIT 50',
    'are among the top 50 customers by money spent',
  ],
  [
    'WITH big AS (SELECT customer_id, SUM(total) AS spent FROM v_orders GROUP BY customer_id) SELECT c.id FROM v_customers c JOIN big b ON b.customer_id = c.id WHERE b.spent > 1000',
    'spent more than $1,000',
  ],
  [
    "WITH recent AS (SELECT customer_id FROM v_orders WHERE ordered_at >= date('now', '-30 days')) SELECT id FROM v_customers WHERE id IN (SELECT customer_id FROM recent) AND country = 'CA'",
    'ordered in the last 31 calendar days including today and are in Canada',
  ],
  [
    "SELECT customer_id FROM v_indicators WHERE indicator = 'my days' AND value < 30",
    'have the indicator “my days” of less than 30 days',
  ],
  [
    "SELECT id FROM v_companies WHERE industry = 'SaaS' AND employees BETWEEN 51 AND 500",
    'are in the industry SaaS and have between 51 and 500 employees',
  ],
  [
    "SELECT name FROM v_companies WHERE employees >= 51 AND employees <= 500 AND country IN ('DE', 'AT', 'CH')",
    'have between 51 and 500 employees and are in Germany, Austria or Switzerland',
  ],
  [
    "SELECT id FROM v_companies WHERE id IN (SELECT company_id FROM v_technologies WHERE technology = 'Snowflake') AND revenue > 5000000",
    'use Snowflake and have a revenue of more than $5,000,000',
  ],
  [
    "SELECT c.id FROM v_companies c JOIN v_technologies t ON t.company_id = c.id WHERE t.technology IN ('Snowflake', 'dbt')",
    'use Snowflake or dbt',
  ],
  [
    "SELECT id FROM v_companies WHERE relationship = 'closed_lost' AND headcount_growth > 0.3",
    'are closed-lost and have a headcount growth of more than 30%',
  ],
  [
    "SELECT id FROM v_companies WHERE NOT EXISTS (SELECT 1 FROM v_technologies t WHERE t.company_id = v_companies.id AND t.technology = 'Salesforce')",
    'are not those that use Salesforce',
  ],
  [
    "SELECT id FROM v_companies WHERE domain LIKE '%.io' AND hiring_velocity > 0",
    'have a domain ending with “.io” and have a hiring velocity of more than 0',
  ],
  [
    "employees > 50 AND industry IN ('SaaS', 'Fintech')",
    'have more than 50 employees and are in the industry SaaS or Fintech',
  ],
  ['tech_stack IS NOT NULL', 'have a known technology'],
  [
    "title LIKE '%growth%' AND seniority = 'VP'",
    'have a job title containing “growth” and have the seniority VP',
  ],
  [
    "SELECT id FROM v_people WHERE title ILIKE 'head of%' AND years_in_role < 1",
    'have a job title starting with “head of” and have less than 1 year in the role',
  ],
  [
    "SELECT p.id FROM v_people p WHERE p.function = 'Marketing' AND p.email IS NOT NULL AND p.country <> 'US'",
    'have the job function Marketing and have a known e-mail address and have a known country but are not in the United States',
  ],
  ["company.country = 'FR'", 'are in France'],
  ["person.city = 'Berlin' OR person.city = 'Hamburg'", 'are in the city Berlin or Hamburg'],
  [
    "seniority IN ('C-level', 'VP') AND years_experience >= 10",
    'have the seniority C-level or VP and have at least 10 years of experience',
  ],
  [
    "country = 'CA' AND city IN ('Toronto', 'Montreal')",
    'are in Canada and are in the city Toronto or Montreal',
  ],
  [
    "SELECT id, ROW_NUMBER() OVER (ORDER BY created_at) FROM v_customers WHERE country = 'CA'",
    'are in Canada',
  ],
  ["SELECT id FROM v_customers WHERE country = 'CA' -- only Canada", 'are in Canada'],
  ["SELECT COUNT(*) FROM v_customers WHERE country = 'CA'", 'are in Canada'],
  [
    "SELECT id FROM v_customers WHERE date_part('year', created_at) = 2024",
    'joined from 1 January 2024 to 31 December 2024',
  ],
  [
    'SELECT id FROM v_customers WHERE created_at >= DATE_SUB(NOW(), INTERVAL 30 DAY)',
    'joined in the last 30 days',
  ],
  [
    "SELECT id FROM v_customers WHERE created_at >= DATE '2025-01-01' AND created_at < DATE '2025-02-01'",
    'joined since 1 January 2025 and before 1 February 2025',
  ],
  ["SELECT id FROM v_customers WHERE created_at::date >= '2025-01-01'", 'joined since 1 January 2025'],
  [
    "SELECT customer_id FROM v_orders GROUP BY customer_id HAVING MAX(ordered_at) <= date('now','-1 year') AND COUNT(*) > 1",
    'last ordered more than 1 year ago and ordered more than 1 time',
  ],
  [
    "SELECT customer_id FROM v_orders WHERE strftime('%w', ordered_at) IN ('0', '6')",
    'placed at least 1 order on a Saturday or Sunday',
  ],
]

test.for(READ)('%s', ([sql, words]) => {
  expect(describe(criteriaFromSql(sql, parse, ctx).criteria, ctx)).toBe(words)
})

const REFUSED: readonly (readonly [sql: string, message: string])[] = [
  ['total > 100', 'There is no column “total” in v_customers'],
  [
    "SELECT p.id FROM v_people p JOIN v_companies c ON c.id = p.company_id WHERE c.industry = 'SaaS' AND p.seniority = 'VP'",
    '“JOIN” is of two kinds of members',
  ],
  [
    "SELECT c.id FROM v_customers c JOIN v_orders o ON o.customer_id = c.id JOIN v_items i ON i.order_id = o.id WHERE i.category = 'Tea'",
    '“JOIN” is of three tables',
  ],
  [
    'SELECT c.id FROM v_customers c JOIN v_orders o USING (customer_id) WHERE o.total > 5',
    '“USING” is more than Muster reads of SQL',
  ],
  [
    'SELECT * FROM (SELECT customer_id, RANK() OVER (ORDER BY SUM(total) DESC) AS r FROM v_orders GROUP BY customer_id) x WHERE r <= 10',
    '“r <= 10” is no condition that Muster has',
  ],
  ["SELECT id FROM v_customers WHERE country = 'CA' LIMIT 10", '“LIMIT” is more than Muster reads of SQL'],
  ['SELECT id FROM v_customers ORDER BY RANDOM() LIMIT 100', '“LIMIT” is more than Muster reads of SQL'],
  [
    'SELECT customer_id FROM v_orders WHERE total > (SELECT AVG(total) FROM v_orders)',
    '“total > (SELECT AVG(total) FROM v_orders)” is nothing that orders can be narrowed by',
  ],
  [
    'SELECT country, COUNT(*) FROM v_customers GROUP BY country',
    '“GROUP BY” is more than Muster reads of SQL',
  ],
  [
    "SELECT customer_id FROM v_orders WHERE date_trunc('month', ordered_at) = date_trunc('month', CURRENT_DATE)",
    "“DATE_TRUNC('month', ordered_at) = DATE_TRUNC('month', CURRENT_DATE())” is nothing that orders can be narrowed by",
  ],
  [
    'SELECT customer_id FROM v_orders WHERE COALESCE(discount_total, 0) > 0',
    '“COALESCE(discount_total, 0) > 0” is nothing that orders can be narrowed by',
  ],
  [
    "SELECT id FROM v_customers WHERE COALESCE(country, '') = ''",
    "“COALESCE(country, '') = ''” is no condition that Muster has",
  ],
  ['SELECT customer_id FROM v_orders HAVING COUNT(*) > 2', '“HAVING” is of all rows together'],
]

test.for(REFUSED)('refused: %s', ([sql, message]) => {
  expect(() => criteriaFromSql(sql, parse, ctx)).toThrow(new InputError(message, { next: '' }).message)
})
