import { query, type Reader } from '#db/run.ts'
import { countOf } from '#kernel/text.ts'
import { maskedPerson } from '../../customers/masked.ts'
import type { Entity } from '../../entities/entity.ts'
import { shownIdOfCustomer } from '../../entities/external-ids.ts'
import { countryName } from '../../places/countries.ts'
import type { BestProfile, ScoredRow } from './shown.ts'

type Told = Pick<ScoredRow, 'id' | 'name' | 'contact' | 'about'>
type ReadRows = (
  reader: Reader,
  ids: readonly number[],
  masked: boolean,
) => readonly (Told & { readonly internal: number })[]

/** Records by internal id, in the order of the ids given, with their scores as they are stored. */
export function scoredRows(
  reader: Reader,
  entity: Entity,
  ids: readonly number[],
  masked: boolean,
): readonly ScoredRow[] {
  if (ids.length === 0) return []
  const scores = new Map(
    reader
      .all(
        query
          .selectFrom('scores')
          .selectAll()
          .where('entity', '=', entity)
          .where('record_id', 'in', [...ids]),
      )
      .map((row) => [row.record_id, row]),
  )
  const profiles = new Map(
    reader
      .all(query.selectFrom('profiles').select(['number', 'id', 'code', 'name']))
      .map((profile) => [profile.number, profile]),
  )
  const best = (number: number | null | undefined, score: number | null | undefined): BestProfile | null => {
    const profile = profiles.get(number ?? 0)
    if (profile === undefined || score == null) return null
    return { id: profile.id, code: profile.code, name: profile.name, score }
  }
  const told = new Map(READ[entity](reader, ids, masked).map(({ internal, ...row }) => [internal, row]))
  return ids.flatMap((id) => {
    const row = told.get(id)
    const score = scores.get(id)
    if (row === undefined) return []
    return {
      ...row,
      icp: best(score?.icp, score?.icp_score),
      persona: best(score?.persona, score?.persona_score),
    }
  })
}

/** Who records are, by internal id; in no order. */
export const toldRecords = (
  reader: Reader,
  entity: Entity,
  ids: readonly number[],
  masked: boolean,
): ReturnType<ReadRows> => (ids.length === 0 ? [] : READ[entity](reader, ids, masked))

const READ: Readonly<Record<Entity, ReadRows>> = {
  company: (reader, ids) =>
    reader
      .all(
        query
          .selectFrom('companies')
          .select(['id', 'external_id', 'name', 'domain', 'industry', 'employees', 'city', 'country'])
          .where('id', 'in', [...ids]),
      )
      .map((row) => ({
        internal: row.id,
        id: row.external_id,
        name: row.name ?? row.domain ?? '',
        contact: row.domain ?? '',
        about: joined(
          row.industry,
          row.employees === null ? null : countOf(row.employees, 'employee'),
          ...placeOf(row),
        ),
      })),
  person: (reader, ids, masked) =>
    reader
      .all(
        query
          .selectFrom('people as p')
          .leftJoin('companies as c', 'c.id', 'p.company_id')
          .select(['p.id', 'p.external_id', 'p.first_name', 'p.last_name', 'p.email', 'p.title'])
          .select(['p.city', 'p.country', 'c.name as company'])
          .where('p.id', 'in', [...ids]),
      )
      .map((row) => ({
        internal: row.id,
        ...named(row.external_id, row, masked),
        about: joined(
          [row.title, row.company].filter((part) => part !== null).join(' at ') || null,
          ...placeOf(row),
        ),
      })),
  customer: (reader, ids, masked) =>
    reader
      .all(
        query
          .selectFrom('customers as c')
          .select(['c.id', 'c.first_name', 'c.last_name', 'c.email', 'c.city', 'c.country'])
          .select(shownIdOfCustomer.as('external_id'))
          .where('c.id', 'in', [...ids]),
      )
      .map((row) => ({
        internal: row.id,
        ...named(row.external_id ?? String(row.id), row, masked),
        about: joined(...placeOf(row)),
      })),
}

function named(id: string, row: Parameters<typeof maskedPerson>[1], masked: boolean) {
  if (masked) {
    const { name, email } = maskedPerson(id, row)
    return { id, name, contact: email }
  }
  const name = [row.first_name, row.last_name].filter((part) => part !== null).join(' ')
  return { id, name, contact: row.email ?? '' }
}

const placeOf = ({ city, country }: { city: string | null; country: string | null }) => [
  city,
  country === null ? null : countryName(country),
]

const joined = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(', ')
