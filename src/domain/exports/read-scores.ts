import type { Writer } from '#db/run.ts'
import { dialects } from '../dialects/index.ts'
import { statementIn } from '../members/steps.ts'
import { PIECE } from '../purchases/columns.ts'
import { orderQueries } from '../purchases/queries.ts'
import { readOrders } from '../purchases/read-step.ts'
import { type Scores, scoresOf } from '../rfm/scores.ts'

/** RFM scores of every customer, as the connection's present snapshot has them. */
export function readScores(
  driver: Writer['driver'],
  on: { readonly factsHold: boolean; readonly now: number },
): Scores {
  const { whole } = orderQueries({ dialect: dialects.sqlite, ...on })
  const pieces = Array.from({ length: Math.floor(highestCustomer(driver) / PIECE) + 1 }, (_, nth) => {
    const range = { low: nth * PIECE, high: (nth + 1) * PIECE - 1 }
    return readOrders(driver, { low: range.low, whole: statementIn(whole, range), before: undefined }, NOBODY)
  })
  return scoresOf(pieces)
}

/** Nothing was kept, so that nobody asks who changed since. */
const NOBODY = () => []

const highestCustomer = (driver: Writer['driver']): number =>
  driver.prepare<[], number | null>('SELECT max(id) FROM customers').pluck().get() ?? 0
