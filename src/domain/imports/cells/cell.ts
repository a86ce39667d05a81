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
export const detached = (text: string): string => (text.length < WINDOW ? text : Buffer.from(text).toString())

/** In letters: a shorter cell is a copy already, which is what V8 makes of short parts of texts. */
const WINDOW = 13

/** Nothing, `NA`, `N/A` or `null`: how exports write that an id, a number or a date is missing. */
export function isMissing(cell: string): boolean {
  switch (cell.length) {
    case 0:
      return true
    case 2:
    case 3:
    case 4:
      // Most begin with another letter, and a look at that is cheaper than the whole grammar.
      return (cell.charCodeAt(0) | 32) === N && /^(?:na|n\/a|null)$/i.test(cell)
    default:
      return false
  }
}

const N = 'n'.charCodeAt(0)
