import { query, type Reader } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'

export interface LastCount {
  readonly members: number
  readonly asOf: Instant
}

/** How many were in each segment at its last refresh, and in each list now; of one segment or of all. */
export function lastCounts(reader: Reader, id?: string): ReadonlyMap<string, LastCount> {
  const newest = query
    .selectFrom('refreshes')
    .select((eb) => eb.fn.max('id').as('id'))
    .groupBy('segment_id')
    .$if(id !== undefined, (q) => q.where('segment_id', '=', id ?? ''))
  const refreshed = reader.all(
    query.selectFrom('refreshes').select(['segment_id', 'members', 'as_of']).where('id', 'in', newest),
  )
  const lists = reader.all(
    query
      .selectFrom('list_members')
      .innerJoin('segments', 'segments.id', 'list_members.segment_id')
      .select((eb) => ['segment_id', 'updated_at as as_of', eb.fn.countAll<number>().as('members')])
      .$if(id !== undefined, (q) => q.where('segment_id', '=', id ?? ''))
      .groupBy('segment_id'),
  )
  return new Map(
    [...refreshed, ...lists].map(({ segment_id, members, as_of }) => [segment_id, { members, asOf: as_of }]),
  )
}
