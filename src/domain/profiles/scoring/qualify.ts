import { add, type Bitset, bitsetFor } from '../../members/bitset.ts'
import type { Employers } from '../../members/linked.ts'
import type { BestColumns, ScoreColumns } from './columns.ts'
import type { Gradable } from './gradable.ts'
import { grade, keepBest } from './grade.ts'

/** Gives an ICP to whomever it fits better than the one that they have. */
export interface GradeIcp {
  readonly kind: 'grade-icp'
  readonly icp: Gradable<Bitset>
  readonly everyone: Bitset
  readonly into: BestColumns
}

/**
 * Gives whoever is inside an ICP that ICP, and the persona of it under which they score highest: the people at its
 * companies, or its customers themselves.
 */
export interface GradePersonas {
  readonly kind: 'grade-personas'
  /** The number of the ICP. */
  readonly icp: number
  readonly personas: readonly Gradable<Bitset>[]
  /** Where people work; null where the ICP is over customers, whose personas are over the same. */
  readonly employers: Employers | null
  /** The ICPs of the companies, or of the customers. */
  readonly icps: BestColumns
  readonly into: ScoreColumns
}

export function gradeIcp({ icp, everyone, into }: Omit<GradeIcp, 'kind'>): void {
  keepBest(into, icp.number, grade(icp, everyone))
}

export function gradePersonas({ icp, personas, employers, icps, into }: Omit<GradePersonas, 'kind'>): void {
  const inside = bitsetFor(into.icp.profile.length - 1)
  for (let id = 0; id < into.icp.profile.length; id++) {
    const of = employers === null ? id : (employers[id] ?? 0)
    if (icps.profile[of] !== icp) continue
    add(inside, id)
    into.icp.profile[id] = icp
    into.icp.score[id] = icps.score[of] ?? 0
  }
  for (const persona of personas) keepBest(into.persona, persona.number, grade(persona, inside))
}
