import { query, type Reader } from '#db/run.ts'
import type { ExportRow } from '#db/schema.ts'
import { toIso } from '#kernel/clock.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { actorFrom } from '../log/actor.ts'
import { exportFormat, formatId } from './formats/index.ts'
import { type Manifest, manifestSchema } from './manifest.ts'
import { exportOptionsSchema } from './options.ts'
import type { ShownExport } from './shown.ts'

/** Reads of exports, whatever became of them. */
export interface Exports {
  /** Newest first. */
  list(options?: { readonly subjectId?: string; readonly limit?: number }): readonly ShownExport[]
  /** Throws NotFoundError. */
  get(id: string): ShownExport
  find(id: string): ShownExport | undefined
  /** Exports that held a customer, newest first. */
  ofCustomer(customerId: number): readonly ShownExport[]
}

export function createExports(reader: Reader): Exports {
  const find = (id: string) => {
    const row = reader.get(query.selectFrom('exports').selectAll().where('id', '=', id))
    return row && exportOf(reader, row)
  }
  return {
    find,
    get(id) {
      const found = find(id)
      if (found !== undefined) return found
      throw new NotFoundError(`There is no export ${id}`, {
        next: 'List the exports to see which there are.',
      })
    },
    list: ({ subjectId, limit = 100 } = {}) =>
      reader
        .all(
          query
            .selectFrom('exports')
            .selectAll()
            .$if(subjectId !== undefined, (q) => q.where('subject_id', '=', subjectId ?? ''))
            .orderBy('number', 'desc')
            .limit(limit),
        )
        .map((row) => exportOf(reader, row)),
    ofCustomer: (customerId) =>
      reader
        .all(
          query
            .selectFrom('exports')
            .selectAll()
            .where((eb) =>
              eb.exists(
                eb
                  .selectFrom('export_members as m')
                  .select('m.customer_id')
                  .whereRef('m.export', '=', 'exports.number')
                  .where('m.customer_id', '=', customerId),
              ),
            )
            .orderBy('number', 'desc'),
        )
        .map((row) => exportOf(reader, row)),
  }
}

/** The export that takes another one back, unless it came to nothing. */
export const removerOf = (reader: Reader, id: string): string | null =>
  reader.get(
    query
      .selectFrom('exports')
      .select('id')
      .where('removes', '=', id)
      .where('state', 'in', ['waiting', 'done'])
      .orderBy('number', 'desc'),
  )?.id ?? null

function exportOf(reader: Reader, row: ExportRow): ShownExport {
  const { title } = exportFormat(formatId.parse(row.format))
  return {
    id: row.id,
    proposalId: row.proposal_id,
    format: row.format,
    title: row.removes === null ? title : `Removal from ${title}`,
    entity: row.entity,
    channel: row.channel,
    subject: subjectOf(row),
    options: exportOptionsSchema.parse(JSON.parse(row.options)),
    confirmedBy: actorFrom(row.confirmed_by).name,
    confirmedAt: toIso(row.confirmed_at),
    asOf: toIso(row.as_of),
    confirmed: row.confirmed,
    state: row.state,
    reason: row.reason,
    removes: row.removes,
    removedBy: removerOf(reader, row.id),
    written: row.manifest === null ? null : writtenOf(manifestSchema.parse(JSON.parse(row.manifest))),
  }
}

const writtenOf = ({ rows, leftOut, mendedPhones, files, notes, writtenAt }: Manifest) => ({
  rows,
  leftOut,
  mendedPhones,
  files,
  notes,
  at: writtenAt,
})

/** What was exported, as it was then. */
export const subjectOf = (row: ExportRow): Manifest['subject'] => ({
  kind: row.subject_kind,
  id: row.subject_id,
  name: row.subject_name,
  version: row.subject_version,
})
