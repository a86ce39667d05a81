import { query, type Reader, type Writer } from '#db/run.ts'
import type { SegmentKind } from '#db/schema.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import { refuseTakenName } from '../references/taken-name.ts'

/** Whose change a version is. */
export interface Authorship {
  readonly at: Instant
  readonly actor: Actor
  readonly proposalId: string | null
}

interface SegmentContent {
  readonly name: string
  readonly description: string
  /** Canonical JSON; null for lists. */
  readonly criteria: string | null
  /** Canonical JSON; null for none. */
  readonly pins?: string | null
}

/** Inserts a segment at version 1; the caller holds the transaction. */
export function insertSegment(
  writer: Writer,
  { id, kind, ...content }: SegmentContent & { readonly id: string; readonly kind: SegmentKind },
  by: Authorship,
): void {
  refuseTakenName(writer, 'segment', content.name, id)
  writer.run(
    query.insertInto('segments').values({
      id,
      pins: null,
      ...content,
      name_key: foldText(content.name),
      kind,
      version: 1,
      created_at: by.at,
      updated_at: by.at,
      deleted_at: null,
    }),
  )
  recordVersion(writer, id, by)
}

/** Writes the next version of a segment; what is not given stays. Answers the version's number. */
export function reviseSegment(
  writer: Writer,
  id: string,
  next: Partial<SegmentContent> & { readonly deleted?: boolean },
  by: Authorship,
): number {
  if (next.name !== undefined) refuseTakenName(writer, 'segment', next.name, id)
  const { deleted = false, ...content } = next
  writer.run(
    query
      .updateTable('segments')
      .set({
        ...content,
        ...(content.name === undefined ? {} : { name_key: foldText(content.name) }),
        updated_at: by.at,
        deleted_at: deleted ? by.at : null,
      })
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', id),
  )
  return recordVersion(writer, id, by)
}

/** The version a segment is at, deleted or not; null for an id that never was. */
export const versionOfSegment = (reader: Reader, id: string): number | null =>
  reader.get(query.selectFrom('segments').select('version').where('id', '=', id))?.version ?? null

function recordVersion(writer: Writer, id: string, { at, actor, proposalId }: Authorship): number {
  const now = writer.get(query.selectFrom('segments').selectAll().where('id', '=', id))
  if (now === undefined) {
    throw new NotFoundError(`There is no segment ${id}`, {
      next: 'List the segments to see which there are.',
    })
  }
  const { name, description, criteria, pins, version } = now
  writer.run(
    query.insertInto('segment_versions').values({
      segment_id: id,
      version,
      name,
      description,
      criteria,
      pins,
      deleted: now.deleted_at === null ? 0 : 1,
      actor: JSON.stringify(actor),
      at,
      proposal_id: proposalId,
    }),
  )
  // Sets that were read through this segment are kept by the counter of their source.
  writer.run(
    query
      .updateTable('versions')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('source', '=', 'segments'),
  )
  return version
}
