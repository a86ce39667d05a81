import { z } from 'zod'
import { query, type Reader, type Writer } from '#db/run.ts'
import { SOURCES, type Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import { add, andNot, type Bitset, bitsetFor, count, ids, remove } from '../members/bitset.ts'
import { decodeMembers, encodeMembers } from '../members/encode.ts'
import { boundMoves, forgetMoves, MOST_MOVES } from '../moves/bounds.ts'
import type { Operation } from '../writer/operation.ts'

/** Who was in an audience when it was last counted. */
export interface AudienceMembers {
  /** The version of the audience that was counted. */
  readonly version: number
  readonly asOf: Instant
  readonly members: Bitset
  /** The version counters of the data that was read. */
  readonly readFrom: Readonly<Partial<Record<Source, number>>>
}

/** What a count found. */
export interface AudienceDiff {
  readonly audienceId: string
  readonly members: number
  readonly entered: number
  readonly left: number
}

const readFromSchema = z.partialRecord(z.enum(SOURCES), z.int())

/** Undefined for an audience that was never counted. */
export function readAudienceMembers(reader: Reader, audienceId: string): AudienceMembers | undefined {
  const row = reader.get(
    query.selectFrom('audience_members').selectAll().where('audience_id', '=', audienceId),
  )
  return (
    row && {
      version: row.version,
      asOf: row.as_of,
      members: decodeMembers(row.members),
      readFrom: readFromSchema.parse(JSON.parse(row.read_from)),
    }
  )
}

/** When an audience was counted last, at which version and of which data; who was in it is left unread. */
export function readAudienceCount(
  reader: Reader,
  audienceId: string,
): Omit<AudienceMembers, 'members'> | undefined {
  const row = reader.get(
    query
      .selectFrom('audience_members')
      .select(['version', 'as_of', 'read_from'])
      .where('audience_id', '=', audienceId),
  )
  return (
    row && {
      version: row.version,
      asOf: row.as_of,
      readFrom: readFromSchema.parse(JSON.parse(row.read_from)),
    }
  )
}

interface Counted extends Omit<AudienceMembers, 'members'> {
  readonly audienceId: string
  readonly cause: string
}

/** Makes the members of an audience those of a count. Null, and nothing is stored, where it was changed since. */
export const storeAudienceMembers: Operation<Counted & { readonly members: Bitset }, AudienceDiff | null> = (
  { writer },
  counted,
) =>
  writer.transaction(() =>
    isAt(writer, counted)
      ? storeMembers(writer, counted, readAudienceMembers(writer, counted.audienceId))
      : null,
  )

/** Lets single records in and out, as they were read from memory; the next count finds them as they are. */
export const moveAudienceMembers: Operation<
  Pick<Counted, 'audienceId' | 'version' | 'asOf' | 'cause'> & {
    readonly entered: readonly number[]
    readonly left: readonly number[]
  },
  AudienceDiff | null
> = ({ writer }, { entered, left, ...counted }) =>
  writer.transaction(() => {
    const before = readAudienceMembers(writer, counted.audienceId)
    if (!isAt(writer, counted) || before?.version !== counted.version) return null
    const members = bitsetFor(Math.max(32 * before.members.length - 1, ...entered))
    members.set(before.members)
    for (const id of entered) add(members, id)
    for (const id of left) remove(members, id)
    return storeMembers(writer, { ...counted, members, readFrom: before.readFrom }, before)
  })

const isAt = (writer: Writer, { audienceId, version }: Pick<Counted, 'audienceId' | 'version'>): boolean =>
  writer.get(
    query
      .selectFrom('audiences')
      .select('id')
      .where('id', '=', audienceId)
      .where('version', '=', version)
      .where('deleted_at', 'is', null),
  ) !== undefined

function storeMembers(
  writer: Writer,
  { audienceId, version, asOf, members, readFrom, cause }: Counted & { readonly members: Bitset },
  before: AudienceMembers | undefined,
): AudienceDiff {
  const row = {
    version,
    as_of: asOf,
    members: encodeMembers(members),
    read_from: JSON.stringify(readFrom),
  }
  writer.run(
    query
      .insertInto('audience_members')
      .values({ audience_id: audienceId, ...row })
      .onConflict((clash) => clash.doUpdateSet(row)),
  )
  const size = count(members)
  writer.run(
    query.updateTable('audiences').set({ members: size, counted_at: asOf }).where('id', '=', audienceId),
  )
  // Whoever is in an audience when it is first counted did not come into it.
  if (before === undefined) return { audienceId, members: size, entered: 0, left: 0 }
  const [entering, leaving] = [andNot(members, before.members), andNot(before.members, members)]
  const diff = { audienceId, members: size, entered: count(entering), left: count(leaving) }
  if (diff.entered + diff.left > 0) keepChange(writer, diff, { asOf, cause, entering, leaving })
  return diff
}

function keepChange(
  writer: Writer,
  { audienceId, members, entered, left }: AudienceDiff,
  {
    asOf,
    cause,
    entering,
    leaving,
  }: { readonly asOf: Instant; readonly cause: string; readonly entering: Bitset; readonly leaving: Bitset },
): void {
  const change = writer.driver
    .prepare(
      'INSERT INTO audience_changes(audience_id, at, cause, members, entered, left) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(audienceId, asOf, cause, members, entered, left).lastInsertRowid
  const put = writer.driver.prepare<[number | bigint, number, number]>(
    'INSERT INTO audience_moves(change_id, record_id, entered) VALUES (?, ?, ?)',
  )
  for (const [set, came] of [
    [entering, 1],
    [leaving, 0],
  ] as const) {
    let kept = 0
    for (const id of ids(set)) {
      if (kept++ >= MOST_MOVES) break
      put.run(change, id, came)
    }
  }
  forgetMoves(writer, asOf)
  boundMoves(writer, Number(change))
}
