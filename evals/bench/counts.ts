import { count } from '#domain/members/bitset.ts'
import type { openDuckdb } from './duckdb.ts'
import { median, timesOf } from './measure.ts'
import type { openMuster } from './muster.ts'
import { QUESTIONS, type Question } from './questions.ts'
import { NOW } from './rows.ts'

export interface CountResult {
  readonly question: Question
  readonly counted: number
  /** Medians in milliseconds, from criteria to count. */
  readonly muster: number
  readonly duckdbRaw: number
  readonly duckdbRollup: number | undefined
}

const RUNS = 9

/** Every question in both engines, one after the other. Throws when they don't agree. */
export async function compareCounts(
  { members }: ReturnType<typeof openMuster>,
  duckdb: Awaited<ReturnType<typeof openDuckdb>>,
): Promise<readonly CountResult[]> {
  const results: CountResult[] = []
  for (const question of QUESTIONS) {
    const { id, criteria, raw, rollup } = question
    const countMuster = async () => count((await members.of(criteria, { asOf: NOW })).bits)
    const counted = await countMuster()
    for (const sql of [raw, rollup ?? raw]) {
      const other = await duckdb.count(sql)
      if (other !== counted) throw new Error(`${id}: Muster counts ${counted}, DuckDB ${other} by ${sql}`)
    }
    results.push({
      question,
      counted,
      muster: median(await timesOf(RUNS, countMuster)),
      duckdbRaw: median(await timesOf(RUNS, () => duckdb.count(raw))),
      duckdbRollup:
        rollup === undefined ? undefined : median(await timesOf(RUNS, () => duckdb.count(rollup))),
    })
  }
  return results
}

/** DuckDB's better shape. */
export const bestOf = ({ duckdbRaw, duckdbRollup = duckdbRaw }: CountResult): number =>
  Math.min(duckdbRaw, duckdbRollup)
