import { query, type Reader } from '#db/run.ts'
import type { Selectable } from 'kysely'
import type { ProfilesTable, ProfileVersionsTable } from '#db/schema.ts'
import { toIso } from '#kernel/clock.ts'
import { InputError, NotFoundError } from '#kernel/errors.ts'
import { keepLast } from '#kernel/keep-last.ts'
import { foldText } from '#kernel/text.ts'
import { actorFrom } from '../log/actor.ts'
import { type ProfileParameters, parametersSchema } from './parameter.ts'
import type { Profile, ProfileVersion } from './schema.ts'

/** Reads of ICPs and personas, as they are now. Deleted ones are not there, but their versions are. */
export interface Profiles {
  /** ICPs, each followed by its personas, the older ones first. */
  list(options?: { readonly search?: string }): readonly Profile[]
  /** By id, code, or name ignoring case. Throws NotFoundError, and InputError where several personas are meant. */
  get(idOrName: string): Profile
  /** All that an id, a code or a name means: personas of different ICPs may share theirs. */
  find(idOrName: string): readonly Profile[]
  /** The same for many texts at one moment, few of which name anything: what names there are is read once. */
  finder(): (idOrName: string) => readonly Profile[]
  /** By id, as it was last; also a deleted one. */
  known(id: string): Profile | undefined
  /** The personas that live in an ICP, the older ones first. */
  personasOf(icpId: string): readonly Profile[]
  /** Oldest first; of a deleted profile too. Empty for an id that never was. */
  versions(id: string): readonly ProfileVersion[]
}

export function createProfiles(reader: Reader): Profiles {
  const personasOf = (icpId: string) =>
    reader.all(living.where('icp_id', '=', icpId).orderBy('number')).map(profileOf)
  const find = (idOrName: string): readonly Profile[] => {
    const byId = reader.get(living.where('id', '=', idOrName))
    if (byId !== undefined) return [profileOf(byId)]
    const key = foldText(idOrName)
    const named = reader.all(living.where('name_key', '=', key).orderBy('number'))
    const found =
      named.length > 0 ? named : reader.all(living.where('code', '=', codeFrom(idOrName)).orderBy('number'))
    return found.map(profileOf)
  }
  return {
    find,
    finder() {
      let names: ReadonlySet<string> | undefined
      return (idOrName) => {
        names ??= namesIn(reader)
        const meant = [idOrName, foldText(idOrName), codeFrom(idOrName)]
        return meant.some((one) => names?.has(one)) ? find(idOrName) : []
      }
    },
    personasOf,
    known(id) {
      const row = reader.get(query.selectFrom('profiles').selectAll().where('id', '=', id))
      return row && profileOf(row)
    },
    list({ search = '' } = {}) {
      const { icp = [], persona = [] } = Object.groupBy(
        reader.all(living.orderBy('number')).map(profileOf),
        ({ kind }) => kind,
      )
      const wanted = foldText(search)
      return icp
        .flatMap((one) => [one, ...persona.filter(({ icpId }) => icpId === one.id)])
        .filter(({ name, code }) => foldText(name).includes(wanted) || foldText(code).includes(wanted))
    },
    get(idOrName) {
      const [first, ...others] = find(idOrName)
      if (first === undefined) throw missingProfile(reader, idOrName)
      if (others.length === 0) return first
      throw new InputError(`“${idOrName}” is the name of ${others.length + 1} profiles`, {
        next: 'Say in which ICP it is, or give its id.',
        choices: [first, ...others].map(({ id }) => id),
      })
    },
    versions: (id) =>
      reader
        .all(query.selectFrom('profile_versions').selectAll().where('profile_id', '=', id).orderBy('version'))
        .map(versionOf),
  }
}

const codeFrom = (text: string): string => text.trim().toUpperCase()

/** Every id, folded name and code. */
const namesIn = (reader: Reader): ReadonlySet<string> =>
  new Set(
    reader
      .all(query.selectFrom('profiles').select(['id', 'name_key', 'code']).where('deleted_at', 'is', null))
      .flatMap(({ id, name_key: key, code }) => [id, key, code]),
  )

const living = query.selectFrom('profiles').selectAll().where('deleted_at', 'is', null)

function missingProfile(reader: Reader, idOrName: string): NotFoundError {
  const deleted = reader.get(
    query
      .selectFrom('profiles')
      .select(['id', 'name'])
      .where((eb) => eb.or([eb('id', '=', idOrName), eb('name_key', '=', foldText(idOrName))]))
      .where('deleted_at', 'is not', null),
  )
  return deleted === undefined
    ? new NotFoundError(`There is no ICP or persona “${idOrName}”`, {
        next: 'List the profiles to see which there are.',
        choices: reader.all(living.orderBy('number').limit(5)).map(({ name }) => name),
      })
    : new NotFoundError(`The profile “${deleted.name}” was deleted`, {
        next: `Undo its deletion (${deleted.id}) to use it again.`,
      })
}

/** Profiles are read with every record that is scored, and seldom written. */
const parametersFrom = keepLast(1_000, (json): ProfileParameters => parametersSchema.parse(JSON.parse(json)))

const profileOf = (row: Selectable<ProfilesTable>): Profile => ({
  number: row.number,
  id: row.id,
  kind: row.kind,
  icpId: row.icp_id,
  entity: row.entity,
  code: row.code,
  name: row.name,
  goal: row.goal,
  status: row.status,
  version: row.version,
  parameters: parametersFrom(row.parameters),
  createdAt: toIso(row.created_at),
  updatedAt: toIso(row.updated_at),
})

const versionOf = (row: ProfileVersionsTable): ProfileVersion => ({
  version: row.version,
  code: row.code,
  name: row.name,
  goal: row.goal,
  status: row.status,
  parameters: parametersFrom(row.parameters),
  deleted: row.deleted === 1,
  by: actorFrom(row.actor).name,
  at: toIso(row.at),
  proposalId: row.proposal_id,
})
