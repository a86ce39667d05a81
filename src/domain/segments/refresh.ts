import { query, type Reader } from '#db/run.ts'
import { type Clock, type Instant, toMinute } from '#kernel/clock.ts'
import { ConflictError } from '#kernel/errors.ts'
import type { Criteria } from '../criteria/schema.ts'
import { type Bitset, count } from '../members/bitset.ts'
import type { BoughtStep, Members } from '../members/members.ts'
import { readVersions } from '../members/read-versions.ts'
import type { Bought } from '../purchases/bought.ts'
import type { Operation } from '../writer/operation.ts'
import type { WriterPort } from '../writer/port.ts'
import { dueSegments, stateFor } from './due.ts'
import { type RefreshStep, type StoredFigures, storeFigures } from './figures.ts'
import { type MembershipDiff, storeMembers } from './memberships.ts'
import type { Segments } from './read.ts'
import type { Segment } from './schema.ts'

/** How far a refresh is. */
export interface RefreshProgress {
  readonly step: RefreshStep
  /** Of this step, 0 to 1. */
  readonly done: number
}

export interface RefreshOptions {
  /** Why now: `import`, `start`, `command`. */
  readonly cause: string
  readonly signal?: AbortSignal
  /** Segments that are stored, of how many. */
  onProgress?(done: number, total: number): void
  /** How far the reading is, which is of all of them at once. */
  onStep?(progress: RefreshProgress): void
}

export interface RefreshedSegment extends MembershipDiff {
  readonly segmentId: string
  readonly name: string
  /** The rules that it is held to and breaks now, with masked names. */
  readonly broken: readonly string[]
}

/**
 * Recounts segments, measures what their members are worth, and keeps who came and who went. Follows confirmed
 * criteria, so needs no confirmation.
 */
export interface Refresh {
  one(segmentId: string, options: RefreshOptions): Promise<RefreshedSegment>
  /** All but lists, whose members come from elsewhere; all read at the same data versions. */
  all(options: RefreshOptions): Promise<readonly RefreshedSegment[]>
  /** Those, and lists, whose data changed since the last time, or that a day has made older. */
  due(options: { readonly signal?: AbortSignal }): Promise<readonly RefreshedSegment[]>
}

/** Milliseconds a refresh may read: nobody waits for it before a page. */
const LIMIT = 600_000

/** What is read in which step: the first order columns and their sums are all that metrics are made of. */
const STEPS: Readonly<Record<BoughtStep, RefreshStep>> = {
  members: 'customers',
  orders: 'metrics',
  lines: 'products',
}

export function createRefresh(deps: {
  readonly reader: Reader
  readonly segments: Segments
  readonly members: Members
  readonly writer: WriterPort
  readonly clock: Clock
}): Refresh {
  const { reader, segments, members, writer, clock } = deps

  const run = async (
    wanted: readonly { readonly segment: Segment; readonly cause: string }[],
    { signal, onProgress, onStep }: Omit<RefreshOptions, 'cause'>,
  ) => {
    if (wanted.length === 0) return []
    const asOf = toMinute(clock.now())
    const measured = await members.boughtByEach(
      wanted.map(({ segment }) => criteriaOf(segment)),
      {
        asOf,
        limit: LIMIT,
        ...(signal && { signal }),
        onStep: (step, done) => onStep?.({ step: STEPS[step], done }),
      },
    )
    const refreshed: RefreshedSegment[] = []
    for (const [at, { segment, cause }] of wanted.entries()) {
      const found = measured[at]
      if (found === undefined) throw new Error('What was bought is known for each of the criteria')
      signal?.throwIfAborted()
      const diff = await writer.call('storeRefresh', {
        segmentId: segment.id,
        version: segment.version,
        asOf,
        members: found.set.bits,
        cause,
        bought: found.bought,
        readFrom: stateFor(reader, segment, found.set.versions),
      })
      // Read again: what is broken was just stored.
      const { broken } = segments.find(segment.id) ?? { broken: [] }
      refreshed.push({ segmentId: segment.id, name: segment.name, ...diff, broken })
      onProgress?.(at + 1, wanted.length)
    }
    return refreshed
  }

  return {
    async one(segmentId, { cause, ...options }) {
      const segment = segments.get(segmentId)
      if (segment.criteria === null) {
        throw new ConflictError('The members of a list come from elsewhere', {
          next: 'Import the list again to change who is in it.',
        })
      }
      const [done] = await run([{ segment, cause }], options)
      if (done === undefined) throw new Error('One segment is refreshed')
      return done
    },
    all: ({ cause, ...options }) =>
      run(
        segments.list().flatMap((segment) => (segment.criteria === null ? [] : [{ segment, cause }])),
        options,
      ),
    due: (options) =>
      run(
        dueSegments(reader, segments.list(), { versions: readVersions(reader), now: clock.now() }),
        options,
      ),
  }
}

const criteriaOf = ({ id, criteria }: Segment): Criteria => criteria ?? { type: 'segment', segment: id }

/** Stores a recount, if the segment still is what was counted. Who is in a list is stored where it was imported. */
export const storeRefresh: Operation<
  {
    readonly segmentId: string
    readonly version: number
    readonly asOf: Instant
    readonly members: Bitset
    readonly cause: string
    readonly bought: Bought
    readonly readFrom: StoredFigures['readFrom']
  },
  MembershipDiff
> = ({ writer }, { segmentId, version, asOf, members, cause, bought, readFrom }) =>
  writer.transaction(() => {
    const now = writer.get(
      query.selectFrom('segments').select(['version', 'deleted_at', 'kind']).where('id', '=', segmentId),
    )
    if (now?.version !== version || now.deleted_at !== null) {
      throw new ConflictError('The segment was changed while it was being counted', {
        next: 'Refresh it again.',
      })
    }
    const diff =
      now.kind === 'list'
        ? { members: count(members), entered: 0, left: 0 }
        : storeMembers(writer, { segmentId, version, asOf, members, cause })
    storeFigures(writer, segmentId, { version, asOf, members: diff.members, ...bought, readFrom })
    return diff
  })
