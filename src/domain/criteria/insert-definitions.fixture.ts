import type { Writer } from '#db/run.ts'
import { foldText } from '#kernel/text.ts'
import type { ExportedRecord } from '../customers/record.ts'
import type { Company } from './company.fixture.ts'
import { insertRow } from './insert-row.fixture.ts'

/** A file of its own for each; beside the first, others that do not count: one that waits, one that was taken back. */
export function insertExport(writer: Writer, customer_id: number, { format, at }: ExportedRecord): void {
  const row = (state: 'done' | 'waiting', removes: string | null = null) => {
    const { number } = writer.driver
      .prepare<[], { number: number }>('SELECT count(*) + 1 AS number FROM exports')
      .get() ?? { number: 1 }
    insertRow(writer, 'exports', {
      number,
      id: `exp_${number}`,
      proposal_id: '',
      format,
      subject_kind: 'segment',
      subject_id: 'seg_canada',
      subject_name: 'Canadians',
      subject_version: 1,
      options: '{}',
      confirmed_by: '{}',
      confirmed_at: at,
      as_of: at,
      channel: null,
      confirmed: 1,
      members: new Uint8Array(),
      email_consented: null,
      sms_consented: null,
      removes,
      state,
      reason: null,
      manifest: null,
      written: 1,
      // Within the minute: to it they are counted.
      finished_at: at + (number % 60),
    })
    insertRow(writer, 'export_members', { export: number, customer_id })
    return `exp_${number}`
  }
  if (row('done') !== 'exp_1') return
  row('waiting')
  row('done', row('done'))
}

/** Lists, segments, and when these were first counted. */
export function insertSegments(writer: Writer, { lists, segments, firstCounts, now }: Company): void {
  const row = (id: string, name: string, criteria: string | null) =>
    insertRow(writer, 'segments', {
      pins: null,
      id,
      name,
      name_key: foldText(name),
      description: '',
      kind: criteria === null ? 'list' : 'custom',
      criteria,
      version: 1,
      created_at: now,
      updated_at: now,
    })
  for (const { id, name } of lists) row(id, name, null)
  for (const { id, name, criteria } of segments) row(id, name, JSON.stringify(criteria))
  for (const [segment_id, as_of] of firstCounts ?? []) {
    insertRow(writer, 'refreshes', {
      segment_id,
      version: 1,
      as_of,
      members: 0,
      entered: 0,
      left: 0,
      cause: 'created',
    })
  }
}

/** Indicators, and the values of those that have stored ones. */
export function insertIndicators(writer: Writer, { indicators = [], customers, now }: Company): void {
  for (const { id, name, storedAt, ...definition } of indicators) {
    insertRow(writer, 'indicators', {
      id,
      name,
      name_key: foldText(name),
      description: '',
      kind: 'custom',
      definition: JSON.stringify(definition),
      policy: storedAt === null ? 'dynamic' : 'frozen',
      policy_reason: '',
      version: 1,
      created_at: now,
      updated_at: now,
      deleted_at: null,
      values_as_of: storedAt,
      values_from: null,
    })
  }
  for (const customer of customers) {
    for (const [indicator_id, value] of customer.indicators) {
      insertRow(writer, 'indicator_values', { indicator_id, customer_id: customer.id, value })
    }
  }
}
