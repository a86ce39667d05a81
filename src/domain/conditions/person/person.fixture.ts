import fc from 'fast-check'
import { ACCOUNT_TEXTS } from '../../criteria/accounts.fixture.ts'
import { comparison, list, pick, some } from '../../criteria/pieces.fixture.ts'

const TEXTS = {
  title: ACCOUNT_TEXTS.title,
  seniority: ACCOUNT_TEXTS.seniority,
  function: ACCOUNT_TEXTS.function,
  region: ACCOUNT_TEXTS.region,
  city: ACCOUNT_TEXTS.city,
  timezone: ACCOUNT_TEXTS.timezone,
  email: ACCOUNT_TEXTS.email,
} as const

export const TITLE_MEANINGS = [
  'VP Sales',
  'VP and up',
  'CMO',
  'C-level',
  'Head of Growth',
  'Growth Marketing Lead',
  'marketing',
  'Director or above',
] as const

const field = (name: string, op: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>) =>
  fc.record({ field: fc.constant(name), op, value })

/** Random tests of a person's columns. */
export const personConditions: fc.Arbitrary<unknown> = fc.oneof(
  fc
    .constantFrom(...Object.entries(TEXTS))
    .chain(([name, texts]) =>
      fc.oneof(
        field(
          name,
          fc.constantFrom('equals', 'contains', 'starts_with', 'ends_with'),
          fc.constantFrom<string>(...texts, 'a', 'é', '%'),
        ),
        field(name, fc.constant('in'), some(pick(texts))),
      ),
    ),
  field('title', fc.constant('means'), fc.oneof(pick(TITLE_MEANINGS), some(pick(TITLE_MEANINGS)))),
  field(
    'title',
    fc.constant('like'),
    fc.constantFrom(
      'vp*sales',
      '*sales*',
      'VP*',
      '*Lead',
      'chief * officer',
      '100%*',
      '*_*t*',
      'CMO',
      '[v]p*',
    ),
  ),
  field(
    'seniority',
    fc.constantFrom('>', '>=', '<', '<='),
    fc.constantFrom('IC', 'Manager', 'director', 'VP', 'C-suite'),
  ),
  field('country', fc.constant('in'), list([...ACCOUNT_TEXTS.country, 'germany', 'The Netherlands'])),
  field('id', fc.constant('in'), some(fc.constantFrom('L0', 'l0', 'L1', 'L7'))),
  fc
    .constantFrom('years_experience', 'years_in_role')
    .chain((name) =>
      comparison(fc.constantFrom(0, 0.5, 1, 1.4, 5, 10)).map((test) => ({ field: name, ...test })),
    ),
  fc.record({
    field: fc.constantFrom(
      'title',
      'seniority',
      'function',
      'country',
      'timezone',
      'email',
      'phone',
      'years_experience',
      'years_in_role',
    ),
    op: fc.constantFrom('known', 'unknown'),
  }),
)
