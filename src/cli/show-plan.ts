import type { ImportPlan, PlannedImportFile } from '#domain/imports/plan/schema.ts'
import { rowsOf } from '#domain/imports/tables/row-words.ts'
import { countOf } from '#kernel/text.ts'
import { table } from './table.ts'

/** How files would be read, as people check it. */
export function showPlan(plan: ImportPlan): string {
  const settled = `${amounts(plan.currency)}; the time zone is ${plan.timezone}.`
  return [...plan.files.map(showFile), ...plan.problems.map(showProblem), settled].join('\n\n')
}

function amounts({ code, settled, choices }: ImportPlan['currency']): string {
  if (choices.length === 0) return `Amounts are read in ${code}${settled ? ', which is settled' : ''}`
  return `Say in which currency amounts are read: ${choices.map((choice) => `--currency ${choice}`).join(' or ')}`
}

const DELIMITERS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const

function showFile(file: PlannedImportFile): string {
  const { format, sure, alternatives, columns, sample, rejects, lookedAt } = file
  const parts: string[] = []
  if (format !== null) {
    const rest =
      alternatives.length === 0
        ? ''
        : `; it could also be ${alternatives.map(({ title }) => title).join(', ')}`
    parts.push(
      `${file.file}: ${format.title} (${format.name}, ${sure}${rest})`,
      `  ${file.rowsAbout > lookedAt ? 'about ' : ''}${countOf(file.rowsAbout, 'row')} in ${file.encoding}, separated by ${DELIMITERS[file.delimiter]}; they become ${file.makes.map(rowsOf).join(', ')}, their ids those of ${file.source}`,
    )
  } else parts.push(`${file.file}: not understood`)
  const mapped = columns.filter(({ field }) => field !== null)
  if (mapped.length > 0) {
    const rows = mapped.map(({ at, column, field, words, chosen }) => [
      column,
      `${field}${chosen ? ' (as you say)' : ''}`,
      words,
      sample.map(({ cells }) => cells[at] ?? '').find((cell) => cell !== '') ?? '',
    ])
    parts.push(table(['Column', 'Field', 'What it is', 'For example'], rows))
  }
  const ignored = columns.filter(({ field, column }) => field === null && column !== '')
  if (format !== null && ignored.length > 0) {
    parts.push(`Not read: ${ignored.map(({ column }) => column).join(', ')}`)
  }
  for (const { reason, rows, line } of rejects) {
    parts.push(
      `${rows.toLocaleString('en-US')} of the first ${countOf(lookedAt, 'row')} would be rejected: ${reason} (line ${line})`,
    )
  }
  return [...parts, ...file.problems.map(showProblem)].join('\n')
}

const showProblem = ({ severity, message, next }: ImportPlan['problems'][number]): string =>
  `${severity === 'error' ? '✗' : '!'} ${message}${/[.!?]$/.test(message) ? '' : '.'} ${next}`.trimEnd()
