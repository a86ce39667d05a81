import { deriveEmployers } from '../hubspot/derive-employers.ts'
import { firstHubspotId, firstName, hubspotId } from '../hubspot/ids.ts'
import { exactText } from '../cells/mended.ts'
import { countHeaders, hasHeaders } from '../mapping/header-key.ts'
import { nameRegions } from '../tables/region-names.ts'
import { fieldsOf, type FileShape, type ImportFormat, sameColumns } from './define.ts'

/**
 * Contacts as HubSpot exports them (https://knowledge.hubspot.com/import-and-export/export-records): the columns that
 * people chose. A contact of several companies belongs to the first.
 */
export const hubspotContacts: ImportFormat = {
  name: 'hubspot-contacts',
  title: 'contacts from HubSpot',
  source: 'hubspot',
  roundsMoney: false,
  likeness(file) {
    if (!hasHeaders(file, IDS) || countHeaders(file, PERSONAL) < 2) return 0
    return hasHeaders(file, MARKS) ? 1 : 0.6
  },
  shape: () => SHAPE,
  derive: deriveEmployers,
}

const IDS = ['Record ID', 'Record ID - Contact', 'Contact ID']
const PERSONAL = ['First Name', 'Last Name', 'Email', 'Job Title']
const MARKS = [
  'Contact owner',
  'Lead Status',
  'Lifecycle Stage',
  'Associated Company',
  'Associated Company IDs',
  'Primary Associated Company ID',
]

const field = fieldsOf('people')

const FIELDS: FileShape['fields'] = {
  id: { column: { kind: 'id', required: true }, names: IDS, words: 'contact id', prepare: hubspotId },
  company_id: {
    column: { kind: 'id' },
    names: ['Associated Company IDs', 'Primary Associated Company ID', 'Associated Company ID'],
    words: 'employer of the person',
    prepare: firstHubspotId,
  },
  company_name: {
    column: { kind: 'text' },
    names: ['Associated Company', 'Primary Associated Company', 'Company name'],
    words: 'name of the employer, where its own file does not tell it',
    prepare: firstName,
  },
  first_name: field('first_name', 'text', ['First Name']),
  last_name: field('last_name', 'text', ['Last Name']),
  email: field('email', 'id', ['Email']),
  phone: field('phone', 'id', ['Phone Number', 'Mobile Phone Number', 'Phone'], exactText),
  title: field('title', 'text', ['Job Title']),
  seniority: field('seniority', 'text', ['Employment Seniority', 'Seniority']),
  function: field('function', 'text', ['Employment Role', 'Job function']),
  country: field('country', 'country', ['Country/Region', 'Country']),
  region: field('region', 'text', ['State/Region', 'State']),
  city: field('city', 'text', ['City']),
  timezone: field('timezone', 'text', ['Time Zone']),
}

const SHAPE: FileShape = {
  fields: FIELDS,
  parts: [{ table: 'people', columns: sameColumns(FIELDS) }],
  check: nameRegions,
}
