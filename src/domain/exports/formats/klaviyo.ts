import { contactOf, contactSelect } from '../contact.ts'
import { cell } from '../csv.ts'
import type { ExportFormat } from './define.ts'

const NAMES = ['First Name', 'Last Name', 'City', 'State / Region', 'Country', 'Zip Code'] as const

/**
 * Klaviyo list CSV, after help 115005078967, 360035428731 and 360039859932: `Email` first, then columns by the names
 * that Klaviyo maps by itself, at most 50 MB a file. Consent is given for all rows of an upload or for none: whoever
 * consented to e-mail and SMS stands in a file with phones, whoever consented to e-mail alone in one without.
 */
export const klaviyo: ExportFormat = {
  title: 'Klaviyo list',
  goes: 'to Klaviyo',
  about: 'Profiles for a list, in a file for each state of consent',
  channel: 'email',
  entities: ['customer'],
  options: [],
  mostBytes: 50_000_000,
  plan: (ctx) => ({
    files: [
      { suffix: '-email', headers: ['Email', ...NAMES] },
      { suffix: '-email-and-sms', headers: ['Email', 'Phone Number', ...NAMES] },
    ],
    select: contactSelect(ctx),
    row(_id, values) {
      const { email, phone, firstName, lastName, city, region, country, postcode } = contactOf(values)
      if (email === undefined) return { why: NO_EMAIL }
      const names = [firstName, lastName, city, region, country, postcode].map(cell).join(',')
      if (phone === undefined) return { file: 0, text: `${cell(email)},${names}` }
      return {
        file: 1,
        text: `${cell(email)},${phone.number},${names}`,
        ...(phone.mended && { mended: 'phone' }),
      }
    },
  }),
}

const NO_EMAIL = 'no e-mail address that may be used'
