import { folded, withKeys } from '../apply/folded.ts'
import { upsert } from '../apply/upsert.ts'
import { writeTechnologies } from '../companies/technologies.ts'
import type { ImportTable } from './define.ts'
import { nameRegions } from './region-names.ts'

const columns = {
  id: { kind: 'id', required: true },
  name: { kind: 'text' },
  domain: { kind: 'id' },
  industry: { kind: 'text' },
  employees: { kind: 'count' },
  revenue: { kind: 'number' },
  country: { kind: 'country' },
  region: { kind: 'text' },
  city: { kind: 'text' },
  tech_stack: { kind: 'list' },
  funding_stage: { kind: 'text' },
  hiring_velocity: { kind: 'number' },
  headcount_growth: { kind: 'number' },
  relationship: { kind: 'relationship' },
} as const satisfies ImportTable['columns']

/** Compared by their folded texts. */
const KEYED = ['name', 'domain', 'industry', 'country', 'region', 'city', 'funding_stage'] as const

export const companies: ImportTable = {
  columns,
  key: 'id',
  check: nameRegions,
  apply(run) {
    const present = run.staging.present('companies') ?? new Set()
    const { id: _id, ...plain } = columns
    const counts = upsert(run.driver, {
      from: 'companies',
      into: 'companies',
      key: { external_id: 's.id' },
      values: {
        ...Object.fromEntries(Object.keys(plain).map((column) => [column, `s.${column}`])),
        ...Object.fromEntries(KEYED.map((column) => [`${column}_key`, folded(column)])),
        // As people read it; conditions ask for one technology after the other.
        tech_stack: `(SELECT group_concat(j.value, '|') FROM json_each(s.tech_stack) j)`,
      },
      updates: withKeys(
        Object.keys(plain).filter((column) => present.has(column)),
        new Set(KEYED),
      ),
    })
    if (counts.added + counts.updated > 0) {
      if (present.has('tech_stack')) writeTechnologies(run.driver)
      run.changed('companies')
    }
    return counts
  },
}
