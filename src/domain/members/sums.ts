import type { Source } from '#db/schema.ts'
import type { Bitset } from './bitset.ts'
import type { TotalsQuery } from './plan.ts'
import type { PlannedOn } from './planned-on.ts'
import type { Lane } from './reader-pool.ts'
import type { Columns } from './reader-messages.ts'
import { columnsIn, type Reading } from './reading.ts'
import { columnSteps } from './steps.ts'
import { membersBySums, type SumRange } from './totals.ts'

interface Use {
  readonly range: SumRange
  take(members: Bitset): void
}

/** Asks for those whose sums pass; `missing` is told what is to be read for that. */
export type AskSums = (totals: TotalsQuery, sources: readonly Source[], take: Use['take']) => void

/** So many rows to add up and sums to look at take less time here than a thread takes to be told of them. */
const LITTLE = 100_000

/** Several ranges of the same rows, as other thresholds of one window are, are read and added up once. */
export function createSums(
  missing: Reading[],
  lane: Lane,
  { highestIds }: Pick<PlannedOn, 'highestIds'>,
): AskSums {
  const known = new Map<string, Use[]>()
  return ({ rows, from, to }, sources, take) => {
    const key = JSON.stringify([rows, sources])
    const before = known.get(key)
    const uses = before ?? []
    uses.push({ range: { from, to }, take })
    if (before !== undefined) return
    known.set(key, uses)
    missing.push({
      sources,
      steps: columnSteps(rows, highestIds),
      async finish(results) {
        const columns = columnsIn(results)
        const ranges = uses.map(({ range }) => range)
        const rows = columns.reduce((sum, [ids]) => sum + (ids?.length ?? 0), 0)
        const isLittle = rows + highestIds.customer * ranges.length <= LITTLE
        const sets = isLittle ? membersBySums(columns, ranges) : await summedBy(lane, columns, ranges)
        for (const [at, members] of sets.entries()) uses[at]?.take(members)
      },
    })
  }
}

async function summedBy(lane: Lane, columns: readonly Columns[], ranges: readonly SumRange[]) {
  const answer = await lane.run({ kind: 'sum', columns, ranges })
  if (answer.kind !== 'summed') throw new Error(`Summing was answered with ${answer.kind}`)
  return answer.members
}
