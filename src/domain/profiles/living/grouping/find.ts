import { type Bound, boundsFor, type Recovery, recovery } from './bounds.ts'
import { STABLE } from './choose.ts'
import { contrasts, type GoalContrast, goalContrast, type TraitContrast } from './contrast.ts'
import { type Behaved, LEAST_CUSTOMERS, type OnProgress, type TraitShape } from './data.ts'
import { divide, placed, stabilityIn } from './divide.ts'
import { seeded, someOf } from './random.ts'
import { scalesOf } from './scale.ts'

/** Customers that groups are found in; all others are put into the nearest one. */
const SAMPLE = 4_000
/** Customers whose bounds are tried. */
const BOUNDED = 10_000
/** Customers that are put into their group at once. */
const BLOCK = 16_384
/** The same data has the same groups. */
const SEED = 20_251

/** A group in numbers. */
export interface GroupFigures {
  readonly size: number
  /** How well it is found again in parts of the data, 0 to 1. */
  readonly stability: number
  readonly isStable: boolean
  readonly contrasts: readonly TraitContrast[]
  readonly goal: GoalContrast | null
  /** Empty where no trait tells it apart. */
  readonly bounds: readonly Bound[]
  readonly recovery: Recovery
}

/** What was found among customers. */
export type Found =
  | { readonly kind: 'too few' }
  /** Nothing that is clearer than chance, or that is found again. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'groups'
      readonly groups: readonly GroupFigures[]
      readonly silhouette: number
      readonly lookalike: number
    }

/** Finds groups of customers who behave alike. `group` says by row in which one each customer is. */
export function findGroups(
  data: Behaved,
  traits: readonly TraitShape[],
  onProgress: OnProgress,
): { readonly found: Found; readonly group: Uint8Array } {
  const group = new Uint8Array(data.rows)
  if (data.rows < LEAST_CUSTOMERS) return { found: { kind: 'too few' }, group }
  const random = seeded(SEED)
  const sample = someOf(data.rows, SAMPLE, random)
  const division = divide(data, sample, traits, random, (done) => onProgress(0.8 * done))
  if (division === undefined) return { found: { kind: 'none' }, group }
  for (let from = 0; from < data.rows; from += BLOCK) {
    const rows = Array.from({ length: Math.min(BLOCK, data.rows - from) }, (_, nth) => from + nth)
    for (const [nth, of] of placed(data, rows, traits, division).entries()) group[from + nth] = of
    onProgress(0.8 + (0.1 * from) / data.rows)
  }

  const scales = scalesOf(data, traits)
  const tried = someOf(data.rows, BOUNDED, random)
  const stabilities = stabilityIn(division)
  const groups = stabilities.map((stability, of): GroupFigures => {
    const member = group.map((each) => (each === of ? 1 : 0))
    const apart = contrasts(data, member, traits, scales)
    const bounds = boundsFor(data, member, tried, traits, apart)
    onProgress(0.9 + (0.1 * (of + 1)) / stabilities.length)
    return {
      size: member.reduce((sum, each) => sum + each, 0),
      stability,
      isStable: stability >= STABLE,
      contrasts: apart,
      goal: goalContrast(data, member),
      bounds,
      recovery: recovery(data, member, bounds),
    }
  })
  const { silhouette, lookalike } = division.choice
  return { found: { kind: 'groups', groups, silhouette, lookalike }, group }
}
