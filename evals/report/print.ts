import { table } from '#cli/table.ts'
import type { Result } from '../run/run-cases.ts'
import type { Verdict } from '../scorers/verdict.ts'
import { shareRight, type Tally, tally, tallyFamilies } from './tally.ts'

/**
 * What a person reads: the table by family, then every case that was not simply right. Of what is held out there
 * are figures only: who read the cases would work on them.
 */
export function report(results: readonly Result[]): string {
  const whole = tally(results)
  return [
    familyTable(results, whole),
    `${(100 * shareRight(whole)).toFixed(1)} % right, ${whole.wrong} wrong`,
    ...(['wrong', 'stated', 'missed', 'right'] as const).map((verdict) => listed(results, verdict)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function familyTable(results: readonly Result[], whole: Tally): string {
  const held = results.filter((result) => result.case.held)
  const rows = [
    ...tallyFamilies(results),
    ['all', whole] as const,
    ...(held.length === 0 ? [] : [['of these held out', tally(held)] as const]),
  ]
  return table(
    ['Family', 'Cases', 'Right', 'Stated', 'Missed', 'Wrong', 'Median ms'],
    rows.map(([family, { cases, right, stated, missed, wrong, medianMs }]) => [
      family,
      cases,
      right,
      stated,
      missed,
      wrong,
      Math.round(medianMs),
    ]),
  )
}

const TITLES: Readonly<Record<Verdict, string>> = {
  wrong: 'Wrong',
  stated: 'Another reading, said openly',
  missed: 'Missed',
  right: 'Right, with a remark',
}

function listed(results: readonly Result[], verdict: Verdict): string {
  const those = results.filter(
    ({ case: { held }, score }) => !held && score.verdict === verdict && score.why !== '',
  )
  if (those.length === 0) return ''
  const lines = those.map(({ case: { id, text }, score }) => `  ${id}  ${text}\n        ${score.why}`)
  return [TITLES[verdict], ...lines].join('\n')
}
