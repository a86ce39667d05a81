import { numberBands, personValues } from './columns.ts'
import { type CandidateSource, MOST_VALUES } from './define.ts'

/** What people are: rank, function, titles by what they mean, place and tenure. */
export const people: CandidateSource = {
  entity: 'person',
  dated: false,
  candidates: (vocabulary) => [
    ...personValues('seniority', vocabulary),
    ...personValues('function', vocabulary),
    ...personValues('country', vocabulary),
    ...personValues('region', vocabulary),
    ...vocabulary
      .values('person.title')
      .slice(0, MOST_VALUES)
      .map(({ value }) => ({
        kind: 'value' as const,
        about: 'person.title',
        criteria: { type: 'person', field: 'title', op: 'equals', value } as const,
        known: { type: 'person', field: 'title', op: 'known' } as const,
      })),
    numberBands({ type: 'person', field: 'years_experience' }, false),
    numberBands({ type: 'person', field: 'years_in_role' }, false),
  ],
}
