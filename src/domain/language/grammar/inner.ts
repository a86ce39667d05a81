import type { Criteria } from '../../criteria/schema.ts'
import { saidOf } from './assumed.ts'
import { readClauses } from './clauses.ts'
import type { Doubt, Meaning } from './meaning.ts'
import type { Found, Reading } from './reading.ts'
import { build } from './tree.ts'

/** The one phrase that begins at a token. */
export const phraseAt = (reading: Reading, at: number): Found<Meaning> | undefined =>
  reading.unit(reading, at)

/** People described inside of a phrase: "the top 10% of customers in France by spend". */
export interface Described {
  readonly criteria?: Criteria
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

/** Who is described by tokens [from, to), when every word of them is understood. */
export function peopleIn(reading: Reading, from: number, to: number): Described | undefined {
  if (from >= to) return undefined
  const { node, leftovers, doubts, assumptions } = readClauses(reading, reading.unit, from, to, 0)
  if (leftovers.length > 0 || node === undefined) return undefined
  const built = build(node)
  if (built.impossible !== undefined) return undefined
  const { criteria } = built
  return {
    ...(criteria === undefined ? {} : { criteria }),
    assumptions: saidOf([...assumptions, ...built.assumptions]),
    doubts,
  }
}
