import { query, type Reader } from '#db/run.ts'
import type { IndicatorsTable, IndicatorVersionsTable } from '#db/schema.ts'
import { toIso } from '#kernel/clock.ts'
import { foldText } from '#kernel/text.ts'
import { actorFrom } from '../log/actor.ts'
import { missing } from '../references/missing.ts'
import { usersOf } from '../references/references.ts'
import type { Naming } from '../references/named.ts'
import { BUILTIN_INDICATORS } from './builtin.ts'
import { type Indicator, indicatorDefinitionSchema, type IndicatorVersion } from './schema.ts'

/** Reads of indicators, as they are now. Deleted ones are not there, but their versions are. */
export interface Indicators {
  /** The built-in ones first, then the others by name. */
  list(options?: { readonly search?: string }): readonly Indicator[]
  /** By id, or by name ignoring case. Throws NotFoundError. */
  get(idOrName: string): Indicator
  find(idOrName: string): Indicator | undefined
  /** The segments, indicators and audiences whose criteria name this one. */
  usersOf(id: string): readonly Naming[]
  /** Oldest first; of a deleted indicator too. Empty for an id that never was. */
  versions(id: string): readonly IndicatorVersion[]
}

export function createIndicators(reader: Reader): Indicators {
  const find = (idOrName: string): Indicator | undefined => {
    const row =
      reader.get(living.where('id', '=', idOrName)) ??
      reader.get(living.where('name_key', '=', foldText(idOrName)))
    return row && indicatorOf(row)
  }
  return {
    find,
    list: ({ search = '' } = {}) =>
      reader
        .all(living.orderBy('name_key'))
        .filter((row) => row.name_key.includes(foldText(search)))
        .map(indicatorOf)
        .toSorted((a, b) => rank(a) - rank(b)),
    get: (idOrName) => find(idOrName) ?? missing(reader, 'indicator', idOrName),
    usersOf: (id) => usersOf(reader, { type: 'indicator', id }),
    versions: (id) =>
      reader
        .all(
          query
            .selectFrom('indicator_versions')
            .selectAll()
            .where('indicator_id', '=', id)
            .orderBy('version'),
        )
        .map(versionOf),
  }
}

/** The id of a living indicator, from its id or its name ignoring case. */
export const indicatorIdOf = (reader: Reader, idOrName: string): string | undefined =>
  reader.get(
    query
      .selectFrom('indicators')
      .select('id')
      .where('deleted_at', 'is', null)
      .where((eb) => eb.or([eb('id', '=', idOrName), eb('name_key', '=', foldText(idOrName))]))
      // An id is meant before a name that looks like one.
      .orderBy((eb) => eb('id', '!=', idOrName))
      .limit(1),
  )?.id

const living = query.selectFrom('indicators').selectAll().where('deleted_at', 'is', null)

const order = new Map(BUILTIN_INDICATORS.map(({ id }, at) => [id, at]))
const rank = ({ id }: Indicator): number => order.get(id) ?? BUILTIN_INDICATORS.length

const indicatorOf = (row: IndicatorsTable): Indicator => ({
  id: row.id,
  name: row.name,
  description: row.description,
  origin: row.kind,
  version: row.version,
  definition: indicatorDefinitionSchema.parse(JSON.parse(row.definition)),
  policy: row.policy,
  policyReason: row.policy_reason,
  valuesAsOf: row.policy === 'dynamic' || row.values_as_of === null ? null : toIso(row.values_as_of),
  createdAt: toIso(row.created_at),
  updatedAt: toIso(row.updated_at),
})

const versionOf = (row: IndicatorVersionsTable): IndicatorVersion => ({
  version: row.version,
  name: row.name,
  description: row.description,
  definition: indicatorDefinitionSchema.parse(JSON.parse(row.definition)),
  policy: row.policy,
  policyReason: row.policy_reason,
  deleted: row.deleted === 1,
  by: actorFrom(row.actor).name,
  at: toIso(row.at),
  proposalId: row.proposal_id,
})
