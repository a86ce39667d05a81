import { type Choice, chooseGroups } from './choose.ts'
import type { Behaved, OnProgress, TraitShape } from './data.ts'
import { nearest } from './partition.ts'
import type { Random } from './random.ts'
import { pointsOf, type Scaled, scalesOf } from './scale.ts'

/** Customers divided into groups, each of which may be divided again on scales of its own. */
export interface Division {
  readonly scales: readonly Scaled[]
  readonly choice: Choice
  /** By group; undefined where it is one. */
  readonly inside: readonly (Division | undefined)[]
}

/** Fewer customers are not divided. */
const LEAST_DIVIDED = 150
/** What large differences hide shows inside a group; deeper there is little left to find. */
const DEEPEST = 2

/** Divides the customers of these rows, and looks into each group again. Undefined where they are one group. */
export function divide(
  data: Behaved,
  rows: readonly number[],
  traits: readonly TraitShape[],
  random: Random,
  onProgress: OnProgress,
  depth = 1,
): Division | undefined {
  if (rows.length < LEAST_DIVIDED) return undefined
  const scales = scalesOf(data, traits, rows)
  if (scales.length === 0) return undefined
  const points = pointsOf(data, rows, traits, scales)
  const behaviours = scales.map(({ trait }) => traits[trait]?.behaviour ?? 0)
  const choice = chooseGroups(points, behaviours, random, (done) => onProgress(OWN * done))
  if (choice === undefined) return undefined
  const groups = choice.stability.length
  const inside = choice.stability.map((_, of) => {
    const own = rows.filter((_row, nth) => choice.partition.group[nth] === of)
    const done = (part: number) => onProgress(OWN + ((1 - OWN) * (of + part)) / groups)
    return depth === DEEPEST ? undefined : divide(data, own, traits, random, done, depth + 1)
  })
  return { scales, choice, inside }
}

/** The part of the work that the division itself is. */
const OWN = 0.5

/** The number of the group that each row belongs to, in the order of `stabilityIn`. */
export function placed(
  data: Behaved,
  rows: readonly number[],
  traits: readonly TraitShape[],
  { scales, choice, inside }: Division,
): readonly number[] {
  const first: number[] = []
  let groups = 0
  for (const division of inside) {
    first.push(groups)
    groups += division === undefined ? 1 : stabilityIn(division).length
  }
  const own = pointsOf(data, rows, traits, scales).map((point) => nearest(point, choice.partition.centres))
  const place = own.map((of) => first[of] ?? 0)
  for (const [of, division] of inside.entries()) {
    if (division === undefined) continue
    const members = [...own.keys()].filter((nth) => own[nth] === of)
    const deeper = placed(
      data,
      members.map((nth) => rows[nth] ?? 0),
      traits,
      division,
    )
    for (const [at, nth] of members.entries()) place[nth] = (first[of] ?? 0) + (deeper[at] ?? 0)
  }
  return place
}

/** How well each group is found again, those inside a group no better than the group itself. */
export const stabilityIn = ({ choice, inside }: Division): readonly number[] =>
  choice.stability.flatMap((stability, of) => {
    const division = inside[of]
    return division === undefined
      ? [stability]
      : stabilityIn(division).map((deeper) => Math.min(stability, deeper))
  })
