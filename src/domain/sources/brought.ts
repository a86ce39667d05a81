import { z } from 'zod'
import type { Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { TableName } from '../imports/tables/define.ts'

const broughtSchema = z.record(
  z.string(),
  z.object({
    /** That were new or changed something. */
    rows: z.int(),
    /** When some came last, changed or not. */
    at: z.int(),
  }),
)
/** What came, by the table of the generic format that it went into. */
export type Brought = Readonly<z.infer<typeof broughtSchema>>

export const broughtFrom = (json: string): Brought => broughtSchema.parse(JSON.parse(json))

/** Which of the data that criteria read a table's rows make newer. */
const FEEDS: Readonly<Record<TableName, readonly Source[]>> = {
  customers: ['customers', 'consents'],
  products: ['products'],
  campaigns: [],
  orders: ['orders'],
  items: ['orders'],
  events: ['events', 'consents'],
  lists: ['lists'],
  companies: ['companies'],
  people: ['people'],
  signals: ['signals'],
}

const feeds = new Map<string, readonly Source[]>(Object.entries(FEEDS))

/** When the data that criteria read came last, of all that feed it. */
export function lastFed(brought: Brought, source: Source): Instant | null {
  const fed = Object.entries(brought).filter(([table]) => feeds.get(table)?.includes(source))
  return fed.length === 0 ? null : Math.max(...fed.map(([, { at }]) => at))
}
