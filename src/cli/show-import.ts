import type { ImportReport } from '#domain/imports/report.ts'
import { countOf } from '#kernel/text.ts'
import { table } from './table.ts'

/** The account of an import, as people read it. */
export function showImport(report: ImportReport): string {
  const parts = [
    table(
      ['What', 'Added', 'Updated', 'Unchanged', 'Removed', 'Repeated'],
      report.tables.map((t) => [t.what, t.added, t.updated, t.unchanged, t.removed, t.repeated]),
    ),
  ]
  for (const { file, ignoredColumns } of report.files) {
    if (ignoredColumns.length > 0) parts.push(`${file}: columns not used: ${ignoredColumns.join(', ')}`)
  }
  const { rows, reasons, sample } = report.rejected
  if (rows > 0) {
    parts.push(
      `${countOf(rows, 'row')} rejected:`,
      reasons
        .map(
          (r) =>
            `  ${r.rows.toLocaleString('en-US')} × ${r.reason}${r.orders > 0 ? ` (${countOf(r.orders, 'order')})` : ''}`,
        )
        .join('\n'),
      sample
        .slice(0, 5)
        .map((r) => `  ${r.file}, line ${r.line}: ${r.reason}${r.value ? ` (${shortened(r.value)})` : ''}`)
        .join('\n'),
      'Correct these rows and import the files again: rows that are in already stay as they are. --rejects FILE lists all of them.',
    )
  }
  if (report.notes.length > 0) parts.push(report.notes.map((note) => `• ${note}`).join('\n'))
  const read = report.files.reduce((sum, file) => sum + file.rows, 0)
  parts.push(
    `${report.changed ? 'Imported' : 'Nothing new in'} ${countOf(read, 'row')} in ${report.seconds.toFixed(1)} s, amounts in ${report.currency}.`,
  )
  return parts.join('\n\n')
}

const shortened = (value: string): string => (value.length > 60 ? `${value.slice(0, 59)}…` : value)
