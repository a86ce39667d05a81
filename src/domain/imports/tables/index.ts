import { campaigns } from './campaigns.ts'
import { companies } from './companies.ts'
import { customers } from './customers.ts'
import type { ImportTable, TableName } from './define.ts'
import { events } from './events.ts'
import { items } from './items.ts'
import { lists } from './lists.ts'
import { orders } from './orders.ts'
import { people } from './people.ts'
import { products } from './products.ts'
import { signals } from './signals.ts'

/** What each table's columns mean and how its rows reach the database. */
export const importTables: Readonly<Record<TableName, ImportTable>> = {
  customers,
  products,
  campaigns,
  orders,
  items,
  events,
  lists,
  companies,
  people,
  signals,
}
