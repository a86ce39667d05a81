import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { toIso } from '#kernel/clock.ts'
import type { Trend } from './shown-table.ts'

/** Counts of a segment that a small drawing shows. */
const SHOWN = 12

/** How the sizes of some segments went in their last counts. */
export function lastTrends(reader: Reader, segmentIds: readonly string[]): ReadonlyMap<string, Trend> {
  const ranked = query
    .selectFrom('refreshes')
    .select(['segment_id', 'as_of', 'members', 'entered', 'left', 'cause', 'id'])
    .select(sql<number>`row_number() OVER (PARTITION BY segment_id ORDER BY id DESC)`.as('nth'))
    .where('segment_id', 'in', [...segmentIds])
  const rows = reader.all(
    query.selectFrom(ranked.as('ranked')).selectAll().where('nth', '<=', SHOWN).orderBy('id'),
  )
  return new Map(
    [...Map.groupBy(rows, (row) => row.segment_id)].flatMap(([id, own]) => {
      const last = own.at(-1)
      if (last === undefined) return []
      const { entered, left, cause } = last
      const sizes = own.map(({ as_of, members }) => ({ at: toIso(as_of), members }))
      return [[id, { sizes, entered, left, cause }] as const]
    }),
  )
}
