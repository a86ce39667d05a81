import type { ModelRun } from '../../run/result.ts'
import { groupsOf } from '../groups.ts'
import type { ReportOptions } from '../print.ts'
import { caseList } from './case-list.ts'
import { html } from './markup.ts'
import { STYLE } from './style.ts'
import { modelCards, sideBySide } from './summary.ts'

/** The run as one page that needs nothing beside itself and asks nothing of any server. */
export function reportHtml(
  runs: readonly ModelRun[],
  { prices, showHeld }: ReportOptions,
  date: string,
): string {
  const suites = new Set(groupsOf(runs).map(({ suite }) => suite))
  const cases = Math.max(0, ...runs.map(({ results }) => results.length))
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Muster evals</title><style>${{ markup: STYLE }}</style></head>
<body><main><h1>Muster evals</h1><p class="soft">${cases} cases, ${date}</p>
${modelCards(runs, prices)}
<h2>Side by side</h2>${sideBySide(runs)}
${[...suites].map((suite) => caseList(runs, suite, showHeld))}
</main></body></html>
`.markup
}
