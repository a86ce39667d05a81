import { query, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { raiseVersions } from '../imports/apply/raise-versions.ts'
import type { Operation } from '../writer/operation.ts'

/** Who came into a segment and who went, by what just happened to them. */
export interface SegmentMove {
  readonly segmentId: string
  /** The segment that they were held against. */
  readonly version: number
  readonly entered: readonly number[]
  readonly left: readonly number[]
  /** `new data`, `order` … */
  readonly cause: string
}

/**
 * Lets single customers into segments and out, without counting everybody: what that costs depends on who moved alone.
 * A segment that was changed or counted as of a later time meanwhile is left to the next count of all. What members
 * are worth is measured then.
 */
export const moveSegmentMembers: Operation<
  { readonly moves: readonly SegmentMove[]; readonly asOf: Instant },
  null
> = ({ writer }, { moves, asOf }) => {
  writer.transaction(() => {
    for (const one of moves) move(writer, one, asOf)
    raiseVersions(writer, new Set(['memberships']))
  })
  return null
}

function move(
  writer: Writer,
  { segmentId, version, entered, left, cause }: SegmentMove,
  asOf: Instant,
): void {
  const { driver } = writer
  const segment = writer.get(
    query.selectFrom('segments').select(['version', 'deleted_at', 'kind']).where('id', '=', segmentId),
  )
  if (segment?.version !== version || segment.deleted_at !== null || segment.kind === 'list') return
  const last = writer.get(
    query
      .selectFrom('refreshes')
      .selectAll()
      .where('segment_id', '=', segmentId)
      .orderBy('id', 'desc')
      .limit(1),
  )
  if (last === undefined || last.as_of > asOf) return
  const came = driver
    .prepare<[Readonly<Record<string, string | number>>]>(
      // Whoever left and comes back within the same minute never left.
      `INSERT INTO memberships(segment_id, customer_id, version, entered_at, left_at, cause)
       SELECT @segmentId, value, @version, @asOf, NULL, @cause FROM json_each(@entered) j WHERE NOT EXISTS (
         SELECT 1 FROM memberships m WHERE m.segment_id = @segmentId AND m.customer_id = j.value AND m.left_at IS NULL)
       ON CONFLICT DO UPDATE SET left_at = NULL`,
    )
    .run({ segmentId, version, asOf, cause, entered: JSON.stringify(entered) }).changes
  const went = driver
    .prepare<[number, string, string]>(
      `UPDATE memberships SET left_at = ?
       WHERE segment_id = ? AND left_at IS NULL AND customer_id IN (SELECT value FROM json_each(?))`,
    )
    .run(asOf, segmentId, JSON.stringify(left)).changes
  if (came + went === 0) return
  const members = last.members + came - went
  if (last.as_of === asOf && last.version === version && last.cause === cause) {
    // Of a stream one line a minute says as much.
    const sums = { members, entered: last.entered + came, left: last.left + went }
    writer.run(query.updateTable('refreshes').set(sums).where('id', '=', last.id))
  } else {
    writer.run(
      query
        .insertInto('refreshes')
        .values({ segment_id: segmentId, version, as_of: asOf, members, entered: came, left: went, cause }),
    )
  }
}
