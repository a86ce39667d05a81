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
): readonly Sample[] => memberIds.flatMap((id) => READ[options.entity](reader, id, options) ?? [])

const READ = {
  customer(reader, id, { asOf, currency }) {
    const customer = reader.get(customerShown(id, asOf))
    if (customer === undefined) return undefined
    return {
      ...maskedPerson(customer.shown ?? String(id), customer),
      place: placeOf(customer),
      orders: customer.orders,
      spent: fromMinor(customer.spent ?? 0, currency),
      lastOrder: customer.last === null ? null : toIso(customer.last),
    }
  },
  company(reader, id) {
    const company = loadCompany(reader, id)
    if (company === undefined) return undefined
    const { externalId, text, number } = company
    return {
      id: externalId,
      name: text.name ?? text.domain ?? '',
      place: placeOf(text),
      industry: text.industry ?? '',
      employees: number.employees,
    }
  },
  person(reader, id) {
    const person = loadPerson(reader, id)
    if (person === undefined) return undefined
    const { id: externalId, name } = maskedPerson(person.externalId, person.text)
    return {
      id: externalId,
      name,
      place: placeOf(person.text),
      title: person.text.title ?? '',
      company: person.company?.text.name ?? '',
    }
  },
} as const satisfies Record<
  Entity,
  (reader: Reader, id: number, options: SampleOptions) => Sample | undefined
>

/** What is shown, and no more: whole customers have years of orders and events, and every preview shows five. */
const customerShown = (id: number, asOf: Instant) =>
  query
    .selectFrom('customers as c')
    .leftJoin('orders as o', (join) =>
      join.onRef('o.customer_id', '=', 'c.id').on('o.counted', '=', 1).on('o.ordered_at', '<=', asOf),
    )
    .where('c.id', '=', id)
    .groupBy('c.id')
    .select(['c.email', 'c.first_name', 'c.last_name', 'c.city', 'c.country', shownIdOfCustomer.as('shown')])
    .select(({ fn }) => [
      fn.count<number>('o.id').as('orders'),
      fn.sum<number | null>('o.total').as('spent'),
      fn.max('o.ordered_at').as('last'),
    ])

const placeOf = ({ city, country }: { city: string | null; country: string | null }): string =>
  [city, country].filter((part) => part !== null).join(', ')
