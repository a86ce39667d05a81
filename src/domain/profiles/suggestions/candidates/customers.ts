import { type CandidateSource, MOST_VALUES } from './define.ts'

const FIELDS = ['country', 'region', 'gender', 'language'] as const

/** Who customers are and where they live. Tags are given to those who turned out well: they are no cause. */
export const customers: CandidateSource = {
  entity: 'customer',
  dated: false,
  candidates: (vocabulary) => [
    ...FIELDS.flatMap((field) =>
      vocabulary
        .values(field)
        .slice(0, MOST_VALUES)
        .map(({ value }) => ({
          kind: 'value' as const,
          about: `attribute.${field}`,
          criteria: { type: 'attribute', field, op: 'equals', value } as const,
          known: { type: 'attribute', field, op: 'known' } as const,
        })),
    ),
    ...vocabulary
      .values('interests')
      .slice(0, MOST_VALUES)
      .map(({ value }) => ({
        kind: 'value' as const,
        about: 'attribute.interests',
        criteria: { type: 'attribute', field: 'interests', op: 'has', value } as const,
        known: null,
      })),
  ],
}
