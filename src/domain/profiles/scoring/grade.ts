import { and, type Bitset, forEachId } from '../../members/bitset.ts'
import { scoreOf } from '../score.ts'
import type { BestColumns } from './columns.ts'
import type { Gradable } from './gradable.ts'

/** Whom a profile fits, and what they score under it. */
export interface Graded {
  readonly fit: Bitset
  /** By internal id; of those who fit. */
  readonly scores: Uint8Array
}

/** Holds one profile against all of a set at once: a parameter after the other, 32 records at a look. */
export function grade({ fit, scored }: Gradable<Bitset>, among: Bitset): Graded {
  const fitting = fit === null ? among : and(among, fit)
  // At most 50 parameters × 1,000 × 100 percent.
  const earned = new Uint32Array(32 * fitting.length)
  for (const { weight, bands } of scored) {
    for (let word = 0; word < fitting.length; word++) {
      let open = fitting[word] ?? 0
      for (const { members, credit } of bands) {
        let held = open & (members[word] ?? 0)
        open ^= held
        for (; held !== 0; held &= held - 1) {
          const id = 32 * word + 31 - Math.clz32(held & -held)
          earned[id] = (earned[id] ?? 0) + weight * credit
        }
      }
    }
  }
  const total = scored.reduce((sum, { weight }) => sum + weight, 0)
  const scores = new Uint8Array(earned.length)
  forEachId(fitting, (id) => {
    scores[id] = scoreOf(earned[id] ?? 0, total)
  })
  return { fit: fitting, scores }
}

/** Gives a profile to whomever it fits better than the one that they have; of equal scores the older profile’s counts. */
export function keepBest({ profile, score }: BestColumns, number: number, { fit, scores }: Graded): void {
  forEachId(fit, (id) => {
    const [has, its, now] = [profile[id] ?? 0, score[id] ?? 0, scores[id] ?? 0]
    if (has !== 0 && (now < its || (now === its && number > has))) return
    profile[id] = number
    score[id] = now
  })
}
