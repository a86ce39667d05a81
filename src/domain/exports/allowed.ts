import type { Writer } from '#db/run.ts'
import type { ExportRow } from '#db/schema.ts'
import { add, andNot, type Bitset, bitsetFor } from '../members/bitset.ts'
import { decodeMembers } from '../members/encode.ts'

type Driver = Writer['driver']

/** Customers who may be written to by each channel now, by the facts row. Ads are matched by either address. */
const CONSENTING = {
  email: 'facts WHERE email_reachable = 1',
  sms: 'facts WHERE sms_reachable = 1',
  ads: 'facts WHERE (email_reachable = 1 OR sms_reachable = 1)',
} as const

/** Of people at companies no consent is kept: those who have an address now. */
const ADDRESSED = {
  email: `people WHERE email_key LIKE '%@%'`,
  sms: 'people WHERE phone IS NOT NULL',
  ads: `people WHERE (email_key LIKE '%@%' OR phone IS NOT NULL)`,
} as const

/**
 * Of those who were confirmed, whoever may still be in the file: on a channel, whoever can be reached there now; in
 * a file with contact columns, whoever has not withdrawn a consent since it was confirmed. A removal takes everybody.
 */
export function allowedOf(driver: Driver, row: ExportRow): Bitset {
  const confirmed = decodeMembers(row.members)
  if (row.removes !== null) return confirmed
  const reached = row.entity === 'person' ? ADDRESSED : CONSENTING
  const gone = [
    ...(row.channel === null ? [] : [andNot(confirmed, idsIn(driver, reached[row.channel]))]),
    ...withdrawn(driver, row.email_consented, 'email'),
    ...withdrawn(driver, row.sms_consented, 'sms'),
  ]
  return gone.reduce(andNot, confirmed)
}

/** Which of these customers had consented by each channel, as exports keep it. */
export const consentedBy = (driver: Driver, channel: 'email' | 'sms'): Bitset =>
  idsIn(driver, `facts WHERE ${channel}_consent = 1`)

const withdrawn = (driver: Driver, then: Uint8Array | null, channel: 'email' | 'sms'): Bitset[] =>
  then === null ? [] : [andNot(decodeMembers(then), consentedBy(driver, channel))]

function idsIn(driver: Driver, rows: string): Bitset {
  const found = driver.prepare<[], number>(`SELECT id FROM ${rows} ORDER BY id`).pluck().all()
  const set = bitsetFor(found.at(-1) ?? 0)
  for (const id of found) add(set, id)
  return set
}
