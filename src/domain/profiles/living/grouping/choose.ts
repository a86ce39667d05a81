import type { OnProgress } from './data.ts'
import { dealtAnew, oneCloud } from './lookalikes.ts'
import { type Partition, partition, type Points } from './partition.ts'
import { type Random, someOf } from './random.ts'
import { distancesOf, silhouette } from './silhouette.ts'
import { stabilityOf } from './stability.ts'

/** At once: each group is looked into again. */
const MOST_GROUPS = 6
/** Points whose silhouettes are read: all distances between them are. */
const JUDGED = 1_000
/** Of each kind. */
const LOOKALIKES = 3
/** So much clearer than in the best of the look-alikes. */
const CLEARER = 0.015
/** Below the first a group is not found again; the second is highly stable (Hennig 2007). */
export const STABLE = 0.75
const HIGHLY_STABLE = 0.85

/** Groups, with how clear they are and how well each is found again. */
export interface Choice {
  readonly partition: Partition
  /** By group, 0 to 1. */
  readonly stability: readonly number[]
  readonly silhouette: number
  /** The clearest that data without groups, which looks the same otherwise, was divided into as many. */
  readonly lookalike: number
}

/**
 * How many groups there are: the largest number that divides the points more clearly than look-alikes without groups,
 * and whose groups are all found again in parts of the data without doubt. Where not all are, the clearest number of which
 * at least two are. Undefined where nothing is clearer than in the look-alikes, or nothing is found again.
 */
export function chooseGroups(
  points: Points,
  behaviours: readonly number[],
  random: Random,
  onProgress: OnProgress,
): Choice | undefined {
  const judged = someOf(points.length, JUDGED, random)
  const sample = judged.map((row) => points[row] ?? [])
  const distances = distancesOf(sample)
  const lookalikes = Array.from({ length: 2 * LOOKALIKES }, (_, nth) => {
    const alike = nth < LOOKALIKES ? dealtAnew(sample, behaviours, random) : oneCloud(sample, random)
    onProgress(((nth + 1) / (2 * LOOKALIKES)) * LOOKED)
    return { points: alike, distances: distancesOf(alike) }
  })
  let best: Choice | undefined
  let clearest: Choice | undefined
  const numbers = Array.from({ length: MOST_GROUPS - 1 }, (_, nth) => nth + 2)
  for (const k of numbers) {
    const done = (part: number) => onProgress(LOOKED + ((1 - LOOKED) * (k - 2 + part)) / numbers.length)
    const found = partition(points, k, random)
    done(0.2)
    const clear = silhouette(
      distances,
      judged.map((row) => found.group[row] ?? 0),
      k,
    )
    const lookalike = Math.max(
      ...lookalikes.map((alike) =>
        silhouette(alike.distances, partition(alike.points, k, random, 2).group, k),
      ),
    )
    done(0.5)
    if (clear - lookalike < CLEARER) continue
    const stability = stabilityOf(points, found, random, (part) => done(0.5 + 0.5 * part))
    const choice = { partition: found, stability, silhouette: clear, lookalike }
    if (stability.every((each) => each >= HIGHLY_STABLE)) best = choice
    // One of two that is found again is but everybody without a few strays.
    const stable = stability.filter((each) => each >= STABLE).length
    if (stable >= 2 && isClearer(choice, clearest)) clearest = choice
  }
  onProgress(1)
  return best ?? clearest
}

/** The part of the work that is done once the look-alikes are made. */
const LOOKED = 0.1

const isClearer = (one: Choice, other: Choice | undefined): boolean =>
  other === undefined || one.silhouette - one.lookalike > other.silhouette - other.lookalike
