import type { TraitContrast } from './contrast.ts'
import type { Behaved, TraitShape } from './data.ts'

/** Customers with at least (`more`) or at most (`less`) so much of a trait. */
export interface Bound {
  readonly trait: number
  readonly side: 'more' | 'less'
  readonly bound: number
}

/** How well bounds find the members of a group again. */
export interface Recovery {
  /** Everybody who keeps to all bounds. */
  readonly found: number
  /** Of them, the part that belongs to the group. */
  readonly precision: number
  /** Of the group, the part that is among them. */
  readonly recall: number
}

const MOST_BOUNDS = 3
/** Less telling traits than this, in deviations, are not looked at. */
const LEAST_DEVIATIONS = 0.3
const TRIED = 24
/** A further bound has to better the balance of precision and recall by as much. */
const BETTER = 0.01

/**
 * The few bounds that find a group best: one after the other, each time the one that betters the balance of precision
 * and recall (F1) most, until none does. `rows` are those that are looked at.
 */
export function boundsFor(
  data: Behaved,
  member: Uint8Array,
  rows: readonly number[],
  traits: readonly TraitShape[],
  contrasts: readonly TraitContrast[],
): readonly Bound[] {
  const candidates = contrasts
    .filter(({ deviations }) => Math.abs(deviations) >= LEAST_DEVIATIONS)
    .flatMap(({ trait, deviations }) => candidatesOf(data, rows, traits[trait], trait, deviations > 0))
  const all = rows.reduce((sum, row) => sum + (member[row] ?? 0), 0)
  const chosen: Bound[] = []
  let left = rows
  let score = 0
  while (chosen.length < MOST_BOUNDS) {
    let best: { bound: Bound; score: number } | undefined
    for (const bound of candidates) {
      if (chosen.some(({ trait }) => trait === bound.trait)) continue
      const column = data.columns[bound.trait]
      let found = 0
      let right = 0
      for (const row of left) {
        if (!keeps(column?.[row] ?? Number.NaN, bound)) continue
        found++
        right += member[row] ?? 0
      }
      const balance = all + found === 0 ? 0 : (2 * right) / (all + found)
      if (balance > (best?.score ?? 0)) best = { bound, score: balance }
    }
    if (best === undefined || best.score < score + BETTER) break
    const { bound } = best
    chosen.push(bound)
    score = best.score
    left = left.filter((row) => keeps(data.columns[bound.trait]?.[row] ?? Number.NaN, bound))
  }
  return chosen
}

/** Bounds on the grid, where the values of the rows lie. */
function candidatesOf(
  { columns }: Behaved,
  rows: readonly number[],
  shape: TraitShape | undefined,
  trait: number,
  isMore: boolean,
): readonly Bound[] {
  const side = isMore ? 'more' : 'less'
  if (shape === undefined || !shape[side]) return []
  const known = Float32Array.from(rows, (row) => columns[trait]?.[row] ?? Number.NaN)
    .filter((value) => !Number.isNaN(value))
    .sort()
  const bounds = Array.from({ length: TRIED + 1 }, (_, nth) => {
    const value = known[Math.min(known.length - 1, Math.floor((nth * known.length) / TRIED))] ?? 0
    return onGrid(value, shape.grid)
  })
  return [...new Set(bounds)].filter((bound) => bound > 0).map((bound) => ({ trait, side, bound }))
}

export const onGrid = (value: number, grid: number): number => Math.round(value / grid) * grid

/** What is not known keeps to no bound. */
const keeps = (value: number, { side, bound }: Bound): boolean =>
  side === 'more' ? value >= bound : value <= bound

/** How well bounds find a group among everybody. */
export function recovery({ rows, columns }: Behaved, member: Uint8Array, bounds: readonly Bound[]): Recovery {
  let found = 0
  let right = 0
  let all = 0
  for (let row = 0; row < rows; row++) {
    const isMember = member[row] ?? 0
    all += isMember
    if (!bounds.every((bound) => keeps(columns[bound.trait]?.[row] ?? Number.NaN, bound))) continue
    found++
    right += isMember
  }
  return { found, precision: found === 0 ? 0 : right / found, recall: all === 0 ? 0 : right / all }
}
