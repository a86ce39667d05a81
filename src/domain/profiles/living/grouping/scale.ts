import type { Behaved, TraitShape } from './data.ts'
import type { Points } from './partition.ts'

/** Beyond so many deviations a customer is not taken for more unusual still. */
const MOST_DEVIATIONS = 3
/** A trait that fewer have told of, or that fewer differ in, tells nothing apart. */
const LEAST_KNOWN = 0.3

/** A trait on a scale that all share: 0 is what is usual, 1 a standard deviation. */
export interface Scaled {
  readonly trait: number
  readonly mean: number
  /** What is usual, by the logarithm of the number of orders above the mean of that; 0 where it does not grow with it. */
  readonly slope: number
  readonly meanOrders: number
  readonly deviation: number
  /** So that all traits of a behaviour together weigh as much as any other behaviour. */
  readonly weight: number
}

/** The traits that differ between customers, everybody or these rows, with their scales. */
export function scalesOf(
  { rows: everybody, columns, orders }: Behaved,
  traits: readonly TraitShape[],
  among?: readonly number[],
): readonly Scaled[] {
  const rows = among?.length ?? everybody
  const used = traits.flatMap((shape, trait) => {
    const column = columns[trait] ?? new Float32Array()
    const sums = { known: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 }
    for (let nth = 0; nth < rows; nth++) {
      const row = among?.[nth] ?? nth
      const y = onScale(column[row] ?? Number.NaN, shape)
      if (Number.isNaN(y)) continue
      const x = Math.log(orders[row] ?? 1)
      sums.known++
      sums.x += x
      sums.y += y
      sums.xx += x * x
      sums.xy += x * y
      sums.yy += y * y
    }
    const [mean, meanOrders] = [sums.y / sums.known, sums.x / sums.known]
    const spread = sums.xx - sums.x * meanOrders
    const shared = sums.xy - sums.x * mean
    const slope = shape.growsWithOrders && spread > 1e-9 ? shared / spread : 0
    const deviation = Math.sqrt(Math.max(0, sums.yy - sums.y * mean - slope * shared) / sums.known)
    return sums.known < LEAST_KNOWN * rows || deviation < 1e-6
      ? []
      : [{ trait, mean, slope, meanOrders, deviation }]
  })
  return used.map((scale) => {
    const behaviour = traits[scale.trait]?.behaviour
    const aspects = used.filter(({ trait }) => traits[trait]?.behaviour === behaviour).length
    return { ...scale, weight: 1 / Math.sqrt(aspects) }
  })
}

const onScale = (value: number, { scale }: TraitShape): number =>
  scale === 'log' ? Math.log1p(Math.max(0, value)) : value

/** Deviations of a customer from what is usual of whoever has as many orders; NaN where it is not known. */
export function deviates(
  value: number,
  orders: number,
  shape: TraitShape,
  { mean, slope, meanOrders, deviation }: Scaled,
): number {
  const usual = mean + slope * (Math.log(orders) - meanOrders)
  const deviations = (onScale(value, shape) - usual) / deviation
  return Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, deviations))
}

/** Customers as points. What is not known counts as usual. */
export const pointsOf = (
  { columns, orders }: Behaved,
  rows: readonly number[],
  traits: readonly TraitShape[],
  scales: readonly Scaled[],
): Points =>
  rows.map((row) =>
    scales.map((scale) => {
      const shape = traits[scale.trait]
      const value = columns[scale.trait]?.[row] ?? Number.NaN
      const deviations = shape === undefined ? Number.NaN : deviates(value, orders[row] ?? 1, shape, scale)
      return Number.isNaN(deviations) ? 0 : deviations * scale.weight
    }),
  )
