import type { RawBuilder } from 'kysely'
import type { SetQuery } from '../members/plan.ts'

/**
 * The few places where engines differ, so that conditions are written once.
 * SQLite is dialects/sqlite.ts; another engine is one more file.
 */
export interface Dialect {
  readonly name: string
  /** Does `haystack` (a folded column) contain `needle`, taken literally? */
  contains(haystack: RawBuilder<unknown>, needle: string): RawBuilder<boolean>
  startsWith(haystack: RawBuilder<unknown>, needle: string): RawBuilder<boolean>
  endsWith(haystack: RawBuilder<unknown>, needle: string): RawBuilder<boolean>
  /** `column IN (…)` for lists of any length. */
  oneOf(column: RawBuilder<unknown>, values: readonly (string | number)[]): RawBuilder<boolean>
  /** The month (1 to 12) or the day of the month of an expression of epoch seconds. */
  datePart(part: 'month' | 'day', seconds: RawBuilder<unknown>): RawBuilder<number>
  /** Compiles a query to text and parameters in order. */
  compile(query: RawBuilder<unknown>): Pick<SetQuery, 'sql' | 'parameters'>
}
