import { basename } from 'node:path'
import type { InputError } from '#kernel/errors.ts'
import type { TextFile } from '../csv/text.ts'
import type { PreparedFile } from '../mapping/prepare-files.ts'
import { isTable } from '../tables/define.ts'
import { tellEncoding } from '../reading/stage-files.ts'
import type { FileSample } from './sample-file.ts'
import type { PlanColumn, PlannedImportFile, PlanProblem } from './schema.ts'

/** A file and its sample as the plan tells of them; `source` and `problems` are what people and the data say besides. */
export function planned(
  prepared: PreparedFile,
  sample: FileSample,
  { source, problems }: { readonly source: string | undefined; readonly problems: readonly PlanProblem[] },
): PlannedImportFile {
  const { file, best, sure, alternatives } = prepared
  return {
    path: file.path,
    file: file.name,
    bytes: file.bytes,
    compressed: file.compressed,
    format: best === undefined ? null : named(best.format),
    sure,
    alternatives: alternatives.map(named),
    source: best === undefined ? null : (source ?? best.format.source),
    encoding: encodingOf(file),
    delimiter: file.delimiter,
    rowsAbout: sample.rowsAbout,
    makes: [...new Set(best?.shape.parts.map(({ table }) => table))].filter(isTable),
    columns: columnsOf(prepared),
    fields: Object.entries(best?.shape.fields ?? {}).map(([name, { words, column, labelsOf }]) => ({
      name,
      words,
      required: column.required === true,
      several: labelsOf !== undefined,
    })),
    sample: [...sample.rows],
    lookedAt: sample.lookedAt,
    rejects: [...sample.rejects],
    problems: [...prepared.problems, ...problems, ...warnings(prepared, sample)],
  }
}

/** A file that can't even be opened as text. */
export const unreadableFile = (path: string, { message, next }: InputError): PlannedImportFile => ({
  path,
  file: basename(path),
  bytes: 0,
  compressed: false,
  format: null,
  sure: 'unsure',
  alternatives: [],
  source: null,
  encoding: 'UTF-8',
  delimiter: ',',
  rowsAbout: 0,
  makes: [],
  columns: [],
  fields: [],
  sample: [],
  lookedAt: 0,
  rejects: [],
  problems: [{ severity: 'error', message, next }],
})

const named = ({ name, title }: { readonly name: string; readonly title: string }) => ({ name, title })

function columnsOf({ file, best }: PreparedFile): PlanColumn[] {
  const fieldAt = new Map<number, { field: string; words: string }>()
  if (best !== undefined) {
    const { fields } = best.shape
    for (const [field, at] of best.mapped.at) fieldAt.set(at, { field, words: fields[field]?.words ?? '' })
    for (const [list, columns] of best.mapped.labels) {
      const [field, { words }] = Object.entries(fields).find(([, { labelsOf }]) => labelsOf === list) ?? [
        list,
        { words: '' },
      ]
      for (const { at } of columns) fieldAt.set(at, { field, words })
    }
  }
  return file.header.map((column, at) => ({
    at,
    column,
    ...(fieldAt.get(at) ?? { field: null, words: '' }),
    chosen: best?.mapped.chosen.has(at) ?? false,
  }))
}

function encodingOf({ seen }: TextFile): PlannedImportFile['encoding'] {
  if (seen.utf16) return 'UTF-16'
  if (seen.windowsLines > 0) return seen.utf8 ? 'UTF-8 and Windows-1252' : 'Windows-1252'
  return seen.mark ? 'UTF-8 with a byte order mark' : 'UTF-8'
}

function warnings(prepared: PreparedFile, { lookedAt, rejects }: FileSample): PlanProblem[] {
  const warning = (message: string, next: string): PlanProblem => ({ severity: 'warning', message, next })
  const rejected = rejects.reduce((sum, { rows }) => sum + rows, 0)
  const [first] = rejects
  return [
    ...tellEncoding(prepared.file).map((told) =>
      warning(
        told,
        'Look whether letters with accents are right in the sample; else save the file as UTF-8.',
      ),
    ),
    ...(lookedAt === 0 && prepared.best !== undefined
      ? [warning(`${prepared.file.name} has no rows below its header`, 'Nothing is imported from it.')]
      : []),
    ...(first !== undefined && rejected === lookedAt
      ? [
          warning(
            `None of the first ${lookedAt.toLocaleString('en-US')} rows of ${prepared.file.name} would be taken`,
            'Check which column is mapped to what.',
          ),
        ]
      : []),
  ]
}
