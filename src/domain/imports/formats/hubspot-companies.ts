import { semicolonList, translated, withoutThousands } from '../cells/mended.ts'
import { hubspotId } from '../hubspot/ids.ts'
import { hasHeaders } from '../mapping/header-key.ts'
import { nameRegions } from '../tables/region-names.ts'
import { fieldsOf, type FileShape, type ImportFormat, sameColumns } from './define.ts'

/**
 * Companies as HubSpot exports them (https://knowledge.hubspot.com/import-and-export/export-records): the columns
 * that people chose.
 */
export const hubspotCompanies: ImportFormat = {
  name: 'hubspot-companies',
  title: 'companies from HubSpot',
  source: 'hubspot',
  roundsMoney: true,
  likeness(file) {
    if (!hasHeaders(file, IDS) || !hasHeaders(file, NAMES)) return 0
    const ofPeople = hasHeaders(file, ['First Name', 'Last Name', 'Job Title'], 2) ? 0.5 : 0
    return (hasHeaders(file, MARKS) ? 1 : 0.6) - ofPeople
  },
  shape: () => SHAPE,
}

const IDS = ['Record ID', 'Record ID - Company', 'Company ID']
const NAMES = ['Company name', 'Company Domain Name']
const MARKS = ['Company owner', 'Company Domain Name', 'Number of Employees', 'Annual Revenue']

/** https://knowledge.hubspot.com/records/use-lifecycle-stages */
const relationship = translated({
  subscriber: 'prospect',
  lead: 'prospect',
  marketing_qualified_lead: 'prospect',
  marketingqualifiedlead: 'prospect',
  sales_qualified_lead: 'pipeline',
  salesqualifiedlead: 'pipeline',
  opportunity: 'pipeline',
  customer: 'customer',
  evangelist: 'customer',
  other: '',
})

const field = fieldsOf('companies')

const FIELDS: FileShape['fields'] = {
  id: { column: { kind: 'id', required: true }, names: IDS, words: 'company id', prepare: hubspotId },
  name: field('name', 'text', ['Company name', 'Name']),
  domain: field('domain', 'id', ['Company Domain Name', 'Domain', 'Website URL']),
  industry: field('industry', 'text', ['Industry']),
  employees: field('employees', 'count', ['Number of Employees', 'Employees'], withoutThousands),
  revenue: field('revenue', 'number', ['Annual Revenue'], withoutThousands),
  country: field('country', 'country', ['Country/Region', 'Country']),
  region: field('region', 'text', ['State/Region', 'State']),
  city: field('city', 'text', ['City']),
  tech_stack: field('tech_stack', 'list', ['Web Technologies'], semicolonList),
  relationship: field('relationship', 'relationship', ['Lifecycle Stage'], relationship),
}

const SHAPE: FileShape = {
  fields: FIELDS,
  parts: [{ table: 'companies', columns: sameColumns(FIELDS) }],
  check: nameRegions,
}
