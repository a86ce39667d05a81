import type { CellValue } from '../cells/cell.ts'
import type { Notice } from '../formats/define.ts'
import type { PlannedFile } from '../mapping/file-plan.ts'
import type { Column } from '../tables/define.ts'
import type { CellReaders } from './cell-readers.ts'
import { type RejectedCells, rowReader } from './row-reader.ts'

export interface FileReader {
  /** The values of a row in the order of `valueNames`, or why it is not taken; `place` is where it stands. */
  read(cells: readonly string[], place: number): CellValue[] | RejectedCells
  /** The place of the cell that tells the order. */
  readonly orderAt: number | undefined
}

/** The names of a row's values with their kinds: those of the columns that are read, then the computed ones. */
export function valueNames({ columns, shape }: PlannedFile): ReadonlyMap<string, Column> {
  const names = new Map(columns.map(({ name, column }) => [name, column]))
  for (const [name, column] of Object.entries(shape.computed ?? {})) {
    if (!names.has(name)) names.set(name, column)
  }
  return names
}

/** Reads the rows of one file, from the first to the last: what a row says may follow from the one before. */
export function fileReader(
  planned: PlannedFile,
  { readers, notice }: { readonly readers: CellReaders; readonly notice: Notice },
): FileReader {
  const { columns, shape, file } = planned
  const names = [...valueNames(planned).keys()]
  const check = shape.check?.(names, notice)
  const read = rowReader(
    { columns, computed: names.slice(columns.length), ...(check === undefined ? {} : { check }) },
    readers,
  )
  const width = file.header.length
  return {
    read: (cells, place) => (cells.length === width ? read(cells, place) : wrongWidth(cells.length, width)),
    orderAt: columns.find(({ name }) => name === shape.order)?.at,
  }
}

const wrongWidth = (cells: number, header: number): RejectedCells => ({
  reason: 'the row has more or fewer cells than the header',
  detail: `${cells} instead of ${header}`,
})
