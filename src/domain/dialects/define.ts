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
  /** Compiles a query to text and parameters in order. */
  compile(query: RawBuilder<unknown>): Pick<SetQuery, 'sql' | 'parameters'>
}
