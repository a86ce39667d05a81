import { z } from 'zod'
import type { PersonRecord } from '../../accounts/record.ts'
import type { ConditionDefinition } from '../define.ts'
import { askedShape, columnConditions } from '../shared/columns/column-conditions.ts'
import { columnsFromSql } from '../shared/columns/columns-from-sql.ts'
import { titlesFromSql } from './titles-from-sql.ts'
import { PERSON_COLUMNS, type PersonField } from './person-columns.ts'
import { personPhrases } from './person-phrases.ts'

const PERSON_FIELDS = [
  'id',
  'title',
  'seniority',
  'function',
  'country',
  'region',
  'city',
  'timezone',
  'email',
  'phone',
  'years_experience',
  'years_in_role',
] as const satisfies readonly PersonField[]

const personShape = z.strictObject({
  type: z.literal('person'),
  field: z.enum(PERSON_FIELDS),
  ...askedShape,
})
export type PersonCondition = z.infer<typeof personShape>

const { refine, readings } = columnConditions<PersonRecord, PersonField>('person', PERSON_COLUMNS, {
  title: 'job title titles role',
  seniority: 'seniority level rank',
  function: 'function department team',
  years_in_role: 'years in role tenure time',
  years_experience: 'years of experience',
  email: 'email address reachable',
})

/**
 * A test of one column of a person who works at a company. `title` by `means` asks what a title says, by a lexicon
 * of ranks, functions and short forms (titles/lexicon.ts).
 *
 * @example { type: 'person', field: 'title', op: 'means', value: 'VP Sales' }
 * @example { type: 'person', field: 'seniority', op: '>=', value: 'VP' }
 */
export const person: ConditionDefinition<'person', PersonCondition, 'person'> = {
  type: 'person',
  entity: 'person',
  schema: personShape.superRefine(refine),
  form: {
    title: 'About the person',
    start: { type: 'person', field: 'seniority', op: 'equals', value: 'VP' },
  },
  meaning:
    'A column of a person at a company, tested like those of a company. title also: means, a title in words (VP Sales, CRO, Director and up); like, with *. seniority also: > >= < <= a level',
  phrases: personPhrases,
  ...readings,
  fromSql: (test, ctx) =>
    titlesFromSql(test, ctx) ??
    columnsFromSql(
      {
        entity: 'person',
        fields: PERSON_FIELDS,
        columns: PERSON_COLUMNS,
        condition: (field, asked) => ({ type: 'person', field, ...asked }),
      },
      test,
      ctx,
    ),
  sources: () => ['people'],
}
