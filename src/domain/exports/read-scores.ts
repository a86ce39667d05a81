import type { Writer } from '#db/run.ts'
import { dialects } from '../dialects/index.ts'
import { columnSteps } from '../members/steps.ts'
import { type BuyerColumns, type Scores, scoresOf } from '../rfm/scores.ts'
import { buyersQueries } from '../rfm/scores-query.ts'

/** RFM scores of every customer, as the connection's present snapshot has them. */
export function readScores(
  driver: Writer['driver'],
  on: { readonly factsHold: boolean; readonly now: number },
): Scores {
  const steps = columnSteps(buyersQueries({ dialect: dialects.sqlite, ...on }), {
    customer: highestCustomer(driver),
    company: 0,
    person: 0,
  })
  const pieces = steps.map(
    (step): BuyerColumns =>
      step.kind !== 'columns'
        ? []
        : step.statements.map(({ sql, parameters }) =>
            Float64Array.from(
              driver
                .prepare<unknown[], number>(sql)
                .pluck()
                .all(...parameters),
            ),
          ),
  )
  return scoresOf(pieces)
}

const highestCustomer = (driver: Writer['driver']): number =>
  driver.prepare<[], number | null>('SELECT max(id) FROM customers').pluck().get() ?? 0
