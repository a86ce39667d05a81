import type { Result } from '../run/run-cases.ts'
import type { Verdict } from '../scorers/verdict.ts'

/** How a group of cases went. */
export interface Tally extends Readonly<Record<Verdict, number>> {
  readonly cases: number
  readonly medianMs: number
}

export function tally(results: readonly Result[]): Tally {
  const count = (verdict: Verdict) => results.filter(({ score }) => score.verdict === verdict).length
  return {
    cases: results.length,
    right: count('right'),
    stated: count('stated'),
    missed: count('missed'),
    wrong: count('wrong'),
    medianMs: median(results.map(({ ms }) => ms)),
  }
}

/** A tally of each family, in the order in which families first appear. */
export const tallyFamilies = (results: readonly Result[]): ReadonlyMap<string, Tally> =>
  new Map(
    [...Map.groupBy(results, (result) => result.case.family)].map(([name, each]) => [name, tally(each)]),
  )

/** 0 to 1. */
export const shareRight = ({ right, cases }: Tally): number => (cases === 0 ? 0 : right / cases)

function median(values: readonly number[]): number {
  const ascending = values.toSorted((a, b) => a - b)
  const [low, high] = [
    ascending[Math.floor((values.length - 1) / 2)],
    ascending[Math.floor(values.length / 2)],
  ]
  return ((low ?? 0) + (high ?? 0)) / 2
}
