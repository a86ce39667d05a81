import { z } from 'zod'
import type { CompanyRecord } from '../../accounts/record.ts'
import type { ConditionDefinition } from '../define.ts'
import { askedShape, columnConditions } from '../shared/columns/column-conditions.ts'
import { columnsFromSql } from '../shared/columns/columns-from-sql.ts'
import { COMPANY_COLUMNS, type CompanyField } from './company-columns.ts'
import { companyPhrases } from './company-phrases.ts'

const COMPANY_FIELDS = [
  'id',
  'name',
  'domain',
  'industry',
  'country',
  'region',
  'city',
  'tech_stack',
  'funding_stage',
  'relationship',
  'employees',
  'revenue',
  'hiring_velocity',
  'headcount_growth',
] as const satisfies readonly CompanyField[]

const companyShape = z.strictObject({
  type: z.literal('company'),
  field: z.enum(COMPANY_FIELDS),
  ...askedShape,
})
export type CompanyCondition = z.infer<typeof companyShape>

const { refine, readings } = columnConditions<CompanyRecord, CompanyField>('company', COMPANY_COLUMNS)

/**
 * A test of one column of a company. `in` on tech_stack holds when the company uses one of them.
 *
 * @example { type: 'company', field: 'employees', op: 'between', value: [51, 500] }
 * @example { type: 'company', field: 'funding_stage', op: '>=', value: 'Series B' }
 */
export const company: ConditionDefinition<'company', CompanyCondition, 'company'> = {
  type: 'company',
  entity: 'company',
  schema: companyShape.superRefine(refine),
  form: {
    title: 'About the company',
    start: { type: 'company', field: 'employees', op: '>=', value: 50 },
  },
  meaning:
    'A column of a company, tested like those of a customer. tech_stack: has, or in. funding_stage also: > >= < <= a round. headcount_growth: a fraction (0.3 is 30%); hiring_velocity above 0 is hiring. relationship: prospect, pipeline, customer, churned, closed_lost',
  phrases: companyPhrases,
  money: ({ field }) => field === 'revenue',
  ...readings,
  fromSql: (test, ctx) =>
    columnsFromSql(
      {
        entity: 'company',
        fields: COMPANY_FIELDS,
        columns: COMPANY_COLUMNS,
        condition: (field, asked) => ({ type: 'company', field, ...asked }),
      },
      test,
      ctx,
    ),
  sources: () => ['companies'],
}
