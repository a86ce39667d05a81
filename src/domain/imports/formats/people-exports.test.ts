import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { csv, type ImportBench, importBench } from '../imports.fixture.ts'
import { planFiles } from '../plan/plan-files.ts'

let bench: ImportBench
beforeEach(() => {
  bench = importBench()
})
afterEach(() => bench.close())

describe('profiles from Klaviyo', () => {
  const FILE = csv(
    'Email,Klaviyo ID,First Name,Phone Number,City,State / Region,Country,Zip Code,Latitude,Email Marketing Consent,Email Marketing Consent Timestamp,SMS Marketing Consent,Email Suppressions,Colour,Size',
    `ann@example.com,01ANN,Ann,'+15550100001,Toronto,Ontario,Canada,'01234,43.65,SUBSCRIBED,2025-03-01T10:00:00+01:00,NEVER_SUBSCRIBED,,red,M`,
    'bob@example.com,01BOB,Bob,,,,,,,SUBSCRIBED,2025-03-01 10:00:00,,HARD_BOUNCE,blue,',
    'cy@example.com,,Cy,,,,,,,UNSUBSCRIBED,,SUBSCRIBED,[],,',
    'di@example.com,01DI,Di,,,,,,,MAYBE,,,,,',
  )

  test('bring consent with its time, and nobody who is suppressed', async () => {
    const report = await bench.importFile(FILE)
    expect(report.format).toBe('klaviyo-profiles')
    expect(bench.rows('SELECT source, external_id FROM identities ORDER BY customer_id')).toEqual([
      ['klaviyo', '01ANN'],
      ['klaviyo', '01BOB'],
      ['klaviyo', expect.stringMatching(/^email:[0-9a-f]{16}$/)],
    ])
    expect(bench.rows('SELECT customer_id, channel, state, changed_at FROM consents')).toEqual([
      [1, 'email', 'subscribed', 1740819600],
      [2, 'email', 'unsubscribed', 1763640000],
      [3, 'email', 'unsubscribed', 1763640000],
      [3, 'sms', 'subscribed', 1763640000],
    ])
    expect(
      bench.rows('SELECT phone, region, country, postcode, latitude FROM customers WHERE id = 1'),
    ).toEqual([['+15550100001', 'Ontario', 'CA', '01234', 43.65]])
    expect(report.rejected.sample).toMatchObject([
      { line: 5, reason: expect.stringMatching(/^accepts_email is none of subscribed, /) },
    ])
    expect(report.files[0]?.ignoredColumns).toEqual(['Colour', 'Size'])
    expect((await bench.importFile(FILE)).changed).toBe(false)
  })

  test('keep the properties that people choose, as tags', async () => {
    await bench.importFolder({ 'profiles.csv': FILE }, { map: { property: 'Colour' } })
    expect(bench.rows('SELECT customer_id, key, label FROM customer_labels')).toEqual([
      [2, 'colour: blue', 'Colour: blue'],
      [1, 'colour: red', 'Colour: red'],
    ])
    const path = bench.write('profiles.csv', FILE)
    const columns = [
      { at: 13, column: 'Colour', field: 'property' },
      { at: 14, column: 'Size', field: 'property' },
    ]
    const { files } = await planFiles(bench.writer, { files: [{ path, columns }] })
    expect(files[0]?.problems).toEqual([])
    expect(files[0]?.columns.slice(-2).map(({ field, words }) => [field, words])).toEqual([
      ['property', 'a tag made of the column’s name and the value'],
      ['property', 'a tag made of the column’s name and the value'],
    ])
  })
})

describe('companies and contacts from HubSpot', () => {
  const COMPANIES = csv(
    'Record ID,Company name,Company Domain Name,Company owner,Industry,Number of Employees,Country/Region,Lifecycle Stage,Create Date',
    '15000000001,Acme,acme.example,Eve,Software,"1,200",Canada,Opportunity,2025-01-01 10:00',
  )
  const CONTACTS = csv(
    'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Job Title,Associated Company,Associated Company IDs',
    `101,Ann,Hart,ann@acme.example,'+15550100001,Eve,Open,VP Sales,Acme;Other,15000000001;15000000002`,
    '102,Bob,Bree,bob@new.example,,Eve,New,CEO,New Ltd,15000000003',
    '103,Cy,Cole,,,,,,Unknown Ltd,',
    ',Di,Dee,,,,,,,',
  )

  test('are told apart, whatever comes first', async () => {
    const report = await bench.importFolder({ 'contacts.csv': CONTACTS, 'hubspot.csv': COMPANIES })
    expect(report.format).toBe('hubspot-companies, hubspot-contacts')
    expect(bench.rows('SELECT external_id, name, employees, country, relationship FROM companies')).toEqual([
      ['hubspot:15000000001', 'Acme', 1200, 'CA', 'pipeline'],
      ['hubspot:15000000003', 'New Ltd', null, null, null],
    ])
    expect(
      bench.rows(
        'SELECT p.external_id, p.title, p.phone, c.name FROM people p LEFT JOIN companies c ON c.id = company_id',
      ),
    ).toEqual([
      ['hubspot:101', 'VP Sales', '+15550100001', 'Acme'],
      ['hubspot:102', 'CEO', null, 'New Ltd'],
      ['hubspot:103', null, null, null],
    ])
    expect(report.rejected.sample).toMatchObject([{ line: 5, reason: 'id is missing' }])
    expect(report.notes).toContain(
      'Contacts whose company has a name and no id belong to no company: 1. Export them with the column Associated Company IDs.',
    )
    const again = await bench.importFolder({ 'contacts.csv': CONTACTS, 'hubspot.csv': COMPANIES })
    expect(again.changed).toBe(false)
  })
})
