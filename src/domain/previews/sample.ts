import type { Reader } from '#db/run.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import { type Currency, fromMinor } from '#kernel/money.ts'
import { loadCustomer } from '../customers/load.ts'
import { maskedCustomer } from '../customers/masked.ts'
import { type Bitset, count, ids } from '../members/bitset.ts'
import type { Sample } from './schema.ts'

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

/** What people may see of customers before anything is confirmed: enough to recognise the kind of person. */
export const readSample = (
  reader: Reader,
  customerIds: readonly number[],
  { asOf, currency }: { readonly asOf: Instant; readonly currency: Currency },
): readonly Sample[] =>
  customerIds.flatMap((id) => {
    const customer = loadCustomer(reader, id)
    if (customer === undefined) return []
    const { city, country } = customer.text
    const orders = customer.orders.filter(({ at }) => at <= asOf)
    const last = orders.reduce((latest, { at }) => Math.max(latest, at), 0)
    const spent = orders.reduce((sum, { total }) => sum + total, 0)
    return [
      {
        ...maskedCustomer(customer),
        place: [city, country].filter((part) => part !== null).join(', '),
        orders: orders.length,
        spent: fromMinor(spent, currency),
        lastOrder: orders.length === 0 ? null : toIso(last),
      },
    ]
  })
