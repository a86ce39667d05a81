import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { countryName } from '../places/countries.ts'
import { signalLabel } from '../signals/known.ts'
import type { DictionaryField } from './dictionary.ts'
import type { Listing } from './kept.ts'
import { listed, type ListedValue } from './listed.ts'

type Values = Listing<readonly ListedValue[]>

interface Row {
  readonly key: string
  readonly value: string
  readonly count: number
}

const rowsOf = (reader: Reader, statement: ReturnType<typeof sql<Row>>): readonly Row[] =>
  reader.all({ compile: () => statement.compile(query) })

/** A text column of companies or people, counted in them; written as it is first spelled. */
const column = (
  field: DictionaryField,
  table: 'companies' | 'people',
  name: string,
  label?: (value: string) => string,
): Values => ({
  sources: [table],
  make: (reader) =>
    listed(
      field,
      rowsOf(
        reader,
        sql<Row>`SELECT ${sql.ref(`${name}_key`)} AS key, min(${sql.ref(name)}) AS value, count(*) AS count
          FROM ${sql.table(table)} WHERE ${sql.ref(`${name}_key`)} IS NOT NULL GROUP BY 1`,
      ).map((row) => (label === undefined ? row : { ...row, label: label(row.value) })),
    ),
})

const ofSignals = (
  field: DictionaryField,
  name: 'type' | 'topic',
  label?: (value: string) => string,
): Values => ({
  sources: ['signals'],
  make: (reader) =>
    listed(
      field,
      rowsOf(
        reader,
        sql<Row>`SELECT ${sql.ref(`${name}_key`)} AS key, min(${sql.ref(name)}) AS value, count(*) AS count
          FROM signals WHERE ${sql.ref(`${name}_key`)} IS NOT NULL GROUP BY 1`,
      ).map((row) => (label === undefined ? row : { ...row, label: label(row.value) })),
    ),
})

const technologies: Values = {
  sources: ['companies'],
  make: (reader) =>
    listed(
      'company.technology',
      rowsOf(
        reader,
        sql<Row>`SELECT key, min(label) AS value, count(*) AS count FROM company_technologies GROUP BY key`,
      ),
    ),
}

const relationships: Values = {
  sources: ['companies'],
  make: (reader) =>
    listed(
      'company.relationship',
      rowsOf(
        reader,
        sql<Row>`SELECT relationship AS key, relationship AS value, count(*) AS count FROM companies
          WHERE relationship IS NOT NULL GROUP BY 1`,
      ).map((row) => ({ ...row, label: row.value.replace('_', '-') })),
    ),
}

/** What companies and people are described by, counted in them; types and topics of signals in signals. */
export const accountLists = {
  'company.name': column('company.name', 'companies', 'name'),
  'company.industry': column('company.industry', 'companies', 'industry'),
  'company.technology': technologies,
  'company.funding_stage': column('company.funding_stage', 'companies', 'funding_stage'),
  'company.relationship': relationships,
  'company.country': column('company.country', 'companies', 'country', countryName),
  'company.region': column('company.region', 'companies', 'region'),
  'company.city': column('company.city', 'companies', 'city'),
  'person.title': column('person.title', 'people', 'title'),
  'person.seniority': column('person.seniority', 'people', 'seniority'),
  'person.function': column('person.function', 'people', 'function'),
  'person.country': column('person.country', 'people', 'country', countryName),
  'person.region': column('person.region', 'people', 'region'),
  'person.city': column('person.city', 'people', 'city'),
  'person.timezone': column('person.timezone', 'people', 'timezone'),
  'signal.type': ofSignals('signal.type', 'type', signalLabel),
  'signal.topic': ofSignals('signal.topic', 'topic'),
} as const satisfies Partial<Record<DictionaryField, Values>>
