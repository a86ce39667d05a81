import { query, type Reader } from '#db/run.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import { InputError, NotFoundError } from '#kernel/errors.ts'
import { boundsOf } from '../time/bounds.ts'
import { calendarDate } from '../time/window.ts'
import type { SegmentCount } from './shown-table.ts'

/** So many counts are drawn; those before them can be asked for by date. */
const SHOWN = 400

/** The counts of a segment that are kept, oldest first, without those in which nobody came or went. */
export function countsOf(reader: Reader, segmentId: string): readonly SegmentCount[] {
  const rows = reader.all(
    query
      .selectFrom('refreshes')
      .select(['as_of', 'members', 'entered', 'left', 'cause', 'version'])
      .where('segment_id', '=', segmentId)
      .orderBy('id', 'desc')
      .limit(SHOWN),
  )
  return rows
    .toReversed()
    .filter(({ entered, left }, at) => entered + left > 0 || at === 0 || at === rows.length - 1)
    .map(({ as_of, ...row }) => ({ at: toIso(as_of), ...row }))
}

/**
 * The last count until the end of a day of the workspace. Throws InputError for what is no past day, NotFoundError
 * where nothing was counted yet.
 */
export function countOn(
  reader: Reader,
  segmentId: string,
  date: string,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): SegmentCount {
  const day = calendarDate.safeParse(date)
  if (!day.success) {
    throw new InputError(`“${date}” is not a day`, { next: 'Write it as 2025-03-31.', path: ['date'] })
  }
  const { from = now, to } = boundsOf({ kind: 'dates', from: day.data, to: day.data }, now, zone)
  if (from > now) {
    throw new InputError(`${date} has not come yet in the time zone ${zone}`, {
      next: 'Choose a day that has begun.',
      path: ['date'],
    })
  }
  const counts = query.selectFrom('refreshes').where('segment_id', '=', segmentId)
  const found = reader.get(
    counts
      .select(['as_of', 'members', 'entered', 'left', 'cause', 'version'])
      .where('as_of', '<=', to)
      .orderBy('id', 'desc')
      .limit(1),
  )
  if (found !== undefined) {
    const { as_of, ...row } = found
    return { at: toIso(as_of), ...row }
  }
  const first = reader.get(counts.select('as_of').orderBy('id').limit(1))
  throw new NotFoundError(`It was not counted on ${date} or before`, {
    next:
      first === undefined
        ? 'Update it first: from then on its history is kept.'
        : `Its history begins on ${toIso(first.as_of).slice(0, 10)}.`,
  })
}
