import fc from 'fast-check'
import { ACCOUNT_TEXTS } from '../../criteria/accounts.fixture.ts'
import { comparison, list, pick, some } from '../../criteria/pieces.fixture.ts'

const TEXTS = {
  name: ACCOUNT_TEXTS.name,
  domain: ACCOUNT_TEXTS.domain,
  industry: ACCOUNT_TEXTS.industry,
  region: ACCOUNT_TEXTS.region,
  city: ACCOUNT_TEXTS.city,
  funding_stage: ACCOUNT_TEXTS.funding_stage,
  relationship: ACCOUNT_TEXTS.relationship,
} as const

const numbers = {
  employees: fc.constantFrom(0, 1, 50, 51, 200, 500, 1000),
  revenue: fc.constantFrom(0, 1000, 5_000_000, 20_000_000),
  hiring_velocity: fc.constantFrom(0, 1, 5),
  headcount_growth: fc.constantFrom(-0.2, 0, 0.07, 0.3, 0.125),
} as const

/** Random tests of a company's columns. */
export const companyConditions: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...Object.entries(TEXTS)).chain(([field, texts]) =>
    fc.oneof(
      fc.record({
        field: fc.constant(field),
        op: fc.constantFrom('equals', 'contains', 'starts_with', 'ends_with'),
        value: fc.constantFrom<string>(...texts, 'a', 'é', '%'),
      }),
      fc.record({ field: fc.constant(field), op: fc.constant('in'), value: some(pick(texts)) }),
    ),
  ),
  fc.record({
    field: fc.constant('country'),
    op: fc.constant('in'),
    value: list([...ACCOUNT_TEXTS.country, 'germany', 'The Netherlands']),
  }),
  fc.record({
    field: fc.constant('id'),
    op: fc.constant('in'),
    value: some(fc.constantFrom('B0', 'b0', 'B1', 'B7')),
  }),
  fc.record({
    field: fc.constant('tech_stack'),
    op: fc.constant('in'),
    value: list(ACCOUNT_TEXTS.technology),
  }),
  fc.record({
    field: fc.constant('tech_stack'),
    op: fc.constant('has'),
    value: pick(ACCOUNT_TEXTS.technology),
  }),
  fc.record({
    field: fc.constant('funding_stage'),
    op: fc.constantFrom('>', '>=', '<', '<='),
    value: fc.constantFrom('Seed', 'Series A', 'series b', 'Series C'),
  }),
  fc
    .constantFrom(...Object.entries(numbers))
    .chain(([field, values]) => comparison(values).map((test) => ({ field, ...test }))),
  fc.record({
    field: fc.constantFrom(
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
    ),
    op: fc.constantFrom('known', 'unknown'),
  }),
)
