import type { Writer } from '#db/run.ts'
import { type Changed, fewChanged } from '../members/changed.ts'
import type { ColumnsStep, Statement } from '../members/reader-messages.ts'
import { type LineColumns, type OrderColumns, PIECE } from './columns.ts'
import { type LineLists, linesIn, linesWith, type OrderLists, ordersIn } from './read-columns.ts'

type Driver = Writer['driver']

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
  const inside = fewChanged(changed(since), { low, end: low + PIECE })
  if (inside === undefined) return undefined
  const statement: Statement | undefined =
    inside.length === 0 ? undefined : { sql: some, parameters: [JSON.stringify(inside)] }
  return { piece, offsets: inside.map((id) => id - low), statement }
}
