import type { Reader } from '#db/run.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import { type Currency, fromMinor } from '#kernel/money.ts'
import { loadCompany, loadPerson } from '../accounts/load.ts'
import { loadCustomer } from '../customers/load.ts'
import type { Entity } from '../entities/entity.ts'
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
    const customer = loadCustomer(reader, id)
    if (customer === undefined) return undefined
    const orders = customer.orders.filter(({ at }) => at <= asOf)
    const last = orders.reduce((latest, { at }) => Math.max(latest, at), 0)
    const spent = orders.reduce((sum, { total }) => sum + total, 0)
    return {
      ...maskedPerson(customer.externalId, customer.text),
      place: placeOf(customer.text),
      orders: orders.length,
      spent: fromMinor(spent, currency),
      lastOrder: orders.length === 0 ? null : toIso(last),
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

const placeOf = ({ city, country }: { city: string | null; country: string | null }): string =>
  [city, country].filter((part) => part !== null).join(', ')
