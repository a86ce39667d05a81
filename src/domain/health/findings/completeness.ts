import { percentOf } from '#kernel/text.ts'
import type { Finding } from '../define.ts'

/** What campaigns are made with; the others are told of, and cost nothing. */
const CORE = ['email', 'first_name', 'last_name', 'country', 'created_at'] as const
const OTHERS = ['phone', 'gender', 'birthday', 'city', 'postcode', 'language'] as const

const LABELS: Readonly<Record<(typeof CORE | typeof OTHERS)[number], string>> = {
  email: 'e-mail address',
  first_name: 'first name',
  last_name: 'last name',
  country: 'country',
  created_at: 'sign-up date',
  phone: 'phone number',
  gender: 'gender',
  birthday: 'birthday',
  city: 'city',
  postcode: 'postcode',
  language: 'language',
}

export const completeness: Finding = {
  id: 'completeness',
  title: 'Missing values',
  weight: 15,
  worst: 0.6,
  costs: 'Whoever has no value is in no segment that asks for one, and gets no greeting by name.',
  next: {
    words: 'Add the missing columns to the file or stream, and import it again: rows are updated.',
    href: '/data',
  },
  look(scan) {
    if (scan.customers === 0) return null
    const fields = [...CORE, ...OTHERS]
    const known = scan.sums(
      'customers',
      `SELECT ${fields.map((field) => `count(${field}) AS ${field}`).join(', ')},
        count(*) - count(CASE WHEN ${CORE.map((field) => `${field} IS NOT NULL`).join(' AND ')} THEN 1 END) AS incomplete
       FROM customers WHERE id >= @from AND id < @to`,
    )
    const missing = (field: string) => scan.customers - (known[field] ?? 0)
    const incomplete = known['incomplete'] ?? 0
    return {
      affected: incomplete,
      of: scan.customers,
      what: 'customers',
      // Half of the names missing weighs as much as half of the addresses.
      share: CORE.reduce((sum, field) => sum + missing(field), 0) / (CORE.length * scan.customers),
      says: `${percentOf(incomplete, scan.customers)} of customers lack an e-mail address, a name, a country or a sign-up date.`,
      parts: fields
        .map((field) => ({ label: LABELS[field], affected: missing(field), of: scan.customers }))
        .toSorted((a, b) => b.affected - a.affected),
    }
  },
}
