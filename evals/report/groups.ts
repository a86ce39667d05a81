import type { ModelRun, Result } from '../run/result.ts'
import type { SuiteName } from '../suites/define.ts'

/** Cases that are told together: a suite, its held-out ones, or one family of it. */
export interface Group {
  readonly suite: SuiteName
  /** Undefined for the whole suite. */
  readonly family?: string
  readonly held: boolean
  holds(result: Result): boolean
}

/** Suite by suite: all that is open to look at, its families, and the held-out cases apart. */
export function groupsOf(runs: readonly ModelRun[]): readonly Group[] {
  const all = runs.flatMap(({ results }) => results)
  return [...Map.groupBy(all, ({ suite }) => suite)].flatMap(([suite, results]) => {
    const open = results.filter(({ held }) => !held)
    const families = [...new Set(open.map(({ family }) => family))]
    const within = (result: Result) => result.suite === suite
    return [
      ...(open.length === 0
        ? []
        : [{ suite, held: false, holds: (result: Result) => within(result) && !result.held }]),
      ...families.map((family) => ({
        suite,
        family,
        held: false,
        holds: (result: Result) => within(result) && !result.held && result.family === family,
      })),
      ...(open.length === results.length
        ? []
        : [{ suite, held: true, holds: (result: Result) => within(result) && result.held }]),
    ]
  })
}

/** Every suite's name with all of its results in a run. */
export const bySuite = ({ results }: ModelRun): ReadonlyMap<SuiteName, readonly Result[]> =>
  Map.groupBy(results, ({ suite }) => suite)
