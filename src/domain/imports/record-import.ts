import { query, type Writer } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'
import { appendLog } from '../log/append.ts'
import { recordArrival } from '../sources/record.ts'
import type { AppliedPart } from './apply/apply-staged.ts'
import type { ImportReport } from './report.ts'

/** Writes an import into the history, inside the transaction that it tells about. */
export function recordImport(
  writer: Writer,
  report: ImportReport,
  {
    parts,
    startedAt,
    finishedAt,
    actor,
  }: { parts: readonly AppliedPart[]; startedAt: Instant; finishedAt: Instant; actor: Actor },
): void {
  // The history holds no personal data, and the values of rejected rows can be that.
  const { sample: _sample, ...rejected } = report.rejected
  writer.run(
    query.insertInto('imports').values({
      id: report.id,
      format: report.format,
      files: JSON.stringify(report.files.map(({ file }) => file)),
      started_at: startedAt,
      finished_at: finishedAt,
      state: 'done',
      report: JSON.stringify({ ...report, rejected }),
    }),
  )
  const demo = report.format === 'demo'
  for (const { format, source, tables } of parts) {
    const name = demo ? report.format : format
    recordArrival(writer, {
      kind: demo ? 'demo' : 'file',
      key: `${name}:${source}`,
      name,
      source,
      at: finishedAt,
      rows: Object.fromEntries(tables.map(({ table, added, updated }) => [table, added + updated])),
    })
  }
  appendLog(writer, {
    at: finishedAt,
    actor,
    action: 'import',
    subject: report.id,
    detail: {
      format: report.format,
      changed: report.changed,
      tables: report.tables,
      rejected: rejected.rows,
    },
  })
}
