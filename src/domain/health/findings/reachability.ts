import { percentOf } from '#kernel/text.ts'
import type { Finding } from '../define.ts'

export const reachability: Finding = {
  id: 'reachability',
  title: 'Customers whom no message reaches',
  weight: 12,
  worst: 0.9,
  costs:
    'An audience holds only whoever consented and has an address that works: the rest is never written to.',
  next: { words: 'Ask for consent at checkout and sign-up, and import what you have of it.', href: '/data' },
  look(scan) {
    if (scan.customers === 0) return null
    const row = scan.sums(
      'customers',
      `SELECT count(*) AS all_of_them, sum(email_reachable) AS email, sum(sms_reachable) AS sms,
        sum(email_reachable = 0 AND sms_reachable = 0) AS nobody FROM facts WHERE id >= @from AND id < @to`,
    )
    const of = row['all_of_them'] ?? 0
    const affected = row['nobody'] ?? 0
    return {
      affected,
      of,
      what: 'customers',
      says: `E-mail reaches ${percentOf(row['email'] ?? 0, of)} of customers, SMS ${percentOf(row['sms'] ?? 0, of)}; ${percentOf(affected, of)} are reached by neither.`,
      parts: [
        { label: 'not reached by e-mail', affected: of - (row['email'] ?? 0), of },
        { label: 'not reached by SMS', affected: of - (row['sms'] ?? 0), of },
      ],
    }
  },
}
