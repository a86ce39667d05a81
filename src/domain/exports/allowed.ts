import type { Writer } from '#db/run.ts'
import type { ExportRow } from '#db/schema.ts'
import { add, andNot, type Bitset, bitsetFor } from '../members/bitset.ts'
import { decodeMembers } from '../members/encode.ts'

type Driver = Writer['driver']

/** Who may be written to by each channel now, by the facts row. Ads are matched by either address. */
const REACHABLE = {
  email: 'email_reachable = 1',
  sms: 'sms_reachable = 1',
  ads: '(email_reachable = 1 OR sms_reachable = 1)',
} as const

/**
 * Of those who were confirmed, whoever may still be in the file: on a channel, whoever can be reached there now; in
 * a file with contact columns, whoever has not withdrawn a consent since it was confirmed. A removal takes everybody.
 */
export function allowedOf(driver: Driver, row: ExportRow): Bitset {
  const confirmed = decodeMembers(row.members)
  if (row.removes !== null) return confirmed
  const gone = [
    ...(row.channel === null ? [] : [andNot(confirmed, idsWhere(driver, REACHABLE[row.channel]))]),
    ...withdrawn(driver, row.email_consented, 'email_consent = 1'),
    ...withdrawn(driver, row.sms_consented, 'sms_consent = 1'),
  ]
  return gone.reduce(andNot, confirmed)
}

/** Which of these customers had consented by each channel, as exports keep it. */
export const consentedBy = (driver: Driver, channel: 'email' | 'sms'): Bitset =>
  idsWhere(driver, `${channel}_consent = 1`)

const withdrawn = (driver: Driver, then: Uint8Array | null, test: string): Bitset[] =>
  then === null ? [] : [andNot(decodeMembers(then), idsWhere(driver, test))]

function idsWhere(driver: Driver, test: string): Bitset {
  const found = driver.prepare<[], number>(`SELECT id FROM facts WHERE ${test} ORDER BY id`).pluck().all()
  const set = bitsetFor(found.at(-1) ?? 0)
  for (const id of found) add(set, id)
  return set
}
