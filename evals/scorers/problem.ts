import type { Outcome } from '../outcome.ts'
import { failed, missed, type Score } from './verdict.ts'

/** What a model does by itself; other problems are those of its server, or of the way to it. */
const THE_MODELS_OWN: ReadonlySet<string> = new Set(['too_many_steps', 'silence'])

/** The score of a turn that ended early; undefined for one that ran to its end. */
export function problemScore({ problem }: Outcome): Score | undefined {
  if (!problem) return undefined
  const why = `ended early: ${problem.message}`
  return THE_MODELS_OWN.has(problem.code) ? missed(why) : failed(`${why} (${problem.code})`)
}
