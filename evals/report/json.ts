import type { ModelRun, Result } from '../run/result.ts'
import { bySuite } from './groups.ts'
import type { ReportOptions } from './print.ts'
import { tally } from './tally.ts'

/** The run for other programs, to compare one model or one week with another. */
export const reportJson = (runs: readonly ModelRun[], { prices, showHeld }: ReportOptions): string =>
  JSON.stringify(
    runs.map((run) => ({
      model: run.model,
      totals: tally(run.results, prices.get(run.model)),
      suites: Object.fromEntries(
        [...bySuite(run)].map(([suite, results]) => [
          suite,
          {
            ...tally(results, prices.get(run.model)),
            heldOut: tally(
              results.filter(({ held }) => held),
              prices.get(run.model),
            ),
            families: Object.fromEntries(
              [
                ...Map.groupBy(
                  results.filter(({ held }) => !held),
                  ({ family }) => family,
                ),
              ].map(([family, of]) => [family, tally(of, prices.get(run.model))]),
            ),
          },
        ]),
      ),
      cases: run.results.map((result) => (result.held && !showHeld ? withoutDetails(result) : result)),
    })),
    null,
    2,
  )

const withoutDetails = ({ suite, id, family, held, score: { verdict } }: Result) => ({
  suite,
  id,
  family,
  held,
  score: { verdict },
})
