import type { Criteria } from '../../../criteria/schema.ts'
import type { OutcomeDefinition } from './define.ts'

const DAYS = 180
const ANSWERS = [
  'reply',
  'replied',
  'response',
  'responded',
  'meeting',
  'meeting_booked',
  'demo_request',
  'demo',
]

const ANSWERED: Criteria = {
  type: 'person_signal',
  signal: ANSWERS,
  within: { kind: 'last', n: DAYS, unit: 'day' },
}

/** People who answered us, beside those who did not at the same companies. */
export const answered: OutcomeDefinition = {
  id: 'answered',
  entity: 'person',
  title: 'Replied or booked a meeting',
  good: 'answered',
  bad: 'colleagues who did not',
  next: 'Import signals of the types reply, meeting or demo_request with the people they are from.',
  signals: [...ANSWERS, 'engaged', 'contact_request', 'call', 'chat'],
  ways: [
    {
      kind: 'stretches',
      days: DAYS,
      stretches: 2,
      among: {
        criteria: { type: 'works_at', company: { type: 'has_people', people: ANSWERED } },
        asOf: 'end',
      },
      good: ANSWERED,
    },
  ],
}
