import { query, type Reader } from '#db/run.ts'
import type { AudiencesTable, AudienceVersionsTable } from '#db/schema.ts'
import { toIso } from '#kernel/clock.ts'
import { foldText } from '#kernel/text.ts'
import { actorFrom } from '../log/actor.ts'
import { missing } from '../references/missing.ts'
import { audienceDefinition } from './definition.ts'
import type { Audience, AudienceVersion } from './schema.ts'

/** Reads of audiences, as they are now. Deleted ones are not there, but their versions are. */
export interface Audiences {
  /** By name. */
  list(options?: { readonly search?: string }): readonly Audience[]
  /** By id, or by name ignoring case. Throws NotFoundError. */
  get(idOrName: string): Audience
  find(idOrName: string): Audience | undefined
  /** Oldest first; of a deleted audience too. Empty for an id that never was. */
  versions(id: string): readonly AudienceVersion[]
}

export function createAudiences(reader: Reader): Audiences {
  const find = (idOrName: string): Audience | undefined => {
    const row =
      reader.get(living.where('id', '=', idOrName)) ??
      reader.get(living.where('name_key', '=', foldText(idOrName)))
    return row && audienceOf(row)
  }
  return {
    find,
    list: ({ search = '' } = {}) =>
      reader
        .all(living.orderBy('name_key'))
        .filter((row) => row.name_key.includes(foldText(search)))
        .map(audienceOf),
    get: (idOrName) =>
      find(idOrName) ??
      missing(reader, 'audience', idOrName, () =>
        reader.all(living.orderBy('name_key').limit(5)).map(({ name }) => name),
      ),
    versions: (id) =>
      reader
        .all(
          query.selectFrom('audience_versions').selectAll().where('audience_id', '=', id).orderBy('version'),
        )
        .map(versionOf),
  }
}

const living = query.selectFrom('audiences').selectAll().where('deleted_at', 'is', null)

const definitionFrom = (json: string) => audienceDefinition.parse(JSON.parse(json))

function audienceOf(row: AudiencesTable): Audience {
  const definition = definitionFrom(row.definition)
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    entity: definition.entity,
    channel: definition.channel,
    version: row.version,
    definition,
    members: row.members,
    countedAt: toIso(row.counted_at),
    createdAt: toIso(row.created_at),
    updatedAt: toIso(row.updated_at),
  }
}

function versionOf(row: AudienceVersionsTable): AudienceVersion {
  const definition = definitionFrom(row.definition)
  return {
    version: row.version,
    name: row.name,
    description: row.description,
    entity: definition.entity,
    channel: definition.channel,
    definition,
    deleted: row.deleted === 1,
    by: actorFrom(row.actor).name,
    at: toIso(row.at),
    proposalId: row.proposal_id,
  }
}
