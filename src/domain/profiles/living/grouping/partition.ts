import { kmeans } from 'ml-kmeans'
import type { Random } from './random.ts'

/** Customers as points: a row each, a coordinate for each trait. */
export type Points = number[][]

/** Points in groups: the centre of each group, and the group of each point. */
export interface Partition {
  readonly centres: Points
  readonly group: readonly number[]
}

/** Beginnings that are tried: k-means may end in a bad place. */
const BEGINNINGS = 4
const ROUNDS = 60

/** The best of several partitions into `k` groups: that with the least squared distances to the centres. */
export function partition(points: Points, k: number, random: Random, beginnings = BEGINNINGS): Partition {
  let best: Partition | undefined
  let least = Number.POSITIVE_INFINITY
  for (let nth = 0; nth < beginnings; nth++) {
    const { centroids, clusters } = kmeans(points, k, {
      seed: 1 + Math.floor(random() * 2 ** 30),
      initialization: 'kmeans++',
      maxIterations: ROUNDS,
    })
    let spread = 0
    for (const [i, point] of points.entries()) spread += squared(point, centroids[clusters[i] ?? 0] ?? [])
    if (spread >= least) continue
    least = spread
    best = { centres: centroids, group: clusters }
  }
  if (best === undefined) throw new Error('A partition has at least one beginning')
  return best
}

/** The group whose centre is nearest. */
export function nearest(point: readonly number[], centres: Points): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [group, centre] of centres.entries()) {
    const distance = squared(point, centre)
    if (distance >= least) continue
    least = distance
    best = group
  }
  return best
}

export function squared(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2
  return sum
}
