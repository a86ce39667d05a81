import { query, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { ConflictError } from '#kernel/errors.ts'
import { raiseVersions } from '../imports/apply/raise-versions.ts'
import { add, andNot, type Bitset, bitsetFor, count, ids } from '../members/bitset.ts'

export interface MembershipUpdate {
  readonly segmentId: string
  readonly version: number
  readonly asOf: Instant
  readonly members: Bitset
  /** Why people came or went: `created`, `updated`, `refreshed` … */
  readonly cause: string
}

export interface MembershipDiff {
  readonly members: number
  readonly entered: number
  readonly left: number
}

/** Ids in one statement: large enough to be fast, small enough to be parsed at once. */
const BLOCK = 5000

/**
 * Makes the members current as of an instant: opens an interval for whoever came, closes it for whoever went,
 * and records the refresh. The caller holds the transaction.
 */
export function storeMembers(writer: Writer, update: MembershipUpdate): MembershipDiff {
  const { segmentId, version, asOf, members, cause } = update
  refuseGoingBack(writer, segmentId, asOf)
  const before = currentMembers(writer, segmentId)
  const entering = andNot(members, before)
  const leaving = andNot(before, members)
  // Whoever left and comes back within the same minute never left.
  const enter = writer.driver.prepare(`
    INSERT INTO memberships(segment_id, customer_id, version, entered_at, left_at, cause)
    SELECT ?, value, ?, ?, NULL, ? FROM json_each(?) WHERE true
    ON CONFLICT DO UPDATE SET left_at = NULL`)
  for (const block of blocks(entering)) enter.run(segmentId, version, asOf, cause, block)
  const leave = writer.driver.prepare(`
    UPDATE memberships SET left_at = ?
    WHERE segment_id = ? AND left_at IS NULL AND customer_id IN (SELECT value FROM json_each(?))`)
  for (const block of blocks(leaving)) leave.run(asOf, segmentId, block)

  const diff = { members: count(members), entered: count(entering), left: count(leaving) }
  writer.run(
    query.insertInto('refreshes').values({ segment_id: segmentId, version, as_of: asOf, ...diff, cause }),
  )
  // Each count tells more about who was in, also where nobody came or went.
  raiseVersions(writer, new Set(['memberships']))
  return diff
}

/** Who is in the segment according to its last refresh. */
export function currentMembers(writer: Writer, segmentId: string): Bitset {
  const present = writer.driver
    .prepare<[string], number>(
      'SELECT customer_id FROM memberships WHERE segment_id = ? AND left_at IS NULL ORDER BY customer_id',
    )
    .pluck()
    .all(segmentId)
  const set = bitsetFor(present.at(-1) ?? 0)
  for (const id of present) add(set, id)
  return set
}

function refuseGoingBack(writer: Writer, segmentId: string, asOf: Instant): void {
  const later = writer.get(
    query
      .selectFrom('refreshes')
      .select('as_of')
      .where('segment_id', '=', segmentId)
      .where('as_of', '>', asOf)
      .limit(1),
  )
  if (later === undefined) return
  throw new ConflictError('The members of this segment are known as of a later time already', {
    next: 'Check the setting MUSTER_NOW: time can’t run backwards for a segment.',
  })
}

function* blocks(set: Bitset): Generator<string> {
  let block: number[] = []
  for (const id of ids(set)) {
    block.push(id)
    if (block.length === BLOCK) {
      yield JSON.stringify(block)
      block = []
    }
  }
  if (block.length > 0) yield JSON.stringify(block)
}
