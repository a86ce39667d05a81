import { query, type Reader } from '#db/run.ts'
import type { Counted, Pins } from './pins.ts'

/** What the last count of a segment found, as far as its rules ask. */
export function lastCounted(reader: Reader, segmentId: string, pins: Pins, members: number): Counted {
  const present = new Set(
    reader
      .all(
        query
          .selectFrom('memberships')
          .select('customer_id')
          .where('segment_id', '=', segmentId)
          .where('left_at', 'is', null)
          .where('customer_id', 'in', [...pins.in, ...pins.out]),
      )
      .map((row) => row.customer_id),
  )
  return { has: (id) => present.has(id), members, total: () => customersIn(reader) }
}

const customersIn = (reader: Reader): number =>
  reader.get(query.selectFrom('customers').select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0
