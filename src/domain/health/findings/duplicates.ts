import { countOf } from '#kernel/text.ts'
import { add, bitsetFor, count } from '../../members/bitset.ts'
import type { Finding } from '../define.ts'
import type { Scan } from '../scan.ts'

/** By what two records can be taken for one person, and the columns of it. */
const WAYS = [
  { label: 'same e-mail address', columns: ['email'] },
  { label: 'same phone number', columns: ['phone'] },
  { label: 'same name and postcode', columns: ['last_name', 'first_name', 'postcode'] },
] as const

export const duplicates: Finding = {
  id: 'duplicates',
  title: 'People who are there twice',
  weight: 12,
  worst: 0.3,
  costs: 'They are counted and written to twice, and neither record shows what they are worth.',
  next: {
    words: 'Join records of one person by the rule on the Data page, or merge them where the data is from.',
    href: '/data',
  },
  look(scan) {
    if (scan.customers === 0) return null
    const twice = bitsetFor(scan.number('SELECT max(id) FROM customers'))
    const parts = WAYS.map(({ label, columns }) => {
      const affected = sharing(scan, columns, (id) => add(twice, id))
      return { label, affected, of: scan.customers }
    })
    const affected = count(twice)
    return {
      affected,
      of: scan.customers,
      what: 'customers',
      says: `${countOf(affected, 'customer shares', 'customers share')} an e-mail address, a phone number, or name and postcode with another.`,
      parts,
      examples: examplesOf(scan),
    }
  },
}

/** Calls for each record that shares these columns with another; answers how many there are. */
function sharing(scan: Scan, columns: readonly string[], look: (id: number) => void): number {
  const known = columns.map((column) => `${column} IS NOT NULL`).join(' AND ')
  const same = columns.map((column) => `k.${column} = d.${column}`).join(' AND ')
  let n = 0
  scan.each(
    `SELECT k.id FROM (SELECT ${columns.join(', ')} FROM customer_keys WHERE ${known}
       GROUP BY ${columns.join(', ')} HAVING count(*) > 1) d
     JOIN customer_keys k ON ${same}`,
    (id) => {
      n++
      look(id)
    },
  )
  return n
}

const examplesOf = (scan: Scan): readonly string[] =>
  scan
    .all(
      `SELECT min(id) AS first, max(id) AS last FROM customer_keys WHERE email IS NOT NULL
       GROUP BY email HAVING count(*) > 1 LIMIT 3`,
    )
    .map(({ first, last }) => scan.people([Number(first), Number(last)]).join(' and '))
