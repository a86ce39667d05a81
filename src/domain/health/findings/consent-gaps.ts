import { countOf } from '#kernel/text.ts'
import type { Finding } from '../define.ts'

export const consentGaps: Finding = {
  id: 'consent_gaps',
  title: 'Addresses without a word on consent',
  weight: 10,
  worst: 0.5,
  costs:
    'Nobody may write to them, although some may have agreed: their address is worth nothing until that is known.',
  next: {
    words: 'Import who consented to e-mail and SMS, from the shop or the mailing tool.',
    href: '/data',
  },
  look(scan) {
    const row = scan.sums(
      'customers',
      `SELECT count(c.email) AS emails, sum(c.email IS NOT NULL AND f.email_consent IS NULL) AS email,
        count(c.phone) AS phones, sum(c.phone IS NOT NULL AND f.sms_consent IS NULL) AS phone,
        sum((c.email IS NOT NULL AND f.email_consent IS NULL) OR (c.phone IS NOT NULL AND f.sms_consent IS NULL)) AS affected,
        sum(c.email IS NOT NULL OR c.phone IS NOT NULL) AS addressed
       FROM customers c JOIN facts f ON f.id = c.id WHERE c.id >= @from AND c.id < @to`,
    )
    const of = row['addressed'] ?? 0
    if (of === 0) return null
    const emails = row['emails'] ?? 0
    const phones = row['phones'] ?? 0
    return {
      affected: row['affected'] ?? 0,
      of,
      what: 'customers with an address',
      // By SMS few write: of those with an e-mail address, where there are any.
      share: emails === 0 ? (row['phone'] ?? 0) / phones : (row['email'] ?? 0) / emails,
      says: `Of ${countOf(emails, 'e-mail address', 'e-mail addresses')} consent is unknown for ${(row['email'] ?? 0).toLocaleString('en-US')}, of ${countOf(phones, 'phone number')} for ${(row['phone'] ?? 0).toLocaleString('en-US')}.`,
      parts: [
        { label: 'e-mail consent unknown', affected: row['email'] ?? 0, of: emails },
        { label: 'SMS consent unknown', affected: row['phone'] ?? 0, of: phones },
      ],
    }
  },
}
