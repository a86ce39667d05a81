import type { ModelRun, Result } from '../run/result.ts'
import { bySuite } from './groups.ts'
import type { ReportOptions } from './print.ts'
import { tally } from './tally.ts'

/**
 * The run as JUnit XML (the dialect of Jenkins, https://github.com/testmoapp/junitxml), which CI systems show: a
 * failure for what is wrong or missed, an error where no answer came.
 */
export function reportJunit(
  runs: readonly ModelRun[],
  { showHeld }: Pick<ReportOptions, 'showHeld'>,
): string {
  const groups = runs.flatMap((run) =>
    [...bySuite(run)].map(([suite, results]) => ({ name: `${run.model} ${suite}`, results })),
  )
  const lines = groups.flatMap(({ name, results }) => [
    `  <testsuite ${attributes({ name, ...counts(results) })}>`,
    ...results.flatMap((result) => caseLines(result, showHeld)),
    '  </testsuite>',
  ])
  const whole = counts(groups.flatMap(({ results }) => results))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: 'muster evals', ...whole })}>`,
    ...lines,
    '</testsuites>',
    '',
  ].join('\n')
}

function counts(results: readonly Result[]) {
  const { cases, wrong, missed, failed } = tally(results)
  return { tests: cases, failures: wrong + missed, errors: failed, time: time(results) }
}

function caseLines(result: Result, showHeld: boolean): readonly string[] {
  const { suite, family, id, text, held, score } = result
  const told = !held || showHeld
  const open = `    <testcase ${attributes({ classname: `${suite}.${family}`, name: told ? `${id} ${text}` : `${id} (held out)`, time: time([result]) })}`
  const why = told ? score.why : 'held out'
  switch (score.verdict) {
    case 'right':
      return [`${open}/>`]
    case 'fair':
      return [`${open}><system-out>${escaped(why)}</system-out></testcase>`]
    case 'missed':
    case 'wrong':
      return [`${open}><failure ${attributes({ type: score.verdict, message: why })}/></testcase>`]
    case 'failed':
      return [`${open}><error ${attributes({ type: score.verdict, message: why })}/></testcase>`]
  }
}

const time = (results: readonly Result[]): string =>
  (results.flatMap(({ turns }) => turns).reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(3)

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ')

/** XML 1.0 has no way to write most control characters. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '�')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
