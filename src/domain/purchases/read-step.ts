import type { Writer } from '#db/run.ts'
import type { ColumnsStep, Statement } from '../members/reader-messages.ts'
import { type LineColumns, type OrderColumns, PIECE } from './columns.ts'
import { type LineLists, linesIn, linesWith, type OrderLists, ordersIn } from './read-columns.ts'

type Driver = Writer['driver']

/**
 * Ids of who changed, or is gone, since a version of the orders. Here rather than among the queries that Kysely
 * builds, so that reader threads start without it.
 */
const CHANGED_SQL = `SELECT id FROM facts WHERE revision > ? UNION SELECT id FROM gone_customers WHERE revision > ?
  ORDER BY 1`

/** With more of a piece changed than this share of it, reading all of it is shorter. */
const MOST_CHANGED = 1 / 8

/** Reads a piece of columns, or of one from before only who changed since. The caller holds the transaction. */
export function readOrders(driver: Driver, step: ColumnsStep<OrderColumns>, changed: Changed): OrderColumns {
  const lists = ({ sql, parameters }: Statement): OrderLists =>
    driver
      .prepare<unknown[], OrderLists>(sql)
      .raw()
      .get(...parameters) ?? []
  const some = changedIn(step, changed)
  if (some === undefined) return ordersIn(lists(step.whole), step.low)
  const { piece, offsets, statement } = some
  return statement === undefined ? piece : ordersIn(lists(statement), step.low, { piece, changed: offsets })
}

/** The same of order lines. */
export function readLines(driver: Driver, step: ColumnsStep<LineColumns>, changed: Changed): LineColumns {
  const rows = ({ sql, parameters }: Statement): LineLists[] =>
    driver
      .prepare<unknown[], LineLists>(sql)
      .raw()
      .all(...parameters)
  const some = changedIn(step, changed)
  if (some === undefined) return linesIn(rows(step.whole), step.low)
  const { piece, offsets, statement } = some
  return statement === undefined ? piece : linesWith(piece, offsets, linesIn(rows(statement), step.low))
}

/** Who changed in a piece from before, and how they are read; undefined where the piece is read whole. */
function changedIn<P>({ low, before }: ColumnsStep<P>, changed: Changed) {
  if (before === undefined) return undefined
  const { piece, since, some } = before
  const ids = changed(since)
  const inside = ids.slice(firstFrom(ids, low), firstFrom(ids, low + PIECE))
  if (inside.length > PIECE * MOST_CHANGED) return undefined
  const statement: Statement | undefined =
    inside.length === 0 ? undefined : { sql: some, parameters: [JSON.stringify(inside)] }
  return { piece, offsets: inside.map((id) => id - low), statement }
}

/** Ids of customers who changed since a version of the orders, or are gone, ascending. */
export type Changed = (since: number) => readonly number[]

/** Keeps the last answer, which one piece after the other asks for. `state`: that of the data which is read. */
export function changesIn(driver: Driver): (state: string) => Changed {
  let last: { readonly key: string; readonly ids: readonly number[] } | undefined
  return (state) => (since) => {
    const key = `${since} ${state}`
    if (last?.key !== key) {
      last = { key, ids: driver.prepare<number[], number>(CHANGED_SQL).pluck().all(since, since) }
    }
    return last.ids
  }
}

/** The place of the first id that is not under `least`. */
function firstFrom(ids: readonly number[], least: number): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ids[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}
