import type { Criteria } from '../../../criteria/schema.ts'
import type { OutcomeDefinition } from './define.ts'

const relationship = (value: string): Criteria => ({
  type: 'company',
  field: 'relationship',
  op: 'equals',
  value,
})

/** Companies that are customers still, beside those that left. */
export const kept: OutcomeDefinition = {
  id: 'kept',
  entity: 'company',
  title: 'Stayed a customer',
  good: 'customers',
  bad: 'churned',
  next: 'Import companies with the relationship customer or churned.',
  signals: ['contract_renewal', 'usage_drop'],
  ways: [
    {
      kind: 'present',
      among: { any: [relationship('customer'), relationship('churned')] },
      good: relationship('customer'),
    },
  ],
}
