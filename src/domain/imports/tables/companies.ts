import { upsert } from '../apply/upsert.ts'
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
  tech_stack: { kind: 'text' },
  funding_stage: { kind: 'text' },
  hiring_velocity: { kind: 'number' },
  headcount_growth: { kind: 'number' },
  relationship: { kind: 'relationship' },
} as const satisfies ImportTable['columns']

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
      values: Object.fromEntries(Object.keys(plain).map((column) => [column, `s.${column}`])),
      updates: Object.keys(plain).filter((column) => present.has(column)),
    })
    if (counts.added + counts.updated > 0) run.changed('companies')
    return counts
  },
}
