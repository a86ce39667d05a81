import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Schema } from './schema.ts'

// Apart, so that threads that only run finished statements start without loading Kysely.
export type { Reader, Writer } from './connection.ts'

/**
 * Kysely builds and types the queries; better-sqlite3 runs them, synchronously. So a transaction is a plain
 * function and no query can slip out of it.
 */
export const query = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})
