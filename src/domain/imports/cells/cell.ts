/** What a cell becomes in the database. */
export type CellValue = string | number | null

/** Why a cell can't be read; the row is rejected for it. */
export interface Problem {
  readonly problem: string
  /** The value that it is about, where that is not the cell. */
  readonly detail?: string
}

export type ReadCell = (cell: string) => CellValue | Problem

export const isProblem = (value: CellValue | Problem): value is Problem =>
  typeof value === 'object' && value !== null

/** A copy of its own: a cell is a window on the piece of file around it, and would keep that in memory. */
export const detached = (text: string): string => Buffer.from(text).toString()

/** Nothing, `NA`, `N/A` or `null`: how exports write that an id, a number or a date is missing. */
export function isMissing(cell: string): boolean {
  switch (cell.length) {
    case 0:
      return true
    case 2:
    case 3:
    case 4:
      return /^(?:na|n\/a|null)$/i.test(cell)
    default:
      return false
  }
}
