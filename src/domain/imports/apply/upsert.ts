import type { Writer } from '#db/run.ts'
import { quoted, stagedName } from '../staging/names.ts'
import type { TableName } from '../tables/define.ts'
import { fillTable } from './bulk.ts'
import { change, countRows, isEmpty } from './change.ts'

type Driver = Writer['driver']

export interface Upsert {
  readonly from: TableName
  readonly into: string
  /** What the expressions need besides `s`, the staged row. */
  readonly joins?: string
  /** The target's columns that tell its rows apart, and where their values come from. */
  readonly key: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string>>
  /** The columns that rows which exist already take over: those that the files have. */
  readonly updates: readonly string[]
}

/** Selects from the pairs of an existing row `t` and the staged row `s` that says otherwise. */
export const selectDiffering = (what: Upsert, columns: string): string =>
  `SELECT ${columns} FROM ${stagedName(what.from)} s ${what.joins ?? ''}
   JOIN ${what.into} t ON ${sameKey(what)} WHERE (${differs(what)})`

/** Selects from the staged rows `s` that do not exist yet. */
export const selectNew = (what: Upsert, columns: string): string =>
  `SELECT ${columns} FROM ${stagedName(what.from)} s ${what.joins ?? ''}
   WHERE NOT EXISTS (SELECT 1 FROM ${what.into} t WHERE ${sameKey(what)})`

/** How many existing rows are as staged, and yet `other` holds for them. */
export const countSameButFor = (driver: Driver, what: Upsert, other: string): number =>
  countRows(
    driver,
    `${stagedName(what.from)} s ${what.joins ?? ''}
     JOIN ${what.into} t ON ${sameKey(what)} WHERE NOT (${differs(what)}) AND (${other})`,
  )

/** Updates the rows that exist and differ, then inserts those that are new, in the files' order. */
export function upsert(driver: Driver, what: Upsert): { added: number; updated: number; unchanged: number } {
  const { from, into, joins = '', key, values, updates } = what
  const fresh = isEmpty(driver, into)
  const updated =
    fresh || updates.length === 0
      ? 0
      : change(
          driver,
          `UPDATE ${into} AS t SET ${updates.map((column) => `${quoted(column)} = ${values[column]}`).join(', ')}
           FROM ${stagedName(from)} s ${joins} WHERE ${sameKey(what)} AND (${differs(what)})`,
        )
  const columns = { ...key, ...values }
  const expressions = Object.values(columns).join(', ')
  const rows = fresh
    ? `SELECT ${expressions} FROM ${stagedName(from)} s ${joins}`
    : selectNew(what, expressions)
  const added = fillTable(
    driver,
    into,
    `INSERT INTO ${into}(${Object.keys(columns).map(quoted).join(', ')}) ${rows} ORDER BY s.place`,
  )
  return { added, updated, unchanged: countRows(driver, stagedName(from)) - added - updated }
}

const sameKey = ({ key }: Upsert): string =>
  Object.entries(key)
    .map(([column, expression]) => `t.${quoted(column)} = ${expression}`)
    .join(' AND ')

const differs = ({ values, updates }: Upsert): string =>
  updates.map((column) => `t.${quoted(column)} IS NOT (${values[column]})`).join(' OR ') || 'FALSE'
