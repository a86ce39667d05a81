import { sql } from 'kysely'
import type { Reader } from '#db/run.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import { entityOf } from '../../criteria/entity.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Entity } from '../../entities/entity.ts'
import { count } from '../../members/bitset.ts'
import type { ListOrder, Members } from '../../members/members.ts'
import { membersBehind } from '../../members/order.ts'
import { scoredRows } from './rows.ts'
import type { ScoredRow } from './shown.ts'

/** The best of whom criteria ask for, by the scores that are stored. */
export interface BestRecords {
  readonly entity: Entity
  readonly rows: readonly ScoredRow[]
  /** All whom the criteria ask for. */
  readonly total: number
  readonly asOf: string
}

/**
 * Members by score, the highest first: people by persona and then by ICP, all others by ICP and then by persona; ties by
 * id. Who has no score stands last.
 */
export async function bestOf(
  criteria: Criteria,
  { reader, members }: { readonly reader: Reader; readonly members: Members },
  { asOf, most, masked, signal }: BestOptions,
): Promise<BestRecords> {
  const entity = entityOf(criteria)
  const { set, order } = await members.ordered(criteria, byScore(entity), { asOf, ...(signal && { signal }) })
  const ids = membersBehind(set.bits, order, {
    direction: 'asc',
    from: { kind: 'start' },
    most,
  })
  const rows = scoredRows(reader, entity, ids, masked)
  return { entity, rows, total: count(set.bits), asOf: toIso(asOf) }
}

export interface BestOptions {
  readonly asOf: Instant
  readonly most: number
  readonly masked: boolean
  readonly signal?: AbortSignal
}

const byScore = (entity: Entity): ListOrder => ({
  query: ({ dialect }) => ({
    sources: ['scores'],
    query: {
      ...dialect.compile(
        entity === 'person'
          ? sql`SELECT record_id AS id FROM scores WHERE entity = ${entity} AND persona_score IS NOT NULL
              ORDER BY persona_score DESC, icp_score DESC, record_id`
          : sql`SELECT record_id AS id FROM scores WHERE entity = ${entity}
              ORDER BY icp_score DESC, persona_score DESC, record_id`,
      ),
      cut: { by: 'none' },
    },
  }),
})
