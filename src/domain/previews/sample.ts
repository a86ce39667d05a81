import { query, type Reader } from '#db/run.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import { type Currency, fromMinor } from '#kernel/money.ts'
import { loadCompany, loadPerson } from '../accounts/load.ts'
import type { Entity } from '../entities/entity.ts'
import { shownIdOfCustomer } from '../entities/external-ids.ts'
import { maskedPerson } from '../customers/masked.ts'
import { type Bitset, count, ids } from '../members/bitset.ts'
import type { Sample } from './shown.ts'

const SAMPLES = 5

/** Five members, or all of fewer, spread evenly over the ids: the same set always shows the same people. */
export function pickSample(members: Bitset): readonly number[] {
  const total = count(members)
  const wanted = Math.min(SAMPLES, total)
  const ranks = new Set(Array.from({ length: wanted }, (_, i) => Math.floor((i * total) / wanted)))
  const picked: number[] = []
  let rank = 0
  for (const id of ids(members)) {
    if (ranks.has(rank)) picked.push(id)
    if (picked.length === wanted) break
    rank++
  }
  return picked
}

interface SampleOptions {
  readonly entity: Entity
  readonly asOf: Instant
  readonly currency: Currency
}

/** What people may see of members before anything is confirmed: enough to recognise the kind of them. */
export const readSample = (
  reader: Reader,
  memberIds: readonly number[],
  options: SampleOptions,
): readonly Sample[] => (memberIds.length === 0 ? [] : READ[options.entity](reader, memberIds, options))

const READ = {
  customer: (reader, ids, { asOf, currency }) =>
    reader.all(customersShown(ids, asOf)).map((customer) => ({
      ...maskedPerson(customer.shown ?? String(customer.id), customer),
      place: placeOf(customer),
      orders: customer.orders,
      spent: fromMinor(customer.spent ?? 0, currency),
      lastOrder: customer.last === null ? null : toIso(customer.last),
    })),
  company: (reader, ids) =>
    ids
      .flatMap((id) => loadCompany(reader, id) ?? [])
      .map(({ externalId, text, number }) => ({
        id: externalId,
        name: text.name ?? text.domain ?? '',
        place: placeOf(text),
        industry: text.industry ?? '',
        employees: number.employees,
      })),
  person: (reader, ids) =>
    ids
      .flatMap((id) => loadPerson(reader, id) ?? [])
      .map(({ externalId, text, company }) => {
        const { id, name } = maskedPerson(externalId, text)
        return {
          id,
          name,
          place: placeOf(text),
          title: text.title ?? '',
          company: company?.text.name ?? '',
        }
      }),
} as const satisfies Record<
  Entity,
  (reader: Reader, ids: readonly number[], options: SampleOptions) => readonly Sample[]
>

/** What is shown, and no more: whole customers have years of orders and events, and every preview shows five. */
const customersShown = (memberIds: readonly number[], asOf: Instant) =>
  query
    .selectFrom('customers as c')
    .leftJoin('orders as o', (join) =>
      join.onRef('o.customer_id', '=', 'c.id').on('o.counted', '=', 1).on('o.ordered_at', '<=', asOf),
    )
    .where('c.id', 'in', memberIds)
    .groupBy('c.id')
    .orderBy('c.id')
    .select([
      'c.id',
      'c.email',
      'c.first_name',
      'c.last_name',
      'c.city',
      'c.country',
      shownIdOfCustomer.as('shown'),
    ])
    .select(({ fn }) => [
      fn.count<number>('o.id').as('orders'),
      fn.sum<number | null>('o.total').as('spent'),
      fn.max('o.ordered_at').as('last'),
    ])

const placeOf = ({ city, country }: { city: string | null; country: string | null }): string =>
  [city, country].filter((part) => part !== null).join(', ')
