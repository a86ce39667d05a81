import type { Source } from '#db/schema.ts'
import type { Entity } from '../entities/entity.ts'
import type { SetSource } from './compile.ts'
import { passOver } from './facts-pass.ts'
import type { FactsTest } from './plan.ts'

const everyOne = (entity: Entity, table: string, source: Source): SetSource => ({
  kind: 'query',
  sources: [source],
  query: {
    sql: `SELECT id FROM ${table} WHERE id BETWEEN ? AND ?`,
    parameters: [{ range: 'low' }, { range: 'high' }],
    cut: { by: entity },
  },
})

/** A facts row is there of every customer, whatever it says. */
const ANYBODY: FactsTest = { sql: 'TRUE', parameters: [] }

/** How everybody there is of an entity is read. */
export const EVERYONE = {
  customer: { kind: 'query', sources: ['customers'], query: passOver(ANYBODY), test: ANYBODY },
  company: everyOne('company', 'companies', 'companies'),
  person: everyOne('person', 'people', 'people'),
} as const satisfies Record<Entity, SetSource>
