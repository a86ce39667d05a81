import { type CandidateSource, MOST_VALUES } from './define.ts'
import { companyValues, numberBands } from './columns.ts'

/** What companies are: how they stand with us is an outcome, and no candidate. */
export const companies: CandidateSource = {
  entity: 'company',
  dated: false,
  candidates: (vocabulary) => [
    ...companyValues('industry', vocabulary),
    ...companyValues('country', vocabulary),
    ...companyValues('region', vocabulary),
    ...companyValues('funding_stage', vocabulary),
    ...vocabulary
      .values('company.technology')
      .slice(0, 2 * MOST_VALUES)
      .map(({ value }) => ({
        kind: 'value' as const,
        about: 'company.tech_stack',
        criteria: { type: 'company', field: 'tech_stack', op: 'has', value } as const,
        known: { type: 'company', field: 'tech_stack', op: 'known' } as const,
      })),
    numberBands({ type: 'company', field: 'employees' }, true),
    numberBands({ type: 'company', field: 'revenue' }, false),
    numberBands({ type: 'company', field: 'hiring_velocity' }, true),
    numberBands({ type: 'company', field: 'headcount_growth' }, false),
  ],
}
