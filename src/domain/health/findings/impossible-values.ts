import { countOf } from '#kernel/text.ts'
import type { Finding, Part } from '../define.ts'

const DAY = 86_400
/** Nobody is older. */
const OLDEST = 120

export const impossibleValues: Finding = {
  id: 'impossible_values',
  title: 'Values that can’t be',
  weight: 8,
  worst: 0.05,
  costs: 'They end up in the wrong segments: birthdays that never come, orders that are not counted yet.',
  next: {
    words: 'Mend them where the data is from: wrong columns and time zones are the usual causes.',
    href: '/data',
  },
  look(scan) {
    const customers = scan.sums(
      'customers',
      `SELECT count(c.birthday) AS birthdays, sum(c.birthday > @today) AS unborn, sum(c.birthday < @oldest) AS ancient,
        sum(c.created_at > @now) AS unjoined, sum(f.first_at < c.created_at - ${DAY}) AS early,
        sum(f.orders > 0) AS buyers
       FROM customers c JOIN facts f ON f.id = c.id WHERE c.id >= @from AND c.id < @to`,
      { today: scan.today, oldest: `${Number(scan.today.slice(0, 4)) - OLDEST}-01-01`, now: scan.now },
    )
    const orders = scan.sums(
      'orders',
      `SELECT count(*) AS orders, sum(total < 0) AS negative, sum(refunded_total > total) AS refunds,
        sum(ordered_at > @now) AS ahead FROM orders WHERE id >= @from AND id < @to`,
      { now: scan.now + DAY },
    )
    const events = scan.number(
      `SELECT sum((SELECT count(*) FROM events e WHERE e.type_id = t.id AND e.occurred_at > ?)) FROM event_types t`,
      scan.now + DAY,
    )
    const allOrders = orders['orders'] ?? 0
    const of = scan.customers + allOrders
    if (of === 0) return null
    const part = (label: string, affected: number | undefined, among: number): Part => ({
      label,
      affected: affected ?? 0,
      of: among,
    })
    const parts = [
      part('birthday in the future', customers['unborn'], customers['birthdays'] ?? 0),
      part(`older than ${OLDEST} years`, customers['ancient'], customers['birthdays'] ?? 0),
      part('signed up in the future', customers['unjoined'], scan.customers),
      part('ordered before signing up', customers['early'], customers['buyers'] ?? 0),
      part('order with a negative total', orders['negative'], allOrders),
      part('refunded more than was paid', orders['refunds'], allOrders),
      part('order in the future', orders['ahead'], allOrders),
      part('event in the future', events, events),
    ].toSorted((a, b) => b.affected - a.affected)
    const affected = parts.reduce((sum, one) => sum + one.affected, 0)
    return {
      affected,
      of,
      what: 'customers and orders',
      share: Math.max(...parts.map((one) => (one.of === 0 ? 0 : one.affected / Math.max(one.of, of / 10)))),
      says:
        affected === 0
          ? 'No birthday, date or amount is impossible.'
          : `${countOf(affected, 'value is', 'values are')} impossible or unlikely.`,
      parts: parts.filter((one) => one.affected > 0),
      examples: scan.people(
        scan
          .all('SELECT id FROM customers WHERE birthday > ? OR created_at > ? LIMIT 3', scan.today, scan.now)
          .map(({ id }) => Number(id)),
      ),
    }
  },
}
