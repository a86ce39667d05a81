import { sql } from 'kysely'
import type { Criteria } from '../../../criteria/schema.ts'
import { inPiece } from '../../../conditions/shared/set-query.ts'
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts'
import { type Candidate, MOST_VALUES } from './define.ts'

type CompanyCondition = Extract<Criteria, { type: 'company' }>

/** A number that one of two columns of accounts holds. */
type NumberField =
  | {
      readonly type: 'company'
      readonly field: 'employees' | 'revenue' | 'hiring_velocity' | 'headcount_growth'
    }
  | { readonly type: 'person'; readonly field: 'years_experience' | 'years_in_role' }

const TABLES = { company: 'companies', person: 'people' } as const

/** A column of numbers, in bands. Whole numbers are asked for by both ends: 51 to 500. */
export function numberBands(of: NumberField, whole: boolean): Candidate {
  const test = (op: CompanyCondition['op'], value?: number | [number, number]): Criteria => ({
    ...of,
    op,
    ...(value !== undefined && { value }),
  })
  return {
    kind: 'bands',
    about: `${of.type}.${of.field}`,
    known: test('known'),
    minor: false,
    values: ({ dialect }) => ({
      query: {
        ...dialect.compile(
          sql`SELECT t.id, ${sql.ref(`t.${of.field}`)} FROM ${sql.table(TABLES[of.type])} AS t WHERE ${inPiece('t.id')} AND ${sql.ref(`t.${of.field}`)} IS NOT NULL`,
        ),
        cut: { by: of.type },
      },
      sources: [TABLES[of.type]],
    }),
    atLeast: (low) => test('>=', low),
    band(low, high) {
      if (low === null) return test('<', high ?? 0)
      if (high === null) return test('>=', low)
      return whole ? test('between', [low, high - 1]) : { all: [test('>=', low), test('<', high)] }
    },
  }
}

/** The values of a column of texts, the commonest. */
export const companyValues = (
  field: 'industry' | 'country' | 'region' | 'funding_stage',
  vocabulary: Vocabulary,
): readonly Candidate[] =>
  vocabulary
    .values(`company.${field}`)
    .slice(0, MOST_VALUES)
    .map(({ value }) => ({
      kind: 'value',
      about: `company.${field}`,
      criteria: { type: 'company', field, op: 'equals', value },
      known: { type: 'company', field, op: 'known' },
    }))

export const personValues = (
  field: 'seniority' | 'function' | 'country' | 'region',
  vocabulary: Vocabulary,
): readonly Candidate[] =>
  vocabulary
    .values(`person.${field}`)
    .slice(0, MOST_VALUES)
    .map(({ value }) => ({
      kind: 'value',
      about: `person.${field}`,
      criteria: { type: 'person', field, op: 'equals', value },
      known: { type: 'person', field, op: 'known' },
    }))
