import type { Least } from '../arguments.ts'
import type { ModelRun } from '../run/result.ts'
import { percent } from './figures.ts'
import { bySuite } from './groups.ts'
import { shareRight, tally } from './tally.ts'

export interface Thresholds {
  readonly min: readonly Least[]
  readonly maxWrong: number
  readonly maxFailed: number
}

/** Why the run does not pass, a line for each reason; none when it does. */
export function shortfalls(
  runs: readonly ModelRun[],
  { min, maxWrong, maxFailed }: Thresholds,
): readonly string[] {
  return runs.flatMap((run) => {
    const { wrong, failed } = tally(run.results)
    const below = [...bySuite(run)].flatMap(([suite, results]) => {
      const whole = tally(results)
      // What is asked of one suite counts before what is asked of all.
      const least =
        min.findLast((each) => each.suite === suite) ?? min.findLast((each) => each.suite === undefined)
      if (least === undefined || shareRight(whole) >= least.share) return []
      return [`${run.model}: ${percent(whole)} of ${suite} right, at least ${100 * least.share} % asked for`]
    })
    return [
      ...(wrong > maxWrong ? [`${run.model}: ${wrong} wrong, at most ${maxWrong} allowed`] : []),
      ...(failed > maxFailed ? [`${run.model}: ${failed} got no answer, at most ${maxFailed} allowed`] : []),
      ...below,
    ]
  })
}
