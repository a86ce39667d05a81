import { type Points, squared } from './partition.ts'

/** Distances between all points, kept once for every partition that is judged by them. */
export function distancesOf(points: Points): Float32Array {
  const n = points.length
  const distances = new Float32Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const distance = Math.sqrt(squared(points[i] ?? [], points[j] ?? []))
      distances[i * n + j] = distance
      distances[j * n + i] = distance
    }
  }
  return distances
}

/**
 * How much nearer points are to their own group than to the next one, on average: −1 to 1 (Rousseeuw 1987). A point
 * that is a group by itself counts 0.
 */
export function silhouette(distances: Float32Array, group: readonly number[], k: number): number {
  const n = group.length
  const sizes = new Float64Array(k)
  for (const of of group) sizes[of] = (sizes[of] ?? 0) + 1
  const sums = new Float64Array(k)
  let total = 0
  for (let i = 0; i < n; i++) {
    sums.fill(0)
    for (let j = 0; j < n; j++) {
      const of = group[j] ?? 0
      sums[of] = (sums[of] ?? 0) + (distances[i * n + j] ?? 0)
    }
    const own = group[i] ?? 0
    if ((sizes[own] ?? 0) < 2) continue
    const inside = (sums[own] ?? 0) / ((sizes[own] ?? 0) - 1)
    let next = Number.POSITIVE_INFINITY
    for (let other = 0; other < k; other++) {
      if (other === own || sizes[other] === 0) continue
      next = Math.min(next, (sums[other] ?? 0) / (sizes[other] ?? 1))
    }
    if (next < Number.POSITIVE_INFINITY) total += (next - inside) / Math.max(inside, next, 1e-12)
  }
  return total / n
}
