import { type RawBuilder, sql } from 'kysely'
import { query, type Reader, type Writer } from '#db/run.ts'
import type { Schema } from '#db/schema.ts'
import type { Leaving } from './leaving.ts'
import type { Names } from './names.ts'

/** One place where something of a person lies, and what erasing does there. */
export interface Place {
  readonly table: keyof Schema
  /** What this place covers of the table: every column, where whole rows go. */
  readonly columns: 'all' | readonly string[]
  /** As people read it: `orders`. */
  readonly what: string
  /** How many rows are about them. Left out where that takes reading every text. */
  count?(reader: Reader, leaving: Leaving): number
  /** Takes it away; answers how many rows it changed. The caller holds the transaction. */
  erase(writer: Writer, leaving: Leaving, names: Names): number
  /** What the person is told of it on request; left out for what other places tell. */
  told?(reader: Reader, leaving: Leaving): readonly Readonly<Record<string, unknown>>[]
}

interface Rows {
  readonly table: keyof Schema
  readonly what: string
  where(leaving: Leaving): RawBuilder<boolean>
  /** Other rows of the same table, which stay without what is said of the person. */
  readonly without?: { readonly column: string; where(leaving: Leaving): RawBuilder<boolean> }
  /** The documented view that words these rows for people; and which of its rows they are, where it has other columns. */
  readonly told?: { readonly view: string; where?(leaving: Leaving): RawBuilder<boolean> }
}

/** Whole rows that go. */
export const rows = ({ table, what, where, without, told }: Rows): Place => ({
  table,
  columns: 'all',
  what,
  count: (reader, leaving) =>
    run<{ n: number }>(reader, sql`SELECT count(*) AS n FROM ${sql.table(table)} WHERE ${where(leaving)}`)[0]
      ?.n ?? 0,
  erase(writer, leaving) {
    const statement = sql`DELETE FROM ${sql.table(table)} WHERE ${where(leaving)}`
    const gone = writer.run({ compile: () => statement.compile(query) })
    if (without === undefined) return gone
    const rest = sql`UPDATE ${sql.table(table)} SET ${sql.ref(without.column)} = NULL WHERE ${without.where(leaving)}`
    return gone + writer.run({ compile: () => rest.compile(query) })
  },
  ...(told === undefined
    ? {}
    : {
        told: (reader, leaving) =>
          run(reader, sql`SELECT * FROM ${sql.table(told.view)} WHERE ${(told.where ?? where)(leaving)}`),
      }),
})

function run<O>(reader: Reader, statement: RawBuilder<unknown>): O[] {
  const typed = sql<O>`${statement}`
  return reader.all({ compile: () => typed.compile(query) })
}
