import { table } from '#cli/table.ts'
import type { ModelRun, Result } from '../run/result.ts'
import { VERDICTS, type Verdict } from '../scorers/verdict.ts'
import { dollars, percent, rightOf, seconds, tokenCount } from './figures.ts'
import { groupsOf } from './groups.ts'
import type { Price } from './price.ts'
import { tally } from './tally.ts'

export interface ReportOptions {
  readonly prices: ReadonlyMap<string, Price>
  /** Tell what went wrong with held-out cases too. */
  readonly showHeld: boolean
}

/** What a person reads: suites and families side by side, what it took, and every case that was not simply right. */
export const report = (runs: readonly ModelRun[], options: ReportOptions): string =>
  [
    sideBySide(runs),
    costs(runs, options.prices),
    ...runs.flatMap((run) =>
      (['wrong', 'failed', 'missed', 'fair', 'right'] as const).map((verdict) =>
        listed(run, verdict, runs.length > 1, options),
      ),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')

function sideBySide(runs: readonly ModelRun[]): string {
  const header = ['', 'Cases', ...runs.flatMap(({ model }) => [model, 'wrong'])]
  const rows = groupsOf(runs).map(({ suite, family, held, holds }) => {
    const tallies = runs.map(({ results }) => tally(results.filter(holds)))
    const name = held ? '  held out' : family === undefined ? suite : `  ${family}`
    const cells = tallies.flatMap((each) => [`${percent(each).padStart(7)}  (${rightOf(each)})`, each.wrong])
    return [name, Math.max(...tallies.map(({ cases }) => cases)), ...cells]
  })
  return table(header, rows)
}

function costs(runs: readonly ModelRun[], prices: ReadonlyMap<string, Price>): string {
  const rows = runs.map(({ model, results }) => {
    const figures = tally(results, prices.get(model))
    const { tokens, cost, p50, p95, steps, callErrors } = figures
    return [
      model,
      ...VERDICTS.map((verdict) => figures[verdict]),
      tokenCount(tokens.input),
      tokenCount(tokens.cached),
      tokenCount(tokens.output),
      dollars(cost),
      seconds(p50),
      seconds(p95),
      steps.toFixed(2),
      callErrors,
    ]
  })
  const spent = ['Tokens in', 'cached', 'out', 'Cost', 'p50', 'p95', 'Steps a turn', 'Failed calls']
  return table(['Model', ...VERDICTS, ...spent], rows)
}

const TITLES: Readonly<Record<Verdict, string>> = {
  wrong: 'Wrong',
  failed: 'Failed: no answer came',
  missed: 'Missed',
  fair: 'Fair: another reading said openly, or a detour',
  right: 'Right, with a remark',
}

function listed(
  { model, results }: ModelRun,
  verdict: Verdict,
  several: boolean,
  { showHeld }: ReportOptions,
): string {
  const those = results.filter(({ score }) => score.verdict === verdict && score.why !== '')
  const shown = those.filter(({ held }) => showHeld || !held)
  const hidden = those.length - shown.length
  if (those.length === 0 || (verdict === 'right' && shown.length === 0)) return ''
  return [
    several ? `${TITLES[verdict]}: ${model}` : TITLES[verdict],
    ...shown.map(line),
    ...(hidden === 0 ? [] : [`  and ${hidden} held out (--show-held names them)`]),
  ].join('\n')
}

const line = ({ id, text, score }: Result): string => `  ${id}  ${text}\n        ${score.why}`
