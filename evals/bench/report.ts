import { bestOf, type CountResult } from './counts.ts'
import type { LoadResult } from './under-load.ts'

const ms = (value: number | undefined): string =>
  value === undefined ? '–' : value < 10 ? value.toFixed(1) : value.toFixed(0)

function printTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
  console.log(line(header))
  for (const row of rows) console.log(line(row))
  console.log()
}

export function printCounts(customers: number, threads: number, results: readonly CountResult[]): void {
  console.log(
    `Cold counts over ${customers.toLocaleString('en-US')} customers, ms, ${threads} threads each\n`,
  )
  printTable(
    ['criteria', 'members', 'Muster', 'DuckDB raw', 'DuckDB rollup', 'ratio'],
    results.map((result) => [
      `${result.question.id} ${result.question.about}`,
      result.counted.toLocaleString('en-US'),
      ms(result.muster),
      ms(result.duckdbRaw),
      ms(result.duckdbRollup),
      (result.muster / bestOf(result)).toFixed(2),
    ]),
  )
}

export function printScaling(
  runs: readonly { readonly customers: number; readonly counts: readonly CountResult[] }[],
): void {
  const [first] = runs
  if (first === undefined || runs.length < 2) return
  console.log('Scaling, ms cold (DuckDB’s better shape in brackets)\n')
  printTable(
    ['criteria', ...runs.map(({ customers }) => customers.toLocaleString('en-US'))],
    first.counts.map(({ question }, i) => [
      question.id,
      ...runs.map(({ counts }) => {
        const result = counts[i]
        return result === undefined ? '–' : `${ms(result.muster)} (${ms(bestOf(result))})`
      }),
    ]),
  )
}

export function printSummary(measured: { ratio: number; cachedTree: number; load: LoadResult }): void {
  const { ratio, cachedTree, load } = measured
  printTable(
    ['', 'measured', 'target'],
    [
      ['cold counts against the better DuckDB, geometric mean', `${ratio.toFixed(2)}×`, '≤ 1.60×'],
      ['the slowest question over cached sets', `${cachedTree.toFixed(2)} ms`, '< 1 ms'],
      ['light request under load, p99', `${load.lightP99.toFixed(1)} ms`, '≤ 10 ms'],
      ['the same without load', `${load.idleP99.toFixed(1)} ms`, ''],
      ['counts under load (8 clients, nothing cached)', `${load.countsPerSecond.toFixed(0)} /s`, ''],
    ],
  )
}
