import { type Candidate, type CandidateSource, MOST_VALUES } from './define.ts'

/** Visits, carts, and how customers respond to what they are sent: each kind of event within a quarter. */
export const responses: CandidateSource = {
  entity: 'customer',
  dated: true,
  candidates: (vocabulary) =>
    vocabulary
      .values('event')
      .slice(0, MOST_VALUES)
      .map(
        ({ value }): Candidate => ({
          kind: 'value',
          about: `events.${value}`,
          criteria: { type: 'events', event: [value], within: { kind: 'last', n: 90, unit: 'day' } },
          known: null,
        }),
      ),
}
