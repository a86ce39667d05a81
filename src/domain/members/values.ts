import type { SetQuery } from './plan.ts'
import type { Step, StepResult, ValueColumns } from './reader-messages.ts'
import { type HighestIds, idSteps } from './steps.ts'

/** A query of (customer id, value), cut by customer, as steps. */
export const valueSteps = (query: SetQuery, highestIds: HighestIds): readonly Step[] =>
  idSteps(query, highestIds).flatMap((step): Step[] =>
    step.kind === 'ids' ? [{ kind: 'values', statement: step.statement }] : [],
  )

export const valuesIn = (results: readonly StepResult[]): readonly ValueColumns[] =>
  results.flatMap((result) => (result.kind === 'values' ? [result.values] : []))

/** The rows of the pieces, one piece behind the other. */
export const joinValues = (pieces: readonly ValueColumns[]): ValueColumns => ({
  ids: joined(pieces.map(({ ids }) => ids)),
  values: joined(pieces.map(({ values }) => values)),
})

export function joined(pieces: readonly Float64Array[]): Float64Array<ArrayBuffer> {
  const all = new Float64Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
