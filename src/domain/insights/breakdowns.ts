import { type RawBuilder, sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { Source } from '#db/schema.ts'
import type { PlanContext } from '../conditions/define.ts'
import type { TallyQuery } from '../members/members.ts'
import type { Bounds } from '../time/bounds.ts'
import { countryName } from '../places/countries.ts'
import type { BreakdownBy } from './schema.ts'

interface BreakdownKind {
  readonly label: string
  readonly sources: readonly Source[]
  /** Whether the amounts are money spent. */
  readonly spent: boolean
  /** Rows of (customer, key, amount), one for each customer and key, with the bounds of the piece; of the orders of a time. */
  rows(orders: Bounds): RawBuilder<unknown>
  /** What a key is called. */
  name(key: string | number, reader: Reader): string
}

const low = { range: 'low' } as const
const high = { range: 'high' } as const

/** One row a customer, of a text column of theirs. */
const column = (
  label: string,
  name: string,
  label_: (key: string) => string = (key) => key,
): BreakdownKind => ({
  label,
  sources: ['customers'],
  spent: false,
  rows: () =>
    sql`SELECT c.id, ${sql.ref(`c.${name}`)}, 0 FROM customers AS c WHERE c.id BETWEEN ${low} AND ${high}`,
  name: (key) => label_(String(key)),
})

/** One row for each customer and each of what their order lines are of. */
const bought = (
  label: string,
  key: RawBuilder<unknown>,
  table: 'products' | 'categories' | 'brands',
): BreakdownKind => ({
  label,
  sources: ['orders', 'products'],
  spent: true,
  rows: ({ from = 0, to }) => sql`
    SELECT i.customer_id, ${key} AS name, sum(i.quantity * i.price)
    FROM items AS i JOIN products AS p ON p.id = i.product_id
    WHERE i.counted = 1 AND i.customer_id BETWEEN ${low} AND ${high} AND i.ordered_at BETWEEN ${from} AND ${to}
    GROUP BY i.customer_id, name`,
  name: (id, reader) => nameIn(reader, table, Number(id)),
})

/** One row for each customer and each way of their orders. */
const ordered = (label: string, name: 'channel' | 'device'): BreakdownKind => ({
  label,
  sources: ['orders'],
  spent: true,
  rows: ({ from = 0, to }) => sql`
    SELECT o.customer_id, ${sql.ref(`o.${name}`)} AS name, sum(o.total) FROM orders AS o
    WHERE o.counted = 1 AND o.customer_id BETWEEN ${low} AND ${high} AND o.ordered_at BETWEEN ${from} AND ${to}
    GROUP BY o.customer_id, name`,
  name: String,
})

const GENDERS: Readonly<Record<string, string>> = { f: 'female', m: 'male' }

export const BREAKDOWN_KINDS: Readonly<Record<BreakdownBy, BreakdownKind>> = {
  country: column('country', 'country', countryName),
  region: column('region', 'region'),
  city: column('city', 'city'),
  gender: column('gender', 'gender', (key) => GENDERS[key] ?? key),
  language: column('language', 'language'),
  tag: {
    label: 'tag',
    sources: ['customers'],
    spent: false,
    rows: () => sql`
      SELECT l.customer_id, l.label, 0 FROM customer_labels AS l
      WHERE l.kind = 'tag' AND l.customer_id BETWEEN ${low} AND ${high}`,
    name: String,
  },
  product: bought('product bought', sql`i.product_id`, 'products'),
  category: bought('category bought', sql`i.category_id`, 'categories'),
  brand: bought('brand bought', sql`p.brand_id`, 'brands'),
  channel: ordered('order channel', 'channel'),
  device: ordered('order device', 'device'),
}

/** A breakdown as a query that the engine sums over members. */
export const breakdownQuery = (
  by: BreakdownBy,
  ctx: PlanContext,
  orders: Bounds = { to: ctx.now },
): TallyQuery => ({
  sources: BREAKDOWN_KINDS[by].sources,
  query: { ...ctx.dialect.compile(BREAKDOWN_KINDS[by].rows(orders)), cut: { by: 'customer' } },
})

function nameIn(reader: Reader, table: 'products' | 'categories' | 'brands', id: number): string {
  const row =
    table === 'products'
      ? reader.get(query.selectFrom('products').select('title as name').where('id', '=', id))
      : reader.get(query.selectFrom(table).select('name').where('id', '=', id))
  return row?.name ?? String(id)
}
