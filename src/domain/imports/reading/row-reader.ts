import { type CellValue, isProblem } from '../cells/cell.ts'
import type { FilePlan } from '../formats/define.ts'
import type { CellReaders } from './cell-readers.ts'

/** Why a row is not taken. */
export interface RejectedCells {
  readonly reason: string
  readonly detail: string
}

/** Reads the planned cells of a row: its values, or why it is not taken. */
export function rowReader(
  { columns, computed = [], check }: FilePlan,
  readers: CellReaders,
): (cells: readonly string[]) => CellValue[] | RejectedCells {
  const planned = columns.map(({ name, column, at, missing }) => ({
    name,
    at,
    read: readers[column.kind],
    missing: column.required ? (missing ?? `${name} is missing`) : undefined,
  }))
  return (cells) => {
    const values: CellValue[] = []
    for (const { name, at, read, missing } of planned) {
      const cell = trimmed(cells[at] ?? '')
      const value = read(cell)
      if (isProblem(value)) return { reason: `${name} ${value.problem}`, detail: cell }
      if (value === null && missing !== undefined) return { reason: missing, detail: cell }
      values.push(value)
    }
    for (const _ of computed) values.push(null)
    const problem = check?.(values)
    if (problem !== undefined) return { reason: problem.problem, detail: '' }
    return values
  }
}

/** Most cells need no trimming, and a look at both ends is cheaper than a call of trim. */
function trimmed(cell: string): string {
  const last = cell.length - 1
  return last >= 0 && (cell.charCodeAt(0) <= 32 || cell.charCodeAt(last) <= 32) ? cell.trim() : cell
}
