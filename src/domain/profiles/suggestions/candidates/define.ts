import type { Criteria } from '../../../criteria/schema.ts'
import type { PlanContext } from '../../../conditions/define.ts'
import type { Entity } from '../../../entities/entity.ts'
import type { ValuesQuery } from '../../../members/members.ts'
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts'

/**
 * Something that records of an entity can have, as ordinary criteria: what profiles could ask for.
 *
 * @example see signals.ts
 */
export interface CandidateSource {
  readonly entity: Entity
  /** Whether time alone changes it. Without the date of an outcome it could be what followed, and is left out. */
  readonly dated: boolean
  candidates(vocabulary: Vocabulary): readonly Candidate[]
}

export type Candidate = Value | Bands

interface Value {
  readonly kind: 'value'
  readonly about: string
  readonly criteria: Criteria
  /** Those of whom it can be told; null where nothing is ever missing. */
  readonly known: Criteria | null
}

/** A number, of which the data gives the bounds. */
interface Bands {
  readonly kind: 'bands'
  readonly about: string
  readonly known: Criteria | null
  /** Every number of it there is, as columns hold them. */
  values(ctx: PlanContext): ValuesQuery
  /** Columns that hold money in its least unit say by how much a number is too large. */
  readonly minor: boolean
  readonly atLeast: (low: number) => Criteria
  /** From `low` on and below `high`; null where it is open. */
  readonly band: (low: number | null, high: number | null) => Criteria
}

/** More values of one field are not tried: those behind them are rare. */
export const MOST_VALUES = 40
