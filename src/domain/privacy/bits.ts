import { sql } from 'kysely'
import { query } from '#db/run.ts'
import type { Schema } from '#db/schema.ts'
import type { Entity } from '../entities/entity.ts'
import { has, remove } from '../members/bitset.ts'
import { decodeMembers, encodeMembers } from '../members/encode.ts'
import type { Leaving } from './leaving.ts'
import type { Place } from './place.ts'

interface Bits {
  readonly table: keyof Schema
  readonly what: string
  readonly key: string
  readonly columns: readonly string[]
  /** Selects the key and the entity of each row whose sets are of customers or people. */
  readonly entities: string
}

/** Remembered sets of members, which stay without them; how many there were stays as it was counted. */
export const bits = ({ table, what, key, columns, entities }: Bits): Place => ({
  table,
  columns,
  what,
  erase(writer, leaving) {
    let changed = 0
    const all = sql<{ key: unknown; entity: Entity }>`${sql.raw(entities)}`
    for (const { key: id, entity } of writer.all({ compile: () => all.compile(query) })) {
      const going = idsOf(leaving, entity)
      if (going.length === 0) continue
      for (const column of columns) {
        const select = sql<{
          set: Uint8Array | null
        }>`SELECT ${sql.ref(column)} AS "set" FROM ${sql.table(table)} WHERE ${sql.ref(key)} = ${id}`
        const stored = writer.get({ compile: () => select.compile(query) })?.set ?? null
        if (stored === null) continue
        const members = decodeMembers(stored)
        const held = going.filter((one) => has(members, one))
        if (held.length === 0) continue
        for (const one of held) remove(members, one)
        const update = sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${encodeMembers(members)} WHERE ${sql.ref(key)} = ${id}`
        writer.run({ compile: () => update.compile(query) })
        changed++
      }
    }
    return changed
  },
})

export function idsOf(leaving: Leaving, entity: Entity): readonly number[] {
  switch (entity) {
    case 'customer':
      return leaving.customers
    case 'person':
      return leaving.people
    case 'company':
      return []
  }
}
