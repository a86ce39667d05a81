import { query } from '#db/run.ts'
import { type Clock, type Instant, toMinute } from '#kernel/clock.ts'
import { ConflictError } from '#kernel/errors.ts'
import type { Criteria } from '../criteria/schema.ts'
import { decodeMembers, encodeMembers } from '../members/encode.ts'
import type { Members } from '../members/members.ts'
import type { Operation } from '../writer/operation.ts'
import type { WriterPort } from '../writer/port.ts'
import { type MembershipDiff, storeMembers } from './memberships.ts'
import type { Segments } from './read.ts'
import type { Segment } from './schema.ts'

export interface RefreshOptions {
  /** Why now: `import`, `start`, `command`. */
  readonly cause: string
  readonly signal?: AbortSignal
  onProgress?(done: number, total: number): void
}

export interface RefreshedSegment extends MembershipDiff {
  readonly segmentId: string
  readonly name: string
  /** The rules that it is held to and breaks now, with masked names. */
  readonly broken: readonly string[]
}

/** Recounts segments and keeps who came and who went. Follows confirmed criteria, so needs no confirmation. */
export interface Refresh {
  one(segmentId: string, options: RefreshOptions): Promise<RefreshedSegment>
  /** All but lists, whose members come from elsewhere; all read at the same data versions. */
  all(options: RefreshOptions): Promise<readonly RefreshedSegment[]>
}

export function createRefresh(deps: {
  readonly segments: Segments
  readonly members: Members
  readonly writer: WriterPort
  readonly clock: Clock
}): Refresh {
  const run = async (segments: readonly Segment[], options: RefreshOptions) => {
    const { cause, signal, onProgress } = options
    const own = segments.flatMap((segment) => {
      const { criteria } = segment
      return criteria === null ? [] : [{ segment, criteria }]
    })
    const asOf = toMinute(deps.clock.now())
    const sets = await deps.members.ofEach(
      own.map(({ criteria }): Criteria => criteria),
      { asOf, ...(signal && { signal }) },
    )
    const refreshed: RefreshedSegment[] = []
    for (const [at, { segment }] of own.entries()) {
      const set = sets[at]
      if (set === undefined) throw new Error('One set for each of the criteria')
      const diff = await deps.writer.call('storeRefresh', {
        segmentId: segment.id,
        version: segment.version,
        asOf,
        members: encodeMembers(set.bits),
        cause,
      })
      // Read again: what is broken was just stored.
      const { broken } = deps.segments.find(segment.id) ?? { broken: [] }
      refreshed.push({ segmentId: segment.id, name: segment.name, ...diff, broken })
      onProgress?.(at + 1, own.length)
    }
    return refreshed
  }

  return {
    async one(segmentId, options) {
      const [done] = await run([deps.segments.get(segmentId)], options)
      if (done !== undefined) return done
      throw new ConflictError('The members of a list come from elsewhere', {
        next: 'Import the list again to change who is in it.',
      })
    },
    all: (options) => run(deps.segments.list(), options),
  }
}

/** Stores a recount, if the segment still is what was counted. */
export const storeRefresh: Operation<
  {
    readonly segmentId: string
    readonly version: number
    readonly asOf: Instant
    readonly members: Uint8Array
    readonly cause: string
  },
  MembershipDiff
> = ({ writer }, { segmentId, version, asOf, members, cause }) =>
  writer.transaction(() => {
    const now = writer.get(
      query.selectFrom('segments').select(['version', 'deleted_at']).where('id', '=', segmentId),
    )
    if (now?.version !== version || now.deleted_at !== null) {
      throw new ConflictError('The segment was changed while it was being counted', {
        next: 'Refresh it again.',
      })
    }
    return storeMembers(writer, { segmentId, version, asOf, members: decodeMembers(members), cause })
  })
