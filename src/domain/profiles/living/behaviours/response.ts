import { sql } from 'kysely'
import { isOfType } from './event-type.ts'
import type { Behaviour } from './define.ts'

const KINDS = [
  { event: 'clicked_email', adjective: 'e-mail-clicking', label: 'clicks in e-mails' },
  { event: 'clicked_sms', adjective: 'SMS-clicking', label: 'clicks in SMS' },
  { event: 'clicked_ad', adjective: 'ad-clicking', label: 'clicks on ads' },
] as const

/** What they answer to: how often they clicked in e-mails, SMS and ads. */
export const response: Behaviour = {
  name: 'response',
  traits: ({ plan, values }) => {
    const known = new Set(values('event').map(({ value }) => value))
    return KINDS.filter(({ event }) => known.has(event)).map(({ event, adjective, label }) => ({
      id: `response:${event}`,
      behaviour: 'response',
      rows: 'events',
      value: sql`sum(CASE WHEN ${isOfType(plan, event)} THEN 1 ELSE 0 END)`,
      empty: 0,
      scale: 'log',
      growsWithOrders: true,
      grid: 1,
      shown: (value) => (Math.round(value * 10) / 10).toLocaleString('en-US'),
      label,
      more: {
        adjective,
        criteria: (bound) => ({ type: 'events', event: [event], op: '>=', value: bound }),
      },
    }))
  },
}
