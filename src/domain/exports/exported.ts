import type { Writer } from '#db/run.ts'
import type { ExportRow } from '#db/schema.ts'
import type { Entity } from '../entities/entity.ts'
import { add, type Bitset, bitsetFor } from '../members/bitset.ts'

/** Where exports keep whom they held: customers by themselves, for criteria and for erasing. */
export const heldIn = (entity: Entity): { readonly table: string; readonly column: string } =>
  entity === 'customer'
    ? { table: 'export_members', column: 'customer_id' }
    : { table: 'export_accounts', column: 'record_id' }

/** Whom a finished export held. */
export function exportedBy(
  driver: Writer['driver'],
  { number, entity }: Pick<ExportRow, 'number' | 'entity'>,
): Bitset {
  const { table, column } = heldIn(entity)
  const held = driver
    .prepare<[number], number>(`SELECT ${column} FROM ${table} WHERE export = ? ORDER BY ${column}`)
    .pluck()
    .all(number)
  const set = bitsetFor(held.at(-1) ?? 0)
  for (const id of held) add(set, id)
  return set
}
