import type { Criteria } from '../../criteria/schema.ts'
import type { CompanyCondition } from './company.ts'

/** A test of a company's column. */
export const ofCompany = (
  field: CompanyCondition['field'],
  op: CompanyCondition['op'],
  value?: CompanyCondition['value'],
): Criteria => ({ type: 'company', field, op, ...(value === undefined ? {} : { value }) })

/** `equals` for one value, `in` for several. */
export const oneOf = (field: CompanyCondition['field'], values: readonly string[]): Criteria => {
  const [only] = values
  if (values.length !== 1 || only === undefined) return ofCompany(field, 'in', [...values])
  return ofCompany(field, field === 'tech_stack' ? 'has' : 'equals', only)
}
