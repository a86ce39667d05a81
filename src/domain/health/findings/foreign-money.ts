import { countOf } from '#kernel/text.ts'
import type { Finding } from '../define.ts'
import { rejectedRows } from '../rejected-rows.ts'

export const foreignMoney: Finding = {
  id: 'foreign_money',
  title: 'Orders in another currency',
  weight: 5,
  worst: 0.1,
  costs:
    'They were left out, since sums of several currencies mean nothing: their buyers spent more than is counted.',
  next: {
    words: 'Convert amounts to the currency of this workspace before they are imported.',
    href: '/data',
  },
  look(scan) {
    const { rows, imports } = rejectedRows(scan, (reason) =>
      reason.includes('the currency of this workspace'),
    )
    const kept = scan.number('SELECT count(*) FROM orders')
    if (rows + kept === 0) return null
    return {
      affected: rows,
      of: rows + kept,
      what: 'orders',
      says:
        rows === 0
          ? 'No order was left out for its currency in the last 90 days.'
          : `${countOf(rows, 'row was', 'rows were')} left out for their currency in the last 90 days.`,
      examples: imports,
    }
  },
}
