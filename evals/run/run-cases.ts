import { ConfigError, MusterError } from '#kernel/errors.ts'
import type { Case } from '../case.ts'
import { type Outcome, outcomeSchema } from '../outcome.ts'
import type { FindIds } from '../scorers/people.ts'
import { score } from '../scorers/score.ts'
import { missed, type Score } from '../scorers/verdict.ts'

export interface Request {
  readonly text: string
  /** Earlier turns of the human, oldest first. */
  readonly context: readonly string[]
}

/** One turn of a throwaway thread; answers what `muster ask --json --members` prints. */
export type Ask = (request: Request) => Promise<unknown>

export interface Result {
  readonly case: Case
  /** Undefined where the turn failed. */
  readonly outcome: Outcome | undefined
  readonly score: Score
  readonly ms: number
}

export interface RunOptions {
  readonly ask: Ask
  readonly find: FindIds
  /** How many requests are under way at once. */
  readonly jobs: number
  onResult?(result: Result): void
}

/** Asks and scores every case. A turn that fails counts as missed; a setting that is wrong ends the run. */
export async function runCases(cases: readonly Case[], options: RunOptions): Promise<readonly Result[]> {
  const results: Result[] = []
  // The workers share one iterator, so each takes the next case as it becomes free.
  const queue = cases.entries()
  const work = async () => {
    for (const [index, each] of queue) {
      const result = await runCase(each, options)
      results[index] = result
      options.onResult?.(result)
    }
  }
  await Promise.all(Array.from({ length: options.jobs }, work))
  return results
}

async function runCase(each: Case, { ask, find }: RunOptions): Promise<Result> {
  const context = each.context?.map(({ user }) => user) ?? []
  const start = performance.now()
  try {
    const answer = await ask({ text: each.text, context })
    const ms = performance.now() - start
    const outcome = outcomeSchema.parse(answer)
    return { case: each, outcome, score: score(each.expected, outcome, find), ms }
  } catch (error) {
    if (error instanceof ConfigError || !(error instanceof MusterError)) throw error
    return {
      case: each,
      outcome: undefined,
      score: missed(`failed: ${error.message}`),
      ms: performance.now() - start,
    }
  }
}
