import { type Contact, contactOf, contactSelect, hashed } from '../contact.ts'
import { cell } from '../csv.ts'
import type { ExportFormat } from './define.ts'

/**
 * Google Ads customer match, after Google's template and its articles 7476159 and 7659867: UTF-8, English headers,
 * phones in E.164 with `+`. Google hashes plain files on upload; hashed files hold SHA-256 of what is trimmed and in
 * small letters, except country and postal code, which stay readable. Google matches by country and postal code only
 * with both names.
 */
export const googleAds: ExportFormat = {
  title: 'Google Ads customer match',
  goes: 'to Google Ads',
  about: 'Finds customers on Google by e-mail address, phone, name and place',
  channel: 'ads',
  entities: ['customer'],
  options: ['hashed'],
  plan: ({ options, removal }) => ({
    files: [{ suffix: '', headers: ['Email', 'Phone', 'First Name', 'Last Name', 'Country', 'Zip'] }],
    select: contactSelect({ removal }),
    row(_id, values) {
      const contact = contactOf(values)
      if (contact.useless !== undefined) return { why: contact.useless }
      const cells = options.hashed ? hashedCells(contact) : plainCells(contact)
      return {
        file: 0,
        text: `${cells},${contact.country},${cell(contact.postcode)}`,
        ...(contact.phone?.mended === true && { mended: 'phone' }),
      }
    },
  }),
}

const plainCells = ({ email = '', phone, firstName, lastName }: Contact): string =>
  `${cell(email)},${phone?.number ?? ''},${cell(firstName)},${cell(lastName)}`

const hashedCells = ({ email = '', phone, firstName, lastName }: Contact): string =>
  `${hashed(withoutGmailDots(email))},${hashed(phone?.number ?? '')},${hashed(firstName.toLowerCase())},${hashed(lastName.toLowerCase())}`

/**
 * At gmail.com and googlemail.com, dots and what follows a plus sign lead to the same mailbox: Google's Data Manager
 * API wants them gone before hashing.
 */
function withoutGmailDots(email: string): string {
  const [, local = '', domain = ''] = /^([^+@]+)(?:\+[^@]*)?@(gmail\.com|googlemail\.com)$/.exec(email) ?? []
  return domain === '' ? email : `${local.replaceAll('.', '')}@${domain}`
}
