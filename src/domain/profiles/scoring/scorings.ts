import { z } from 'zod'
import { query, type Reader, type Writer } from '#db/run.ts'
import { SOURCES, type Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Entity } from '../../entities/entity.ts'
import type { ProfileAt } from './live.ts'

/** What the stored scores of an entity were made of. */
export interface StoredScoring {
  readonly asOf: Instant
  /** The version counters of the data that was read. */
  readonly readFrom: Readonly<Partial<Record<Source, number>>>
  readonly profiles: readonly ProfileAt[]
}

const readFromSchema = z.partialRecord(z.enum(SOURCES), z.int())
const profilesSchema = z.array(z.object({ number: z.int(), version: z.int() }))

/** Undefined for an entity that was never scored. */
export function storedScoring(reader: Reader, entity: Entity): StoredScoring | undefined {
  const row = reader.get(query.selectFrom('scorings').selectAll().where('entity', '=', entity))
  return (
    row && {
      asOf: row.as_of,
      readFrom: readFromSchema.parse(JSON.parse(row.read_from)),
      profiles: profilesSchema.parse(JSON.parse(row.profiles)),
    }
  )
}

/** The caller holds the transaction. */
export function storeScoring(writer: Writer, entity: Entity, scoring: StoredScoring): void {
  const row = {
    as_of: scoring.asOf,
    read_from: JSON.stringify(scoring.readFrom),
    profiles: JSON.stringify(scoring.profiles),
  }
  writer.run(
    query
      .insertInto('scorings')
      .values({ entity, ...row })
      .onConflict((on) => on.column('entity').doUpdateSet(row)),
  )
}
