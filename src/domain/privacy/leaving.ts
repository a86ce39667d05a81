import { type RawBuilder, sql } from 'kysely'
import type { ArrivalsTake } from '#db/schema.ts'

/** How a source calls somebody. People at companies have the same ids in every source. */
export interface OutsideId {
  readonly takes: ArrivalsTake
  readonly source: string
  readonly id: string
}

/** Whose data goes: one person, or all customers of a shop. */
export interface Leaving {
  /** Internal ids. */
  readonly customers: readonly number[]
  /** Internal ids of people at companies. */
  readonly people: readonly number[]
  /** Their ids outside, anonymous ones (`anonymous:` and the id) among them. */
  readonly outside: readonly OutsideId[]
}

/** Holds for the rows whose column has one of some values. */
export const isOneOf = (column: string, values: readonly (number | string)[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`

/** Up to here it is cheaper to look rows up one by one than to read a whole table. */
const FEW = 1000

/**
 * The same for a table whose key begins with another column: each value of that is looked into, instead of every row.
 */
export const isOneOfWithin = (
  leading: string,
  all: RawBuilder<unknown>,
  column: string,
  values: readonly number[],
): RawBuilder<boolean> =>
  values.length > FEW
    ? isOneOf(column, values)
    : sql<boolean>`(${sql.ref(leading)}, ${sql.ref(column)}) IN (
        SELECT o.key, j.value FROM (${all}) AS o CROSS JOIN json_each(${JSON.stringify(values)}) AS j)`

/** Of a table with outside ids: by their source, too. */
export const isOutside = (
  column: string,
  ids: readonly OutsideId[],
  sameSource: RawBuilder<boolean> = sql<boolean>`source = json_extract(j.value, '$.source')`,
): RawBuilder<boolean> =>
  sql<boolean>`EXISTS (SELECT 1 FROM json_each(${JSON.stringify(ids)}) AS j
    WHERE ${sql.ref(column)} = json_extract(j.value, '$.id') AND ${sameSource})`

export const outsideOf = (leaving: Leaving, takes: ArrivalsTake): readonly OutsideId[] =>
  leaving.outside.filter((one) => one.takes === takes)
