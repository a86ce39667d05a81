import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csv, importBench } from '../imports.fixture.ts'

const HEADER =
  'Name,Email,Financial Status,Currency,Total,Created at,Id,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Fulfillment Status,Billing Name,Shipping Name'

interface Line {
  readonly product: number
  readonly quantity: number
  readonly price: number
}

/** One of three customers, whose addresses are written in two ways. */
const buyer = (order: number): string => `c${order % 3}@example.com`

/** A line of an order; the first one tells what is of the whole order. */
const rowOf = (order: number, { product, quantity, price }: Line, first: boolean): string =>
  [
    `#${order}`,
    ...(first
      ? [
          order % 2 === 0 ? buyer(order) : buyer(order).toUpperCase(),
          'paid',
          'EUR',
          '9.00',
          '2025-05-01',
          `98000000000${order}`,
        ]
      : ',,,,,'.split(',')),
    quantity,
    `Product ${product}`,
    // Every product but one has a SKU.
    price === 0 ? '' : price,
    product === 0 ? '' : `S${product}`,
    ',,',
  ].join(',')

const order = fc.array(
  // A line without a price is not taken, and its order neither.
  fc.record({
    product: fc.nat(4),
    quantity: fc.integer({ min: 1, max: 3 }),
    price: fc.integer({ min: 0, max: 20 }),
  }),
  { minLength: 1, maxLength: 4 },
)

const inOrder = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted()

test('of orders are theirs wherever they stand, in one file or in several, and again change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(order, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      fc.integer(),
      async (orders, several, seed) => {
        const rows = orders.flatMap((lines, nth) =>
          lines.map((line, at) => ({ nth, text: rowOf(nth, line, at === 0) })),
        )
        // Negative seeds leave them in order.
        const standing =
          seed < 0 ? rows : rows.toSorted((a, b) => scattered(a.text, seed) - scattered(b.text, seed))
        const file = (of: (nth: number) => boolean) =>
          csv(HEADER, ...standing.filter(({ nth }) => of(nth)).map(({ text }) => text))
        const files = several
          ? { 'a.csv': file((nth) => nth % 2 === 0), 'b.csv': file((nth) => nth % 2 === 1) }
          : { 'a.csv': file(() => true) }
        const bench = importBench()
        try {
          const report = await bench.importFolder(files)
          const good = orders.flatMap((lines, nth) =>
            lines.every(({ price }) => price > 0) ? [{ nth, lines }] : [],
          )
          expect(
            inOrder(
              bench.rows(
                'SELECT o.external_id, k.email, p.title, i.quantity, i.price FROM items i JOIN orders o ON o.id = i.order_id AND o.customer_id = i.customer_id JOIN products p ON p.id = i.product_id JOIN customer_keys k ON k.id = o.customer_id',
              ),
            ),
          ).toEqual(
            inOrder(
              good.flatMap(({ nth, lines }) =>
                lines.map((line) => [
                  `98000000000${nth}`,
                  buyer(nth),
                  `Product ${line.product}`,
                  line.quantity,
                  line.price * 100,
                ]),
              ),
            ),
          )
          expect(report.rejected.rows).toBe(
            rows.length - good.reduce((sum, { lines }) => sum + lines.length, 0),
          )
          const before = bench.data()
          expect((await bench.importFolder(files)).changed).toBe(false)
          expect(bench.data()).toEqual(before)
        } finally {
          bench.close()
        }
      },
    ),
    { numRuns: 20 },
  )
})

test('a customer is as the latest of their orders that are taken tells, however often it was told before', async () => {
  const told = fc.record({
    customer: fc.nat(1),
    city: fc.constantFrom('Köln', 'Toronto', ''),
    name: fc.constantFrom('Ann Example', 'Bartholomew van den Berg'),
    taken: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 8 }), fc.integer(), async (orders, seed) => {
      const times = orders
        .map((_, nth) => nth)
        .toSorted((a, b) => scattered(`${a}`, seed) - scattered(`${b}`, seed))
      const rows = orders.map(
        ({ customer, city, name, taken }, nth) =>
          `#${nth},${buyer(customer)},paid,EUR,9.00,2025-05-0${(times[nth] ?? 0) + 1},98000000000${nth},1,Tea,${taken ? '9.00' : ''},T1,,${name},${name},${city}`,
      )
      const bench = importBench()
      try {
        await bench.importFolder({ 'a.csv': csv(`${HEADER},Shipping City`, ...rows) })
        const latest = [0, 1].flatMap((customer) => {
          const [last] = orders
            .map((order, nth) => ({ ...order, at: times[nth] ?? 0 }))
            .filter((order) => order.customer === customer && order.taken)
            .toSorted((a, b) => b.at - a.at)
          if (last === undefined) return []
          const [first, ...family] = last.name.split(' ')
          return [[buyer(customer), first, family.join(' '), last.city || null]]
        })
        expect(bench.rows('SELECT email, first_name, last_name, city FROM customers ORDER BY email')).toEqual(
          latest,
        )
      } finally {
        bench.close()
      }
    }),
    { numRuns: 20 },
  )
})

/** Some number of a text, another one for each seed. */
function scattered(text: string, seed: number): number {
  let number = seed
  for (let at = 0; at < text.length; at++) number = (Math.imul(number, 31) + text.charCodeAt(at)) | 0
  return number
}
