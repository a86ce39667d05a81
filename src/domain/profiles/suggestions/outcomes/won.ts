import type { Criteria } from '../../../criteria/schema.ts'
import type { OutcomeDefinition } from './define.ts'

const WON = ['deal_won', 'won_deal', 'closed_won', 'became_customer', 'new_customer', 'contract_signed']
const LOST = ['deal_lost', 'lost_deal', 'closed_lost', 'closed_lost_deal', 'opportunity_lost']
const DAYS = 90

const relationship = (value: string): Criteria => ({
  type: 'company',
  field: 'relationship',
  op: 'equals',
  value,
})
const noted = (signal: string[]): Criteria => ({
  type: 'company_signal',
  signal,
  within: { kind: 'last', n: DAYS, unit: 'day' },
})

/** Companies that became customers, beside those that were lost before they did. */
export const won: OutcomeDefinition = {
  id: 'won',
  entity: 'company',
  title: 'Became a customer',
  good: 'customers',
  bad: 'closed-lost',
  next: 'Import companies with the relationship customer or closed_lost.',
  // A visit or a renewal of a customer is what customers do.
  signals: [...WON, ...LOST, 'contract_renewal', 'support_ticket', 'usage_surge', 'usage_drop'],
  ways: [
    {
      kind: 'stretches',
      days: DAYS,
      stretches: 4,
      among: { criteria: noted([...WON, ...LOST]), asOf: 'end' },
      good: noted(WON),
    },
    {
      kind: 'present',
      among: { any: [relationship('customer'), relationship('closed_lost')] },
      good: relationship('customer'),
    },
  ],
}
