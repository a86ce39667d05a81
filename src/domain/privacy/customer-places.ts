import { sql } from 'kysely'
import { isOneOf, isOneOfWithin, type Leaving } from './leaving.ts'
import { type Place, rows } from './place.ts'

const ofCustomer = ({ customers }: Leaving) => isOneOf('customer_id', customers)
/** By the segment first, as the key has it; and so on. */
const within = (leading: string, table: string, key: string) => {
  const all = sql`SELECT ${sql.ref(key)} AS key FROM ${sql.table(table)}`
  return ({ customers }: Leaving) => isOneOfWithin(leading, all, 'customer_id', customers)
}
const inSegments = within('segment_id', 'segments', 'id')
/** Each half has an index of its own. */
const ordersOf = ({ customers }: Leaving) =>
  sql<boolean>`((counted = 1 AND ${isOneOf('customer_id', customers)})
    OR (counted = 0 AND ${isOneOf('customer_id', customers)}))`

/**
 * What a shop knows of its customers; those first that refer to others. Orders go too: Muster keeps no books (the shop
 * does, as the law asks), and an order with its time, total and lines would name its buyer again to whoever has those.
 * What was counted stays as it was counted: sizes of segments, rows of exports, who came and went.
 */
export const customerPlaces: readonly Place[] = [
  rows({
    table: 'items',
    what: 'order lines',
    where: (leaving) => sql<boolean>`order_id IN (SELECT id FROM orders WHERE ${ordersOf(leaving)})`,
    told: { view: 'v_items' },
  }),
  rows({
    table: 'orders',
    what: 'orders',
    where: ordersOf,
    told: {
      view: 'v_orders',
      where: (leaving) => sql<boolean>`id IN (SELECT id FROM orders WHERE ${ordersOf(leaving)})`,
    },
  }),
  rows({ table: 'events', what: 'events', where: ofCustomer, told: { view: 'v_events' } }),
  rows({
    table: 'consents',
    what: 'consents',
    where: ofCustomer,
    told: { view: 'v_consents' },
  }),
  rows({
    table: 'customer_labels',
    what: 'tags and interests',
    where: ofCustomer,
    told: { view: 'v_labels' },
  }),
  rows({
    table: 'customer_category',
    what: 'facts about categories',
    where: within('category_id', 'categories', 'id'),
  }),
  rows({
    table: 'indicator_values',
    what: 'values of indicators',
    where: within('indicator_id', 'indicators', 'id'),
    told: { view: 'v_indicators' },
  }),
  rows({
    table: 'list_members',
    what: 'places on lists',
    where: inSegments,
    told: { view: 'v_list_members', where: ofCustomer },
  }),
  rows({
    table: 'memberships',
    what: 'stays in segments',
    where: inSegments,
    told: { view: 'v_memberships' },
  }),
  rows({
    table: 'export_members',
    what: 'places in exports',
    where: within('export', 'exports', 'number'),
    told: { view: 'v_exports', where: ofCustomer },
  }),
  // What both were before stands there; their ids in sources, which say whose it is, go behind.
  rows({
    table: 'joins',
    what: 'joins of two sources',
    where: (leaving) => {
      const ids = sql`SELECT source, external_id FROM identities WHERE ${ofCustomer(leaving)}`
      return sql<boolean>`((source, external_id) IN (${ids}) OR (with_source, with_external_id) IN (${ids}))`
    },
  }),
  rows({ table: 'facts', what: 'facts', where: ({ customers }) => isOneOf('id', customers) }),
  rows({ table: 'customer_keys', what: 'search keys', where: ({ customers }) => isOneOf('id', customers) }),
  rows({
    table: 'identities',
    what: 'ids in sources',
    where: ofCustomer,
    told: { view: 'v_identities' },
  }),
  rows({
    table: 'customers',
    what: 'records of customers',
    where: ({ customers }) => isOneOf('id', customers),
    told: { view: 'v_customers' },
  }),
]
