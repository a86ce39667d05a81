import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenReader, openReader } from '#db/open.ts'
import { currencyOf } from '#kernel/money.ts'
import { planContext } from '../criteria/context.ts'
import type { Criteria } from '../criteria/schema.ts'
import { sqlite } from '../dialects/sqlite.ts'
import { csv, importBench } from '../imports/imports.fixture.ts'
import { raiseVersions } from '../imports/apply/raise-versions.ts'
import { ids } from '../members/bitset.ts'
import { createMembers } from '../members/engine.ts'
import type { Members } from '../members/members.ts'
import { patternIndex } from '../rfm/scores.ts'
import { createVocabulary } from '../vocabulary/create-vocabulary.ts'

/*
 * What is kept from before, of which only changes are read, against what SQL finds in the tables as they are: after
 * any import, and where customers are gone.
 */

const CUSTOMERS = 12
const NOW = Date.UTC(2025, 10, 20, 12) / 1000
const DAY = 86_400

let bench: ReturnType<typeof importBench>
let reader: OpenReader
let members: Members

beforeAll(async () => {
  bench = importBench()
  await bench.importFolder({
    'customers.csv': csv(
      'id,country',
      ...Array.from({ length: CUSTOMERS }, (_, n) => `${n},${n % 2 ? 'CA' : 'FR'}`),
    ),
    'products.csv': csv('id,title', 'p0,Tea', 'p1,Mug', 'p2,Pot'),
  })
  reader = openReader(bench.path('test.db'))
  const currency = currencyOf('USD')
  const { dictionary } = createVocabulary({ reader, currency: () => currency })
  const workspace = { name: 'Test', zone: 'UTC', currency, demo: false }
  members = createMembers({
    databasePath: bench.path('test.db'),
    reader,
    context: (now) => planContext({ reader, dialect: sqlite, dictionary, workspace, now }),
    threads: 1,
  })
})
afterAll(async () => {
  await members.close()
  reader.close()
  bench.close()
})

const line = fc.record({
  product: fc.nat(2),
  quantity: fc.integer({ min: 0, max: 3 }),
  // Some are more than four bytes hold.
  price: fc.constantFrom(0, 1, 250, 250, 9_999, 900_000_000),
})
const order = fc.record({
  id: fc.nat(30),
  customer: fc.nat(CUSTOMERS - 1),
  // A few are dated ahead of now: as long as one is, nothing is kept.
  day: fc.oneof(
    { weight: 80, arbitrary: fc.integer({ min: -400, max: 0 }) },
    { weight: 1, arbitrary: fc.constant(3) },
  ),
  status: fc.constantFrom('paid', 'paid', 'refunded', 'cancelled'),
  total: fc.integer({ min: 0, max: 5000 }),
  lines: fc.array(line, { maxLength: 3 }),
})
const orders = fc.uniqueArray(order, { maxLength: 4, selector: ({ id }) => id })
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('orders' as const), orders }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('gone' as const), customer: fc.nat(CUSTOMERS - 1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('consent' as const),
      customer: fc.nat(CUSTOMERS - 1),
      accepts: fc.constantFrom(0, 1),
    }),
  },
)

async function take(next: typeof step extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  switch (next.kind) {
    case 'orders':
      await bench.importFolder({
        'orders.csv': csv(
          'id,customer_id,ordered_at,status,total',
          ...next.orders.map((o) =>
            [o.id, o.customer, new Date((NOW + o.day * DAY) * 1000).toISOString(), o.status, o.total].join(
              ',',
            ),
          ),
        ),
        'items.csv': csv(
          'order_id,product_id,quantity,price',
          ...next.orders.flatMap((o) =>
            o.lines.map((l) => `${o.id},p${l.product},${l.quantity},${l.price / 100}`),
          ),
        ),
      })
      return
    case 'consent':
      await bench.importFolder({
        'customers.csv': csv(
          'id,email,accepts_email',
          `${next.customer},${next.customer}@example.com,${next.accepts}`,
        ),
      })
      return
    case 'gone':
      forget(next.customer)
  }
}

/** As a privacy request does; the id that was imported may come again, as somebody else. */
function forget(external: number): void {
  const { writer } = bench
  const [row] = bench.rows(`SELECT customer_id FROM identities WHERE external_id = '${external}'`)
  if (row === undefined) return
  writer.transaction(() => {
    for (const table of ['items', 'orders', 'customer_category', 'consents', 'identities']) {
      writer.driver.exec(`DELETE FROM ${table} WHERE customer_id = ${row[0]}`)
    }
    for (const table of ['facts', 'customer_keys', 'customers']) {
      writer.driver.exec(`DELETE FROM ${table} WHERE id = ${row[0]}`)
    }
    raiseVersions(writer, new Set(['customers', 'orders']))
  })
}

const GROUPS: readonly Criteria[] = [
  { type: 'attribute', field: 'country', op: 'equals', value: 'CA' },
  { none: [{ type: 'attribute', field: 'country', op: 'equals', value: 'CA' }] },
]

const OF = `SELECT id FROM customers c WHERE`
const ORDERS = `FROM orders WHERE counted = 1 AND customer_id = c.id AND ordered_at <= ${NOW}`

/** What facts rows decide, or sums of one window, and how the tables say it. */
const SETS: readonly (readonly [criteria: Criteria, sql: string])[] = [
  [{ type: 'orders', measure: 'count', op: '=', value: 0 }, `${OF} NOT EXISTS (SELECT 1 ${ORDERS})`],
  [{ type: 'orders', measure: 'count', op: '<', value: 3 }, `${OF} (SELECT count(*) ${ORDERS}) < 3`],
  [
    { type: 'consent', channel: 'email', is: 'reachable' },
    `${OF} email IS NOT NULL AND id IN (SELECT customer_id FROM consents WHERE state = 'subscribed')`,
  ],
  [
    {
      any: [
        { type: 'attribute', field: 'country', op: 'equals', value: 'CA' },
        { type: 'orders', measure: 'spend', op: '>', value: 50 },
      ],
    },
    `${OF} country = 'CA' OR (SELECT sum(total) ${ORDERS}) > 5000`,
  ],
  [
    { none: [{ type: 'orders', measure: 'average', op: '>', value: 20 }] },
    `${OF} (SELECT avg(total) ${ORDERS}) > 2000 IS NOT TRUE`,
  ],
  ...[10, 30].map((value): [Criteria, string] => [
    { type: 'orders', measure: 'spend', op: '>', value, within: { kind: 'last', n: 300, unit: 'day' } },
    `${OF} (SELECT sum(total) ${ORDERS} AND ordered_at > ${NOW - 300 * DAY}) > ${100 * value}`,
  ]),
]

/** By the definitions, of the tables as they are. */
function expectedOf(inside: readonly number[]) {
  const who = `customer_id IN (${inside.join(', ')}) AND ordered_at <= ${NOW}`
  const [sums] = bench.rows(
    `SELECT count(DISTINCT customer_id), count(*), coalesce(sum(total), 0) FROM orders WHERE counted = 1 AND ${who}`,
  )
  const products =
    bench.rows(`SELECT product_id, count(DISTINCT customer_id) AS n, sum(quantity * price) AS spent
    FROM items WHERE counted = 1 AND ${who} GROUP BY 1 ORDER BY spent DESC, n DESC, product_id`)
  const buyers = bench.rows(`SELECT customer_id, max(ordered_at), count(*), sum(total) FROM orders
    WHERE counted = 1 AND ordered_at <= ${NOW} GROUP BY 1`)
  const scoreIn = (row: readonly unknown[], column: number) => {
    const better = buyers.filter((other) => Number(other[column]) >= Number(row[column])).length
    return Math.ceil((5 * better) / buyers.length)
  }
  const patterns = Array.from({ length: 125 }, () => 0)
  for (const row of buyers) {
    if (!inside.includes(Number(row[0]))) continue
    const index = patternIndex(scoreIn(row, 1), scoreIn(row, 2), scoreIn(row, 3))
    patterns[index] = (patterns[index] ?? 0) + 1
  }
  return {
    buyers: sums?.[0],
    orders: sums?.[1],
    spent: sums?.[2],
    patterns,
    products: products.map(([id, customers, spent]) => ({ id, customers, spent })),
  }
}

test('what is kept and patched is what the tables say', async () => {
  await fc.assert(
    fc.asyncProperty(step, async (next) => {
      await take(next)
      const found = await members.boughtByEach(GROUPS, { asOf: NOW })
      for (const { set, bought } of found) expect(bought).toEqual(expectedOf([...ids(set.bits)]))
      const sets = await members.ofEach(
        SETS.map(([criteria]) => criteria),
        { asOf: NOW },
      )
      expect(sets.map(({ bits }) => [...ids(bits)])).toEqual(
        SETS.map(([, sql]) => bench.rows(`${sql} ORDER BY id`).map(([id]) => Number(id))),
      )
      expect((await members.rfmTable({ asOf: NOW })).patterns).toEqual(
        expectedOf(bench.rows('SELECT id FROM customers').map(([id]) => Number(id))).patterns,
      )
    }),
    // Each run goes on from where the last one ended.
    { numRuns: 60, endOnFailure: true },
  )
})
