import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import { type Currency, fromMinor } from '#kernel/money.ts'
import { maskedPerson } from '../customers/masked.ts'
import { shownIdOfCustomer } from '../entities/external-ids.ts'
import { countryName } from '../places/countries.ts'
import type { CustomerRow } from './shown.ts'

/** Customers by internal id, in the order of the ids given. */
export function readRows(
  reader: Reader,
  ids: readonly number[],
  { asOf, currency, masked }: { asOf: Instant; currency: Currency; masked: boolean },
): readonly CustomerRow[] {
  const found = new Map(
    reader.all(customers(ids, asOf)).map(({ internal, ...row }) => {
      const shown = maskedPerson(row.id ?? String(internal), row)
      const name = [row.first_name, row.last_name].filter((part) => part !== null).join(' ')
      return [
        internal,
        {
          ...(masked ? shown : { id: shown.id, name, email: row.email ?? '' }),
          city: row.city ?? '',
          country: row.country === null ? '' : countryName(row.country),
          orders: row.orders,
          spent: fromMinor(row.spent, currency),
          lastOrder: row.last === null ? null : toIso(row.last),
        },
      ]
    }),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

const customers = (ids: readonly number[], asOf: Instant) =>
  query
    .selectFrom('customers as c')
    .leftJoin('orders as o', (on) =>
      on.onRef('o.customer_id', '=', 'c.id').on('o.counted', '=', 1).on('o.ordered_at', '<=', asOf),
    )
    .where('c.id', 'in', [...ids])
    .groupBy('c.id')
    .select((eb) => [
      'c.id as internal',
      'c.email',
      'c.first_name',
      'c.last_name',
      'c.city',
      'c.country',
      shownIdOfCustomer.as('id'),
      eb.fn.count<number>('o.id').as('orders'),
      sql<number>`coalesce(sum(o.total), 0)`.as('spent'),
      eb.fn.max('o.ordered_at').as('last'),
    ])
