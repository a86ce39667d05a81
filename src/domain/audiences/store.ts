import { query, type Reader, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { foldText } from '#kernel/text.ts'
import { refuseTakenName } from '../references/taken-name.ts'
import type { Authorship } from '../segments/store.ts'
import type { AudienceDefinition } from './definition.ts'

interface AudienceContent {
  readonly name: string
  readonly description: string
  readonly definition: AudienceDefinition
}

/** How many members a definition had when it was confirmed. */
interface Held {
  readonly members: number
  readonly asOf: Instant
}

/** Inserts an audience at version 1; the caller holds the transaction. */
export function insertAudience(
  writer: Writer,
  { id, name, description, definition }: AudienceContent & { readonly id: string },
  held: Held,
  by: Authorship,
): void {
  refuseTakenName(writer, 'audience', name, null)
  writer.run(
    query.insertInto('audiences').values({
      id,
      name,
      name_key: foldText(name),
      description,
      definition: canonicalJson(definition),
      version: 1,
      members: held.members,
      counted_at: held.asOf,
      created_at: by.at,
      updated_at: by.at,
      deleted_at: null,
    }),
  )
  recordVersion(writer, id, by)
}

/** Writes the next version of an audience; what is not given stays. Answers the version's number. */
export function reviseAudience(
  writer: Writer,
  id: string,
  next: Partial<AudienceContent> & { readonly held?: Held; readonly deleted?: boolean },
  by: Authorship,
): number {
  const { name, description, definition, held, deleted = false } = next
  if (name !== undefined) refuseTakenName(writer, 'audience', name, id)
  writer.run(
    query
      .updateTable('audiences')
      .set({
        ...(name === undefined ? {} : { name, name_key: foldText(name) }),
        ...(description === undefined ? {} : { description }),
        ...(definition === undefined ? {} : { definition: canonicalJson(definition) }),
        ...(held === undefined ? {} : { members: held.members, counted_at: held.asOf }),
        updated_at: by.at,
        deleted_at: deleted ? by.at : null,
      })
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', id),
  )
  return recordVersion(writer, id, by)
}

/** The version an audience is at, deleted or not; null for an id that never was. */
export const versionOfAudience = (reader: Reader, id: string): number | null =>
  reader.get(query.selectFrom('audiences').select('version').where('id', '=', id))?.version ?? null

function recordVersion(writer: Writer, id: string, { at, actor, proposalId }: Authorship): number {
  const now = writer.get(query.selectFrom('audiences').selectAll().where('id', '=', id))
  if (now === undefined) {
    throw new NotFoundError(`There is no audience ${id}`, {
      next: 'List the audiences to see which there are.',
    })
  }
  const { name, description, definition, version } = now
  writer.run(
    query.insertInto('audience_versions').values({
      audience_id: id,
      version,
      name,
      description,
      definition,
      deleted: now.deleted_at === null ? 0 : 1,
      actor: JSON.stringify(actor),
      at,
      proposal_id: proposalId,
    }),
  )
  return version
}
