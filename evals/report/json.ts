import type { Result } from '../run/run-cases.ts'
import { tally, tallyFamilies } from './tally.ts'

/** The run for other programs, to compare one model or one week with another. */
export const reportJson = (model: string, results: readonly Result[]): string =>
  JSON.stringify(
    {
      model,
      totals: tally(results),
      families: Object.fromEntries(tallyFamilies(results)),
      cases: results.map(one),
    },
    null,
    2,
  )

/** Of a case that is held out, only how it went. */
function one({ case: { id, family, text, held = false }, outcome, score, ms }: Result) {
  if (held) return { id, family, held, verdict: score.verdict }
  return {
    id,
    family,
    text,
    ...score,
    ms: Math.round(ms),
    kind: outcome?.kind ?? null,
    words: outcome?.words ?? null,
    shown: outcome?.members?.length ?? null,
    assumptions: outcome?.assumptions ?? [],
  }
}
