import { readClauses } from '../grammar/clauses.ts'
import type { Reading } from '../grammar/reading.ts'
import { unit } from '../unit.ts'

/** Whether every word of tokens [from, to) says whom somebody looks for. */
export function readsWhole(reading: Reading, from: number, to: number): boolean {
  const alone = reading.over(reading.tokens.slice(from, to))
  return (['customer', 'company', 'person'] as const).some((entity) => {
    const { node, leftovers, doubts } = readClauses(alone.as(entity), unit, 0, to - from, 0)
    return node !== undefined && leftovers.length === 0 && doubts.length === 0
  })
}
