import type { CellValue } from '../cells/cell.ts'

/** More parameters make a statement no faster. */
const PARAMETERS = 1500

/** Of how many rows, of so many values each, one statement inserts all. */
export const rowsTogether = (width: number): number => Math.max(1, Math.floor(PARAMETERS / width))

/** The values of rows, one row behind the other: each begins with its place. As many as one statement inserts, or fewer. */
export type RowValues = readonly CellValue[]

/** Rows of one table that wait to be inserted, many with each statement: ten times the speed of one by one. */
export interface Gathered {
  /** Adds a row: its place, and its other values in the order of the columns, or those at `picks`. */
  add(place: number, values: readonly CellValue[], picks?: readonly number[]): void
  /** Takes what fills whole statements; the rest waits for more rows. */
  takeFull(): RowValues[]
  /** Takes everything. */
  takeAll(): RowValues[]
}

/** Gathers rows of so many values, their places counted. */
export function gatherRows(width: number): Gathered {
  const enough = rowsTogether(width) * width
  let full: CellValue[][] = []
  let waiting: CellValue[] = []
  const takeFull = () => {
    const taken = full
    full = []
    return taken
  }
  return {
    add(place, values, picks) {
      waiting.push(place)
      if (picks === undefined) for (const value of values) waiting.push(value)
      else for (const at of picks) waiting.push(values[at] ?? null)
      if (waiting.length < enough) return
      full.push(waiting)
      waiting = []
    },
    takeFull,
    takeAll() {
      if (waiting.length > 0) full.push(waiting)
      waiting = []
      return takeFull()
    },
  }
}
