import type { Writer } from '#db/run.ts'
import { add, type Bitset, bitsetFor } from '../members/bitset.ts'

/** Whom a finished export held. */
export function exportedBy(driver: Writer['driver'], number: number): Bitset {
  const held = driver
    .prepare<[number], number>('SELECT customer_id FROM export_members WHERE export = ? ORDER BY customer_id')
    .pluck()
    .all(number)
  const set = bitsetFor(held.at(-1) ?? 0)
  for (const id of held) add(set, id)
  return set
}
