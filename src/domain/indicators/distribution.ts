import type { Instant } from '#kernel/clock.ts'
import { count } from '../members/bitset.ts'
import type { Members } from '../members/members.ts'
import type { MeasureUnit } from './measures/units.ts'
import { measureOf } from './measures/index.ts'
import type { IndicatorDefinition } from './schema.ts'
import type { Bin, Distribution, Spread } from './shown-distribution.ts'
import { sortedMeasure, storedQuery } from './values.ts'

/** What is read to show an indicator, or one that is not made yet. */
export interface Distributed {
  readonly definition: IndicatorDefinition
  /** The frozen indicator whose stored values are read instead of computing them. */
  readonly storedOf?: string
}

/** How many have a status, or how a number spreads, now or as it was stored. */
export async function readDistribution(
  { definition, storedOf }: Distributed,
  members: Members,
  { asOf, signal }: { readonly asOf: Instant; readonly signal?: AbortSignal },
): Promise<Omit<Distribution, 'asOf' | 'currency'>> {
  const options = { asOf, ...(signal && { signal }) }
  const total = count((await members.everyone(options)).bits)
  if (definition.kind === 'status' && storedOf === undefined) {
    const { bits } = await members.of(definition.criteria, options)
    return { total, known: count(bits), unit: null, spread: null }
  }
  if (definition.kind === 'status') {
    const stored = await members.sortedValues(storedQuery(storedOf ?? ''), options)
    return { total, known: stored.length, unit: null, spread: null }
  }
  const { measure } = definition
  const values =
    storedOf === undefined
      ? await sortedMeasure(measure, members, options)
      : await members.sortedValues(storedQuery(storedOf), options)
  const { empty } = measureOf(measure)
  const unit = measureOf(measure).unit(measure)
  // Customers without a row have no value, or a value of nothing.
  const zeros = empty(measure) === 0 ? Math.max(0, total - values.length) : 0
  return { total, known: values.length + zeros, unit, spread: spreadOf(values, zeros, unit) }
}

/** Bars that anybody looks at. */
const BARS = 10
/** So many of the values lie under the last bar but one: a few very large ones would flatten all others. */
const USUAL = 0.95

/** How numbers spread that are sorted, with some more zeros. */
export function spreadOf(sorted: Float64Array, zeros: number, unit: MeasureUnit): Spread | null {
  const size = sorted.length + zeros
  if (size === 0) return null
  const values = withZeros(sorted, zeros)
  const at = (share: number): number => values[Math.min(size - 1, Math.floor(share * size))] ?? 0
  const [least, most] = [values[0] ?? 0, values[size - 1] ?? 0]
  const middle = (size - 1) / 2
  const median = ((values[Math.floor(middle)] ?? 0) + (values[Math.ceil(middle)] ?? 0)) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / size
  const edges = edgesOf(unit, least, at(USUAL), most)
  return { least, median, mean, most, bins: binsOf(values, edges) }
}

/** Sorted numbers with some zeros at their place, which is before them unless some are below nothing. */
function withZeros(sorted: Float64Array, zeros: number): Float64Array {
  if (zeros === 0) return sorted
  const below = sorted.findIndex((value) => value >= 0)
  const at = below < 0 ? sorted.length : below
  const values = new Float64Array(sorted.length + zeros)
  values.set(sorted.subarray(0, at))
  values.set(sorted.subarray(at), at + zeros)
  return values
}

/** Where bars begin: scores and shares have theirs, other numbers steps of 1, 2 or 5. */
function edgesOf(unit: MeasureUnit, least: number, usual: number, most: number): readonly number[] {
  if (unit === 'score') return [1, 2, 3, 4, 5]
  if (unit === 'percent') return Array.from({ length: BARS }, (_, bar) => (100 / BARS) * bar)
  const step = niceStep((usual - least) / BARS, unit)
  const first = step * Math.floor(least / step)
  const bars = Math.min(BARS, Math.floor((most - first) / step) + 1)
  return Array.from({ length: bars }, (_, bar) => first + step * bar)
}

/** 1, 2 or 5 times a power of ten, at least as wide as asked; whole where parts of one mean nothing. */
function niceStep(width: number, unit: MeasureUnit): number {
  const least = unit === 'money' ? 0.01 : 1
  if (width <= least) return least
  const power = 10 ** Math.floor(Math.log10(width))
  return ([1, 2, 5, 10].find((factor) => factor * power >= width * 0.999_999) ?? 10) * power
}

/** The last bar is open where larger values than it is wide remain. */
function binsOf(values: Float64Array, edges: readonly number[]): Bin[] {
  const counts = edges.map(() => 0)
  let bar = 0
  for (const value of values) {
    while (bar + 1 < edges.length && value >= (edges[bar + 1] ?? 0)) bar++
    counts[bar] = (counts[bar] ?? 0) + 1
  }
  return edges.map((from, i) => ({ from, to: edges[i + 1] ?? null, customers: counts[i] ?? 0 }))
}
