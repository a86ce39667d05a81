import type { Source } from '#db/schema.ts'
import type { Entity } from '../entities/entity.ts'
import type { SetSource } from './compile.ts'

const everyOne = (entity: Entity, table: string, source: Source): SetSource => ({
  kind: 'query',
  sources: [source],
  query: {
    sql: `SELECT id FROM ${table} WHERE id BETWEEN ? AND ?`,
    parameters: [{ range: 'low' }, { range: 'high' }],
    cut: { by: entity },
  },
})

/** How everybody there is of an entity is read. */
export const EVERYONE = {
  customer: everyOne('customer', 'facts', 'customers'),
  company: everyOne('company', 'companies', 'companies'),
  person: everyOne('person', 'people', 'people'),
} as const satisfies Record<Entity, SetSource>
