import type { Writer } from '#db/run.ts'
import type { TouchedCustomers } from '../../facts/touched.ts'
import { quoted, stagedName } from '../staging/names.ts'
import type { TableName } from '../tables/define.ts'
import { fillTable } from './bulk.ts'
import { change, countRows, emptyTable, isEmpty } from './change.ts'

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

/** The existing rows that a staged one says otherwise of, by their ids, and the places of the staged ones. */
export const DIFFERING = 'temp.import_differing'

/**
 * Updates the rows that exist and differ, then inserts those that are new, in the files' order. `touched` is told whom
 * the rows that differ were of, and whom they are of now.
 */
export function upsert(
  driver: Driver,
  what: Upsert,
  touched?: Pick<TouchedCustomers, 'add'>,
): { added: number; updated: number; unchanged: number } {
  const { from, into, joins = '', key, values, updates } = what
  const fresh = isEmpty(driver, into)
  const updated = fresh || updates.length === 0 ? 0 : updateDiffering(driver, what, touched)
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

/** Compares all rows once, which is the dear part; in most files that are imported again hardly one differs. */
function updateDiffering(driver: Driver, what: Upsert, touched?: Pick<TouchedCustomers, 'add'>): number {
  const { from, into, joins = '', values, updates } = what
  emptyTable(driver, DIFFERING, 'id INTEGER PRIMARY KEY, place INTEGER')
  const found = change(driver, `INSERT INTO ${DIFFERING} ${selectDiffering(what, 't.id, s.place')}`)
  if (found === 0) return 0
  const pairs = `${DIFFERING} d CROSS JOIN ${stagedName(from)} s ON s.place = d.place ${joins}`
  touched?.add(`SELECT t.customer_id FROM ${DIFFERING} d CROSS JOIN ${into} t ON t.id = d.id`)
  touched?.add(`SELECT ${values.customer_id} FROM ${pairs}`)
  const set = updates.map((column) => `${quoted(column)} = ${values[column]}`).join(', ')
  // By the plus rows are looked up for those that differ, and not the other way round.
  return change(driver, `UPDATE ${into} AS t SET ${set} FROM ${pairs} WHERE t.id = +d.id`)
}

const sameKey = ({ key }: Upsert): string =>
  Object.entries(key)
    .map(([column, expression]) => `t.${quoted(column)} = ${expression}`)
    .join(' AND ')

const differs = ({ values, updates }: Upsert): string =>
  updates.map((column) => `t.${quoted(column)} IS NOT (${values[column]})`).join(' OR ') || 'FALSE'
