import { sql } from 'kysely'
import { query, type Writer } from '#db/run.ts'
import type { Schema } from '#db/schema.ts'
import { foldText } from '#kernel/text.ts'
import { type Names, withoutAddresses, withoutNames } from './names.ts'
import type { Place } from './place.ts'
import { redactedJson } from './stored-json.ts'

type Redact = (text: string, names: Names) => string

/** Criteria, and what holds them: only addresses can be somebody’s, other values mean what they say. */
export const inCriteria: Redact = (json, names) =>
  redactedJson(json, names, (text) => withoutAddresses(text, names))

/** What people call things and say of them. */
export const inWords: Redact = (text, names) => withoutNames(text, names)

export const inJsonWords: Redact = (json, names) =>
  redactedJson(json, names, (text) => withoutNames(text, names))

interface Texts {
  readonly table: keyof Schema
  readonly what: string
  /** What tells its rows apart. */
  readonly key: readonly [string, ...string[]]
  readonly columns: Readonly<Record<string, Redact>>
  /** `name` has to stay unique, under `name_key` where the table has that. */
  readonly named?: 'name' | 'name_key'
}

/** Texts that people or models wrote, which may name somebody: the rows stay. */
export const texts = ({ table, what, key, columns, named }: Texts): Place => ({
  table,
  columns: [
    ...Object.keys(columns),
    ...(named === undefined ? [] : ['name', 'name_key'].slice(0, named === 'name' ? 1 : 2)),
  ],
  what,
  erase(writer, _leaving, names) {
    const read = [...key, ...Object.keys(columns), ...(named === undefined ? [] : ['name'])]
    let changed = 0
    for (const row of rowsOf(writer, table, read)) {
      const after = new Map<string, string>()
      const set = (column: string, redact: Redact) => {
        const text = row[column]
        if (typeof text !== 'string') return
        const left = redact(text, names)
        if (left !== text) after.set(column, left)
      }
      for (const [column, redact] of Object.entries(columns)) set(column, redact)
      if (named !== undefined) {
        // Two things that were called after them can’t be called the same.
        set('name', (name) => {
          const left = withoutNames(name, names)
          return left === name ? name : `${left} (${String(row[key[0]])})`
        })
        const name = after.get('name')
        if (name !== undefined && named === 'name_key') after.set('name_key', foldText(name))
      }
      if (after.size === 0) continue
      changed++
      const sets = sql.join([...after].map(([column, text]) => sql`${sql.ref(column)} = ${text}`))
      const same = sql.join(
        key.map((column) => sql`${sql.ref(column)} = ${row[column]}`),
        sql` AND `,
      )
      const update = sql`UPDATE ${sql.table(table)} SET ${sets} WHERE ${same}`
      writer.run({ compile: () => update.compile(query) })
    }
    return changed
  },
})

function rowsOf(writer: Writer, table: string, columns: readonly string[]): Record<string, unknown>[] {
  const select = sql<
    Record<string, unknown>
  >`SELECT ${sql.join(columns.map((column) => sql.ref(column)))} FROM ${sql.table(table)}`
  return writer.all({ compile: () => select.compile(query) })
}
