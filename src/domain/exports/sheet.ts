import type { FormatContext, Value } from './formats/define.ts'
import type { Scores } from '../rfm/scores.ts'

/** What the columns of a file are made with. */
export interface Sheet {
  readonly ctx: FormatContext
  /** Quotes a text, and keeps it from running in a spreadsheet unless that was chosen. */
  text(value: string): string
  /** Selects an expression; answers where its value stands. */
  at(expression: string): number
  /** Of all customers. */
  scores(): Scores
}

/** The cell of a record, quoted, of what is selected. */
export type Cell = (values: readonly Value[], id: number) => string
export type Column = (sheet: Sheet) => Cell

export const texts =
  (expression: string): Column =>
  ({ at, text }) => {
    const index = at(expression)
    return (values) => {
      const value = values[index] ?? null
      return value === null ? '' : text(String(value))
    }
  }

/** Plain numbers, which no spreadsheet takes for a formula. */
export const figures =
  (expression: string): Column =>
  ({ at }) => {
    const index = at(expression)
    return (values) => {
      const value = values[index]
      return typeof value === 'number' ? String(value) : ''
    }
  }
