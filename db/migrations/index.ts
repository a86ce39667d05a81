import { start } from './0001-start.ts'

/** In order, for ever: a database at version n has run the first n. */
export const migrations: readonly string[] = [start]
