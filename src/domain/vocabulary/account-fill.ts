import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { Listing } from './kept.ts'

/** For which share of companies, people or signals something has a value, by the field's name. */
type Shares = Listing<ReadonlyMap<string, number>>

const COMPANY = [
  'name',
  'domain',
  'industry',
  'employees',
  'revenue',
  'country',
  'region',
  'city',
  'tech_stack',
  'funding_stage',
  'hiring_velocity',
  'headcount_growth',
  'relationship',
]
const PERSON = [
  'title',
  'seniority',
  'function',
  'country',
  'region',
  'city',
  'timezone',
  'years_experience',
  'years_in_role',
  'email',
  'phone',
  'company_id',
]

export const accountShares: Shares = {
  sources: ['companies', 'people', 'signals'],
  make: (reader) =>
    new Map([
      ...shares(reader, 'companies', 'company', COMPANY),
      ...shares(reader, 'people', 'person', PERSON),
      ...shares(reader, 'signals', 'signal', ['type', 'topic']),
    ]),
}

function shares(
  reader: Reader,
  table: string,
  prefix: string,
  columns: readonly string[],
): readonly (readonly [string, number])[] {
  const counts = sql.join(columns.map((column) => sql`count(${sql.ref(column)}) AS ${sql.ref(column)}`))
  const statement = sql<Record<string, number>>`SELECT count(*) AS rows, ${counts} FROM ${sql.table(table)}`
  const row = reader.get({ compile: () => statement.compile(query) }) ?? {}
  const all = row['rows'] ?? 0
  const share = (count: number) => (all === 0 ? 0 : count / all)
  return [
    // Whether there are any.
    [`${prefix}.id`, share(all)],
    ...columns.map((column) => [`${prefix}.${column.replace('_id', '')}`, share(row[column] ?? 0)] as const),
  ]
}
