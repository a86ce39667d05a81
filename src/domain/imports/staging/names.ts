import type { StagedTable } from '../tables/define.ts'

/** The name of a staged table within SQL. */
export const stagedName = (table: StagedTable): string => `temp.import_${table}`

/** A column may be called `function` or `left`. */
export const quoted = (name: string): string => `"${name}"`
