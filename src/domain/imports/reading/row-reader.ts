import { type CellValue, isProblem } from '../cells/cell.ts'
import type { Problem } from '../cells/cell.ts'
import type { LabelColumn } from '../mapping/map-columns.ts'
import type { CheckRow, Column } from '../tables/define.ts'
import type { CellReaders } from './cell-readers.ts'

/** A column of a file that is read. */
export interface PlannedColumn {
  /** As the format calls it. */
  readonly name: string
  readonly column: Column
  /** Its place in the file's rows, counted from 0. */
  readonly at: number
  /** The reason for rejecting a row without a value; the usual one is `<name> is missing`. */
  readonly missing?: string
  /** Mends a cell before it is read. */
  readonly prepare?: (cell: string) => string | Problem
  /** Other columns that add a label each to this list. */
  readonly labels?: readonly LabelColumn[]
}

export interface RowPlan {
  readonly columns: readonly PlannedColumn[]
  /** Values besides those of the columns: `check` fills them in, behind the others. */
  readonly computed?: readonly string[]
  readonly check?: CheckRow
}

/** Why a row is not taken. */
export interface RejectedCells {
  readonly reason: string
  readonly detail: string
}

/** Reads the planned cells of a row: its values, or why it is not taken. */
export function rowReader(
  { columns, computed = [], check }: RowPlan,
  readers: CellReaders,
): (cells: readonly string[], place: number) => CellValue[] | RejectedCells {
  const planned = columns.map(({ name, column, at, missing, prepare, labels }, nth) => ({
    nth,
    name,
    at,
    read: readers[column.kind],
    missing: column.required ? (missing ?? `${name} is missing`) : undefined,
    optional: column.required !== true && labels === undefined,
    prepare,
    labels,
  }))
  const blank = Array<CellValue>(columns.length + computed.length).fill(null)
  return (cells, place) => {
    const values = blank.slice()
    for (const column of planned) {
      const whole = cells[column.at] ?? ''
      // Nothing is nothing, whatever kind of cell it is; most cells of wide files hold just that.
      if (whole === '' && column.optional) continue
      const { nth, name, read, missing, prepare, labels } = column
      const cell = whole === '' ? whole : trimmed(whole)
      if (cell === '' && labels === undefined) {
        if (missing !== undefined) return { reason: missing, detail: cell }
        continue
      }
      let mended: string | Problem = prepare === undefined ? cell : prepare(cell)
      if (labels !== undefined && typeof mended === 'string') mended = withLabels(mended, labels, cells)
      const value = typeof mended === 'string' ? read(mended) : mended
      if (isProblem(value)) return { reason: `${name} ${value.problem}`, detail: cell }
      if (value === null && missing !== undefined) return { reason: missing, detail: cell }
      values[nth] = value
    }
    const problem = check?.(values, place)
    if (problem !== undefined) return { reason: problem.problem, detail: problem.detail ?? '' }
    return values
  }
}

/** Most cells need no trimming, and a look at both ends is cheaper than a call of trim. */
function trimmed(cell: string): string {
  const last = cell.length - 1
  return last >= 0 && (cell.charCodeAt(0) <= 32 || cell.charCodeAt(last) <= 32) ? cell.trim() : cell
}

/** A list with `Column: value` added for each of the columns that has a value. */
function withLabels(list: string, labels: readonly LabelColumn[], cells: readonly string[]): string {
  const added = labels.flatMap(({ at, name }) => {
    const value = trimmed(cells[at] ?? '').replaceAll('|', '/')
    return value === '' ? [] : [`${name}: ${value}`]
  })
  return [list, ...added].filter((label) => label !== '').join('|')
}
