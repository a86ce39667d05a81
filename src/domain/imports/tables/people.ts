import { folded, withKeys } from '../apply/folded.ts'
import { companyReference, rejectUnknown } from '../apply/references.ts'
import { upsert } from '../apply/upsert.ts'
import { quoted } from '../staging/names.ts'
import type { ImportTable } from './define.ts'
import { nameRegions } from './region-names.ts'

const plain = {
  email: { kind: 'id' },
  phone: { kind: 'id' },
  first_name: { kind: 'text' },
  last_name: { kind: 'text' },
  title: { kind: 'text' },
  seniority: { kind: 'text' },
  function: { kind: 'text' },
  country: { kind: 'country' },
  region: { kind: 'text' },
  city: { kind: 'text' },
  timezone: { kind: 'text' },
  years_experience: { kind: 'number' },
  years_in_role: { kind: 'number' },
} as const satisfies ImportTable['columns']

/** Compared by their folded texts. */
const KEYED = [
  'email',
  'title',
  'seniority',
  'function',
  'country',
  'region',
  'city',
  'timezone',
] as const satisfies readonly (keyof typeof plain)[]

export const people: ImportTable = {
  columns: { id: { kind: 'id', required: true }, company_id: { kind: 'id' }, ...plain },
  key: 'id',
  check: nameRegions,
  apply(run) {
    const present = run.staging.present('people') ?? new Set()
    rejectUnknown(run, 'people', companyReference)
    const counts = upsert(run.driver, {
      from: 'people',
      into: 'people',
      key: { external_id: 's.id' },
      values: {
        company_id: '(SELECT c.id FROM companies c WHERE c.external_id = s.company_id)',
        ...Object.fromEntries(Object.keys(plain).map((column) => [column, `s.${quoted(column)}`])),
        ...Object.fromEntries(KEYED.map((column) => [`${column}_key`, folded(quoted(column))])),
      },
      updates: withKeys(
        ['company_id', ...Object.keys(plain)].filter((column) => present.has(column)),
        new Set(KEYED),
      ),
    })
    if (counts.added + counts.updated > 0) run.changed('people')
    return counts
  },
}
