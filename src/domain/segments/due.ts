import { query, type Reader } from '#db/run.ts'
import type { Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import { joinWords } from '#kernel/text.ts'
import { namesIn } from '../criteria/context.ts'
import { criteriaIn, sourcesOf } from '../criteria/expand.ts'
import { movesWithTime } from '../indicators/policy.ts'
import type { DataVersions } from '../members/members.ts'
import { PURCHASE_SOURCES } from '../purchases/queries.ts'
import { type StoredFigures, storedFigures } from './figures.ts'
import type { Segment } from './schema.ts'

const DAY = 86_400
/** The tables that a segment's members and measures are read from. */
function sourcesBehind(reader: Reader, { criteria }: Segment): readonly Source[] {
  const own: readonly Source[] =
    criteria === null ? ['lists'] : sourcesOf(criteria, criteriaIn(namesIn(reader)))
  // Each refresh tells more about who was in a segment when. Whoever asks for that is counted once a day.
  // What people bought is read whoever they are.
  return [...new Set([...PURCHASE_SOURCES, ...own])].filter((source) => source !== 'memberships')
}

/** The version counters that matter to a segment: an equal state needs no new count. */
export const stateFor = (
  reader: Reader,
  segment: Segment,
  versions: DataVersions,
): StoredFigures['readFrom'] =>
  Object.fromEntries(sourcesBehind(reader, segment).map((source) => [source, versions[source]]))

/** A segment that should be counted anew, and why. */
export interface Due {
  readonly segment: Segment
  /** `new orders`, `time passed`, `first count` … */
  readonly cause: string
}

/** The segments whose data or definition changed since they were last measured, or that a day has made older. */
export function dueSegments(
  reader: Reader,
  segments: readonly Segment[],
  { versions, now }: { readonly versions: DataVersions; readonly now: Instant },
): readonly Due[] {
  const stored = storedFigures(reader)
  return segments.flatMap((segment) => {
    const cause = whyDue(reader, segment, stored.get(segment.id), versions, now)
    return cause === undefined ? [] : [{ segment, cause }]
  })
}

function whyDue(
  reader: Reader,
  segment: Segment,
  figures: StoredFigures | undefined,
  versions: DataVersions,
  now: Instant,
): string | undefined {
  if (segment.members === null) return 'first count'
  if (
    figures === undefined ||
    figures.version !== segment.version ||
    isCountedLater(reader, segment, figures)
  )
    return 'figures'
  const state = stateFor(reader, segment, versions)
  const raised = Object.entries(state).filter(([source, version]) => read(figures, source) !== version)
  if (raised.length > 0) return `new ${joinWords(raised.map(([source]) => source).toSorted(), 'and')}`
  const moves = segment.criteria !== null && movesWithTime({ kind: 'status', criteria: segment.criteria })
  return moves && now - figures.asOf >= DAY ? 'time passed' : undefined
}

const read = ({ readFrom }: StoredFigures, source: string): number | undefined =>
  Object.entries(readFrom).find(([name]) => name === source)?.[1]

/** A change that was confirmed counts members by itself, and measures nothing. */
const isCountedLater = (reader: Reader, { id }: Segment, { asOf }: StoredFigures): boolean =>
  reader.get(
    query
      .selectFrom('refreshes')
      .select('id')
      .where('segment_id', '=', id)
      .where('as_of', '>', asOf)
      .limit(1),
  ) !== undefined
