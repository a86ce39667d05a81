import type { CsvFile } from '../csv/header.ts'
import type { FileShape, ImportFormat } from '../formats/define.ts'
import type { FileChoice } from '../plan/schema.ts'
import { isTable, type TableName } from '../tables/define.ts'
import type { PlannedColumn } from '../reading/row-reader.ts'
import type { MappedColumns } from './map-columns.ts'

/** A file, and how it is read. */
export interface PlannedFile {
  /** What people chose about it. */
  readonly choice: FileChoice
  readonly file: CsvFile
  readonly format: ImportFormat
  readonly shape: FileShape
  /** Of the fields that the file has a column for, in the order of the format. */
  readonly columns: readonly PlannedColumn[]
  /** The names of the columns that are not read. */
  readonly ignored: readonly string[]
}

export function planFile(
  choice: FileChoice,
  file: CsvFile,
  { format, shape }: Pick<PlannedFile, 'format' | 'shape'>,
  { at, labels }: Pick<MappedColumns, 'at' | 'labels'>,
): PlannedFile {
  const columns = Object.entries(shape.fields).flatMap(([name, field]): PlannedColumn[] => {
    const place = at.get(name)
    const more = labels.get(name)
    if (place === undefined && more === undefined) return []
    const { column, missing, prepare } = field
    return [
      {
        name,
        column,
        at: place ?? NOWHERE,
        ...(missing === undefined ? {} : { missing }),
        ...(prepare === undefined ? {} : { prepare }),
        ...(more === undefined ? {} : { labels: more }),
      },
    ]
  })
  const used = new Set([...at.values(), ...[...labels.values()].flat().map((label) => label.at)])
  return {
    choice,
    file,
    format,
    shape,
    columns,
    ignored: file.header.filter((name, place) => name !== '' && !used.has(place)),
  }
}

/** The table that a file's rows are named after: the first of those that they become rows of. */
export function mainTable({ format, shape }: PlannedFile): TableName {
  const [part] = shape.parts
  if (part === undefined || !isTable(part.table))
    throw new Error(`Files of the format ${format.name} become rows of nothing`)
  return part.table
}

/** A place without a cell. */
const NOWHERE = -1
