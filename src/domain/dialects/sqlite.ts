import { type RawBuilder, sql } from 'kysely'
import { query } from '#db/run.ts'
import type { RangeBound, SetQuery } from '../members/plan.ts'
import type { Dialect } from './define.ts'

type Parameter = SetQuery['parameters'][number]

export const sqlite: Dialect = {
  name: 'sqlite',
  contains: (haystack, needle) => sql<boolean>`instr(${haystack}, ${needle}) > 0`,
  startsWith: (haystack, needle) => sql<boolean>`substr(${haystack}, 1, length(${needle})) = ${needle}`,
  endsWith: (haystack, needle) => sql<boolean>`substr(${haystack}, -length(${needle})) = ${needle}`,
  oneOf(column, values) {
    const [first, ...rest] = values
    if (first === undefined) return sql<boolean>`FALSE`
    if (rest.length === 0) return sql<boolean>`${column} = ${first}`
    // Past a few values one parameter keeps the statement's text, and so its preparation, the same.
    return values.length > 20
      ? sql<boolean>`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`
      : sql<boolean>`${column} IN (${sql.join(values)})`
  },
  datePart: (part, seconds) =>
    sql<number>`CAST(strftime(${sql.lit(part === 'month' ? '%m' : '%d')}, ${seconds}, 'unixepoch') AS INTEGER)`,
  compile(raw: RawBuilder<unknown>) {
    const compiled = raw.compile(query)
    return { sql: compiled.sql, parameters: compiled.parameters.map(parameterOf) }
  },
}

function parameterOf(value: unknown): Parameter {
  if (value === null || typeof value === 'string' || typeof value === 'number' || isRangeBound(value)) {
    return value
  }
  throw new Error(`A condition bound a ${typeof value}, which SQLite does not take`)
}

const isRangeBound = (value: unknown): value is RangeBound =>
  typeof value === 'object' &&
  value !== null &&
  'range' in value &&
  (value.range === 'low' || value.range === 'high')
