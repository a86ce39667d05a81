import { query, type Reader } from '#db/run.ts'
import { z } from 'zod'
import { SOURCES } from '#db/schema.ts'
import { toIso } from '#kernel/clock.ts'
import type { Entity } from '../../entities/entity.ts'
import { readVersions } from '../../members/read-versions.ts'

const readFromSchema = z.partialRecord(z.enum(SOURCES), z.int())

/** When an entity was scored, and whether data changed since. */
export function freshnessOf(
  reader: Reader,
  entity: Entity,
): { readonly asOf: string | null; readonly behind: boolean } {
  const scoring = reader.get(
    query.selectFrom('scorings').select(['as_of', 'read_from']).where('entity', '=', entity),
  )
  if (scoring === undefined) return { asOf: null, behind: true }
  const now = readVersions(reader)
  const before = readFromSchema.parse(JSON.parse(scoring.read_from))
  return {
    asOf: toIso(scoring.as_of),
    behind: SOURCES.some((source) => before[source] !== undefined && before[source] !== now[source]),
  }
}
