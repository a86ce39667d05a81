import { countOf } from '#kernel/text.ts'
import type { Finding } from '../define.ts'
import { rejectedRows } from '../rejected-rows.ts'

export const ordersWithoutCustomers: Finding = {
  id: 'orders_without_customers',
  title: 'Rows whose customer is unknown',
  weight: 8,
  worst: 0.1,
  costs: 'These orders and events count for nobody: spend is too low, and their buyers look inactive.',
  next: {
    words: 'Import the customers first, with the same ids and the same source as their orders.',
    href: '/data',
  },
  look(scan) {
    const rejected = rejectedRows(scan, (reason) => reason === 'unknown customer')
    const waiting = scan.number(
      'SELECT (SELECT count(*) FROM waiting_events) + (SELECT count(*) FROM waiting_messages)',
    )
    const kept = scan.number('SELECT (SELECT count(*) FROM orders) + (SELECT count(*) FROM events)')
    const affected = rejected.rows + waiting
    if (kept + affected === 0) return null
    return {
      affected,
      of: kept + affected,
      what: 'orders and events',
      says:
        affected === 0
          ? 'Every order and event is somebody’s.'
          : `${countOf(rejected.rows, 'row was', 'rows were')} rejected in the imports of the last 90 days, and ${countOf(waiting, 'message waits', 'messages wait')} for a customer.`,
      parts: [
        { label: 'rejected by imports', affected: rejected.rows, of: kept + affected },
        { label: 'waiting for their customer', affected: waiting, of: kept + affected },
      ],
      examples: rejected.imports,
    }
  },
}
