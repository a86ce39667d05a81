import type { Bitset } from '../../../members/bitset.ts'
import { count, has } from '../../../members/bitset.ts'
import type { Statement } from '../../../members/reader-messages.ts'
import type { BehaviourPlan } from '../plan.ts'
import type { Behaved, OnProgress } from './data.ts'

type Row = readonly [id: number, rows: number, ...values: (number | null)[]]

/**
 * What customers do, as columns: of those `within` who have at least so many orders. A piece of rows at a time, so that
 * beside the columns little is held.
 */
export function readBehaviour(
  { readings, empty }: BehaviourPlan,
  { within, leastOrders }: { readonly within: Bitset; readonly leastOrders: number },
  all: (statement: Statement) => readonly Row[],
  onProgress: OnProgress,
): Behaved & { readonly ids: Uint32Array } {
  const most = count(within)
  const columns = empty.map((value) => new Float32Array(most).fill(value ?? Number.NaN))
  const orders = new Float32Array(most)
  const goal = new Float32Array(most).fill(Number.NaN)
  const ids = new Uint32Array(most)
  const rowOf = new Uint32Array(32 * within.length)
  let rows = 0
  let read = 0
  const total = readings.reduce((sum, { statements }) => sum + statements.length, 0)
  for (const reading of readings) {
    const into = reading.columns.map((column) => (column === 'goal' ? goal : columns[column]))
    for (const statement of reading.statements) {
      for (const [id, size, ...values] of all(statement)) {
        if (reading.rows === 'orders') {
          if (size < leastOrders || !has(within, id)) continue
          orders[rows] = size
          ids[rows++] = id
          rowOf[id] = rows
        }
        const row = (rowOf[id] ?? 0) - 1
        if (row < 0) continue
        for (const [at, value] of values.entries()) {
          const column = into[at]
          if (column !== undefined) column[row] = value ?? Number.NaN
        }
      }
      onProgress(++read / total)
    }
  }
  return {
    rows,
    ids: ids.subarray(0, rows),
    columns: columns.map((column) => column.subarray(0, rows)),
    orders: orders.subarray(0, rows),
    goal: goal.subarray(0, rows),
  }
}
