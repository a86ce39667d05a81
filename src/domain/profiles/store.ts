import { query, type Reader, type Writer } from '#db/run.ts'
import type { ProfileKind, ProfileStatus } from '#db/schema.ts'
import { ConflictError, NotFoundError } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { foldText } from '#kernel/text.ts'
import type { Entity } from '../entities/entity.ts'
import { raiseVersions } from '../imports/apply/raise-versions.ts'
import { refuseScores } from '../references/references.ts'
import type { Authorship } from '../segments/store.ts'
import type { ProfileParameters } from './parameter.ts'
import { MOST_PROFILES } from './schema.ts'
import { refuseTakenProfile } from './taken-name.ts'

interface ProfileContent {
  readonly code: string
  readonly name: string
  readonly goal: string
  readonly status: ProfileStatus
  readonly parameters: ProfileParameters
}

export interface NewProfile extends ProfileContent {
  readonly id: string
  readonly kind: ProfileKind
  /** Of a persona: the ICP that it is to live in. */
  readonly icpId: string | null
  readonly entity: Entity
}

/** Inserts a profile at version 1; the caller holds the transaction. */
export function insertProfile(writer: Writer, profile: NewProfile, by: Authorship): void {
  const { id, kind, icpId, entity, code, name, goal, status, parameters } = profile
  refuseTakenProfile(writer, { icpId, name, code, exceptId: null })
  refuseScores(writer, parameters)
  writer.run(
    query.insertInto('profiles').values({
      id,
      kind,
      icp_id: icpId,
      entity,
      code,
      name,
      name_key: foldText(name),
      goal,
      status,
      parameters: canonicalJson(parameters),
      version: 1,
      created_at: by.at,
      updated_at: by.at,
      deleted_at: null,
    }),
  )
  recordVersion(writer, id, by)
}

type Revision = { readonly [K in keyof ProfileContent]?: ProfileContent[K] | undefined } & {
  readonly deleted?: boolean
}

/** Writes the next version of a profile; what is not given stays. Answers the version's number. */
export function reviseProfile(writer: Writer, id: string, next: Revision, by: Authorship): number {
  const { parameters, deleted = false, ...content } = next
  if (parameters !== undefined) refuseScores(writer, parameters)
  if (content.name !== undefined || content.code !== undefined) {
    const icpId =
      writer.get(query.selectFrom('profiles').select('icp_id').where('id', '=', id))?.icp_id ?? null
    refuseTakenProfile(writer, { icpId, name: content.name, code: content.code, exceptId: id })
  }
  writer.run(
    query
      .updateTable('profiles')
      .set({
        ...content,
        ...(content.name === undefined ? {} : { name_key: foldText(content.name) }),
        ...(parameters === undefined ? {} : { parameters: canonicalJson(parameters) }),
        updated_at: by.at,
        deleted_at: deleted ? by.at : null,
      })
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', id),
  )
  return recordVersion(writer, id, by)
}

/** The version a profile is at, deleted or not; null for an id that never was. */
export const versionOfProfile = (reader: Reader, id: string): number | null =>
  reader.get(query.selectFrom('profiles').select('version').where('id', '=', id))?.version ?? null

/**
 * The versions of several profiles as one number: it grows with each of them, so it stays the same only where all of
 * them do. Null where one never was.
 */
export function versionOfAll(reader: Reader, ids: readonly string[]): number | null {
  const versions = ids.map((id) => versionOfProfile(reader, id))
  return versions.includes(null) ? null : versions.reduce<number>((sum, version) => sum + (version ?? 0), 0)
}

/** The version of an ICP with all personas that it ever had, likewise as one number; of a persona its own. */
export const versionOfTree = (reader: Reader, id: string): number | null =>
  versionOfAll(reader, [
    id,
    ...reader
      .all(query.selectFrom('profiles').select('id').where('icp_id', '=', id))
      .map((persona) => persona.id),
  ])

/** The versions of profiles and, of personas, those of their ICPs: whom a persona fits depends on both. */
export const versionWithIcps = (reader: Reader, ids: readonly string[]): number | null =>
  versionOfAll(
    reader,
    ids.flatMap((id) => {
      const icp = reader.get(query.selectFrom('profiles').select('icp_id').where('id', '=', id))?.icp_id
      return icp == null ? [id] : [id, icp]
    }),
  )

/** Throws ConflictError for an ICP that holds as many personas as it can. */
export function refuseTooManyPersonas(reader: Reader, icp: { readonly id: string; readonly name: string }) {
  const personas = reader.all(
    query.selectFrom('profiles').select('id').where('icp_id', '=', icp.id).where('deleted_at', 'is', null),
  ).length
  if (personas + 1 < MOST_PROFILES) return
  throw new ConflictError(`The ICP “${icp.name}” has ${personas} personas, which is the most there can be`, {
    next: 'Delete some that are not needed, or make another ICP.',
  })
}

function recordVersion(writer: Writer, id: string, { at, actor, proposalId }: Authorship): number {
  const now = writer.get(query.selectFrom('profiles').selectAll().where('id', '=', id))
  if (now === undefined) {
    throw new NotFoundError(`There is no profile ${id}`, {
      next: 'List the profiles to see which there are.',
    })
  }
  const { code, name, goal, status, parameters, version } = now
  writer.run(
    query.insertInto('profile_versions').values({
      profile_id: id,
      version,
      code,
      name,
      goal,
      status,
      parameters,
      deleted: now.deleted_at === null ? 0 : 1,
      actor: JSON.stringify(actor),
      at,
      proposal_id: proposalId,
    }),
  )
  raiseVersions(writer, new Set(['profiles']))
  return version
}
