import { exactText, translated } from '../cells/mended.ts'
import { giveAddressIds } from '../customers/address-ids.ts'
import { hasHeaders } from '../mapping/header-key.ts'
import { nameRegions } from '../tables/region-names.ts'
import { fieldsOf, type FileShape, type ImportFormat, sameColumns, TAG_OF_COLUMN } from './define.ts'

/**
 * Profiles as Klaviyo exports them (https://help.klaviyo.com/hc/en-us/articles/115005078967): the columns that people
 * chose, custom properties among them. Whoever is suppressed can’t be reached, whatever their consent says.
 */
export const klaviyoProfiles: ImportFormat = {
  name: 'klaviyo-profiles',
  title: 'profiles from Klaviyo',
  source: 'klaviyo',
  roundsMoney: false,
  addressIds: true,
  likeness(file) {
    const consent = hasHeaders(file, CONSENT_MARKS) ? 0.9 : 0
    const own = hasHeaders(file, ['Klaviyo ID']) ? 1 : 0
    return Math.max(own, consent, hasHeaders(file, PLACE_MARKS, PLACE_MARKS.length) ? 0.5 : 0)
  },
  shape: () => SHAPE,
}

const CONSENT_MARKS = [
  'Email Marketing Consent',
  'Email Marketing Consent Timestamp',
  'Email Suppressions',
  'SMS Marketing Consent',
]
const PLACE_MARKS = ['Email', 'State / Region', 'Zip Code', 'Phone Number']

/** https://developers.klaviyo.com/en/docs/collect_email_and_sms_consent_via_api; nothing where nobody was asked. */
const consent = translated({
  subscribed: 'yes',
  unsubscribed: 'no',
  never_subscribed: '',
  not_subscribed: '',
  suppressed: 'no',
  pending: '',
  true: 'yes',
  false: 'no',
  yes: 'yes',
  no: 'no',
})

const field = fieldsOf('customers')

const FIELDS: FileShape['fields'] = {
  id: field('id', 'id', ['Klaviyo ID', 'Profile ID'], exactText),
  email: field('email', 'id', ['Email', 'Email Address']),
  phone: field('phone', 'id', ['Phone Number', 'Phone'], exactText),
  first_name: field('first_name', 'text', ['First Name']),
  last_name: field('last_name', 'text', ['Last Name']),
  gender: field('gender', 'text', ['Gender']),
  birthday: field('birthday', 'date', ['Birthday', 'Birthdate', 'Date of Birth']),
  city: field('city', 'text', ['City']),
  region: field('region', 'text', ['State / Region', 'Region', 'State']),
  country: field('country', 'country', ['Country']),
  postcode: field('postcode', 'text', ['Zip Code', 'Zip', 'Postal Code'], exactText),
  latitude: field('latitude', 'latitude', ['Latitude']),
  longitude: field('longitude', 'longitude', ['Longitude']),
  language: field('language', 'text', ['Language', 'Locale']),
  created_at: field('created_at', 'instant', ['Profile Created On', 'Created At', 'Created']),
  accepts_email: field('accepts_email', 'flag', ['Email Marketing Consent'], consent),
  accepts_email_at: field('accepts_email_at', 'instant', ['Email Marketing Consent Timestamp']),
  email_suppressions: {
    column: { kind: 'text' },
    names: ['Email Suppressions', 'Email Suppression'],
    words: 'why no e-mail is sent',
  },
  email_suppressed_at: {
    column: { kind: 'instant' },
    names: ['Email Suppressions Timestamp', 'Email Suppression Timestamp'],
    words: 'since when no e-mail is sent',
  },
  accepts_sms: field('accepts_sms', 'flag', ['SMS Marketing Consent', 'SMS Consent'], consent),
  accepts_sms_at: field('accepts_sms_at', 'instant', [
    'SMS Marketing Consent Timestamp',
    'SMS Consent Timestamp',
  ]),
  sms_suppressions: {
    column: { kind: 'text' },
    names: ['SMS Suppressions', 'SMS Suppression'],
    words: 'why no SMS is sent',
  },
  tags: field('tags', 'list', ['Tags']),
  interests: field('interests', 'list', ['Interests']),
  property: TAG_OF_COLUMN,
}

const UNSTORED = ['email_suppressions', 'email_suppressed_at', 'sms_suppressions', 'property']

const SHAPE: FileShape = {
  fields: FIELDS,
  computed: {
    id: { kind: 'id' },
    // A suppression says something of consent in files that have no column for it.
    accepts_email: { kind: 'flag' },
    accepts_email_at: { kind: 'instant' },
    accepts_sms: { kind: 'flag' },
  },
  anyOf: [{ fields: ['id', 'email', 'phone'], words: 'id, email or phone' }],
  parts: [{ table: 'customers', columns: sameColumns(FIELDS, UNSTORED) }],
  check(columns) {
    const name = nameRegions(columns)
    const give = giveAddressIds(columns)
    const at = (field_: string) => columns.indexOf(field_)
    const email = {
      consent: at('accepts_email'),
      since: at('accepts_email_at'),
      why: at('email_suppressions'),
    }
    const sms = { consent: at('accepts_sms'), since: at('accepts_sms_at'), why: at('sms_suppressions') }
    const suppressedAt = at('email_suppressed_at')
    return (values) => {
      for (const { consent: state, since, why } of [email, sms]) {
        const reason = values[why] ?? null
        if (reason === null || NOTHING.test(String(reason))) continue
        // As of now where the file tells no time: a later consent lifts no suppression.
        values[state] = 0
        if (since >= 0) values[since] = why === email.why ? (values[suppressedAt] ?? null) : null
      }
      return give(values) ?? name(values)
    }
  },
}

/** How exports write that somebody is not suppressed. */
const NOTHING = /^(?:\[\]|\{\}|none|never|no|false|0|not suppressed)$/i
