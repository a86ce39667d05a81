import type { Behaved, TraitShape } from './data.ts'
import { deviates, type Scaled } from './scale.ts'

/** A trait of a group beside all others. */
export interface TraitContrast {
  readonly trait: number
  /** Means of those of whom it is known. */
  readonly group: number
  readonly rest: number
  /** Between the two, in standard deviations of everybody. */
  readonly deviations: number
}

/** What the goal measures of a group beside all others. Null where too few are known. */
export interface GoalContrast {
  readonly group: number
  readonly rest: number
  /** Of the difference between the two, with 95 % confidence (Welch). */
  readonly from: number
  readonly to: number
  /** Of the group: of how many it is known. */
  readonly known: number
}

const LEAST_KNOWN = 10
const CONFIDENCE = 1.96

/** What sets a group apart, the largest difference first. `member` is 1 for those in it. */
export function contrasts(
  { rows, columns, orders }: Behaved,
  member: Uint8Array,
  traits: readonly TraitShape[],
  scales: readonly Scaled[],
): readonly TraitContrast[] {
  return scales
    .flatMap((scale) => {
      const shape = traits[scale.trait]
      const column = columns[scale.trait]
      if (shape === undefined || column === undefined) return []
      const plain = [new Mean(), new Mean()] as const
      const scaled = [new Mean(), new Mean()] as const
      for (let row = 0; row < rows; row++) {
        const value = column[row] ?? Number.NaN
        if (Number.isNaN(value)) continue
        const of = member[row] === 1 ? 0 : 1
        plain[of].add(value)
        scaled[of].add(deviates(value, orders[row] ?? 1, shape, scale))
      }
      if (plain[0].n === 0 || plain[1].n === 0) return []
      const deviations = scaled[0].mean - scaled[1].mean
      return [{ trait: scale.trait, group: plain[0].mean, rest: plain[1].mean, deviations }]
    })
    .toSorted((a, b) => Math.abs(b.deviations) - Math.abs(a.deviations))
}

/** How a group does on the goal beside all others. */
export function goalContrast({ rows, goal }: Behaved, member: Uint8Array): GoalContrast | null {
  const [group, rest] = [new Mean(), new Mean()]
  for (let row = 0; row < rows; row++) {
    const value = goal[row] ?? Number.NaN
    if (!Number.isNaN(value)) (member[row] === 1 ? group : rest).add(value)
  }
  if (group.n < LEAST_KNOWN || rest.n < LEAST_KNOWN) return null
  const margin = CONFIDENCE * Math.sqrt(group.variance / group.n + rest.variance / rest.n)
  const difference = group.mean - rest.mean
  return {
    group: group.mean,
    rest: rest.mean,
    from: difference - margin,
    to: difference + margin,
    known: group.n,
  }
}

/** A running mean and variance (Welford). */
class Mean {
  n = 0
  mean = 0
  #squares = 0
  add(value: number): void {
    this.n++
    const before = value - this.mean
    this.mean += before / this.n
    this.#squares += before * (value - this.mean)
  }
  get variance(): number {
    return this.n < 2 ? 0 : this.#squares / (this.n - 1)
  }
}
