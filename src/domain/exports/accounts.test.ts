import { afterAll, beforeAll, expect, test } from 'vitest'
import { query } from '#db/run.ts'
import { parse } from 'csv-parse/sync'
import type { AudienceDefinition } from '../audiences/definition.ts'
import type { Criteria } from '../criteria/schema.ts'
import { makeProfile, storeScores } from '../profiles/standing/scored.fixture.ts'
import { undoingOf } from '../proposals/undoing.ts'
import { openExports, type TestExports } from './exports.fixture.ts'
import { PLAIN } from './options.ts'

let w: TestExports
const KNOWN: Criteria = { type: 'person', field: 'seniority', op: 'known' }
const IN_GERMANY: Criteria = { type: 'company', field: 'country', op: 'equals', value: 'DE' }

beforeAll(async () => {
  w = await openExports()
  makeProfile(w.driver, { id: 'icp_1', name: 'SMB SaaS' })
  makeProfile(w.driver, { id: 'per_2', name: 'VP Sales', icpId: 'icp_1' })
  storeScores(w.driver, 'company', [{ id: 1, icp: 1, icpScore: 80 }])
  storeScores(w.driver, 'person', [{ id: 1, icp: 1, icpScore: 80, persona: 2, personaScore: 100 }])
  await audience('Leads', {
    entity: 'person',
    channel: 'email',
    base: [{ type: 'criteria', criteria: KNOWN }],
  })
  await audience('Accounts', { entity: 'company', base: [{ type: 'criteria', criteria: IN_GERMANY }] })
})
afterAll(() => w.close())

const audience = (name: string, more: Partial<AudienceDefinition>) =>
  w.confirm({
    kind: 'create_audience',
    audienceId: `aud_${name.toLowerCase()}`,
    name,
    description: '',
    assumptions: [],
    definition: { entity: 'customer', base: [], less: [], channel: 'sales', ...more },
  })

const exporting = (name: string, options = PLAIN) =>
  ({
    kind: 'export',
    subject: { kind: 'audience', id: `aud_${name.toLowerCase()}` },
    format: 'standard_csv',
    options,
  }) as const

const rowsOf = (exportId: string, name: string): readonly Record<string, string>[] =>
  parse(w.fileOf(exportId, name), { columns: true })

test('people stand in a file with their company and both scores, and without addresses', async () => {
  const { id, written, entity } = await w.exported(exporting('Leads'))
  expect(entity).toBe('person')
  const rows = rowsOf(id, written?.files[0]?.name ?? '')
  expect(rows.map((row) => row['person_id'])).toEqual(['L1', 'L2', 'L3'])
  expect(rows[0]).toEqual({
    person_id: 'L1',
    company_id: 'B1',
    company: 'Alpha Labs',
    title: 'VP Sales',
    seniority: 'VP',
    function: 'Sales',
    country: 'DE',
    region: '',
    city: '',
    timezone: '',
    years_experience: '',
    years_in_role: '0.5',
    icp_code: 'SMB-SAAS',
    icp_score: '80',
    persona_code: 'VP-SALES',
    persona_score: '100',
  })
})

test('contact columns are chosen, and a proposal says that consent is not known', async () => {
  const change = exporting('Leads', { ...PLAIN, contact: true })
  const { summary, difference } = await w.draft(change)
  expect(summary).toBe(
    'Export the e-mail audience “Leads” as Standard CSV with 3 people, their e-mail addresses, phone numbers and names',
  )
  expect(difference.map(({ what, after }) => `${what}: ${after}`)).toEqual([
    'file: Standard CSV',
    'contact columns: e-mail, phone, first name and last name',
    'consent: not known here for the 3 people: the file is for analysis and for sales, not for sending',
    expect.stringContaining('not known: Whether they consented to e-mail'),
  ])
  const { id, written } = await w.exported(change)
  expect(rowsOf(id, written?.files[0]?.name ?? '')[0]).toMatchObject({
    email: 'ana@alpha.example',
    last_name: 'Berg',
  })
})

test('whoever lost the address since it was confirmed is in no file', async () => {
  const exportId = await w.confirmedOnly(exporting('Leads'))
  w.driver.run(
    query.updateTable('people').set({ email: null, email_key: null }).where('external_id', '=', 'L3'),
  )
  const { written } = await w.exportJobs.ended(exportId)
  expect(written).toMatchObject({ rows: 2, leftOut: [{ customers: 1 }] })
  expect(rowsOf(exportId, 'left-out.csv')[0]).toMatchObject({ person_id: 'L3' })
})

test('companies have a file without contact columns, and numbers that no spreadsheet runs', async () => {
  const { id, written } = await w.exported(exporting('Accounts'))
  const rows = rowsOf(id, written?.files[0]?.name ?? '')
  expect(rows.map(({ company_id, employees, icp_score }) => [company_id, employees, icp_score])).toEqual([
    ['B1', '120', '80'],
    ['B2', '800', ''],
  ])
  await expect(w.draft(exporting('Accounts', { ...PLAIN, contact: true }))).rejects.toMatchObject({
    name: 'InputError',
    message: 'A file of companies has no contact columns',
  })
})

test('no customer counts as exported by what was exported of people, and a removal file names the people', async () => {
  const { id } = await w.exported(exporting('Accounts'))
  const held = w.services.reader.all(query.selectFrom('export_members').select('customer_id'))
  expect(held).toEqual([])
  const removal = await w.exported(undoingOf({ ...w.services }, id))
  expect(rowsOf(removal.id, removal.written?.files[0]?.name ?? '')).toEqual([
    { company_id: 'B1' },
    { company_id: 'B2' },
  ])
})

test.each([
  ['google_ads', 'Leads', 'Google Ads customer match takes customers only: nobody knows here whether'],
  ['klaviyo', 'Accounts', 'Klaviyo list takes customers only: companies have no addresses'],
] as const)('%s refuses %s with the reason', async (format, name, message) => {
  await expect(w.draft({ ...exporting(name), format })).rejects.toMatchObject({
    name: 'InputError',
    message: expect.stringContaining(message),
  })
})
