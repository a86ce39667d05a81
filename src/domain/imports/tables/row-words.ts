import { countOf } from '#kernel/text.ts'
import type { TableName } from './define.ts'

/** What people call one row of a table, and several. */
const ROW_WORDS: Readonly<Record<TableName, readonly [one: string, several: string]>> = {
  customers: ['customer', 'customers'],
  products: ['product', 'products'],
  orders: ['order', 'orders'],
  items: ['order line', 'order lines'],
  events: ['event', 'events'],
  campaigns: ['campaign', 'campaigns'],
  lists: ['place on a list', 'places on lists'],
  companies: ['company', 'companies'],
  people: ['person', 'people'],
  signals: ['signal', 'signals'],
}

/** `order lines` */
export const rowsOf = (table: TableName): string => ROW_WORDS[table][1]

/** `1 order line`, `1,234 order lines` */
export const countOfRows = (rows: number, table: TableName): string => countOf(rows, ...ROW_WORDS[table])
