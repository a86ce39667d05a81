import fc from 'fast-check'
import { companyConditions } from '../company/company.fixture.ts'
import { conditionSchema } from '../index.ts'

const company = companyConditions.map((drawn) => conditionSchema.parse({ ...Object(drawn), type: 'company' }))

/** Random employers. */
export const employers: fc.Arbitrary<unknown> = fc.record({
  company: fc.oneof(
    company,
    fc.record({ all: fc.array(company, { minLength: 2, maxLength: 2 }) }),
    fc.record({ none: fc.array(company, { minLength: 1, maxLength: 2 }) }),
  ),
})
