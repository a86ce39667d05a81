import { add } from './bitset.ts'
import type { TotalsQuery } from './plan.ts'
import type { Columns } from './reader-messages.ts'

/** Sums that pass, both ends included; see TotalsQuery. */
export type SumRange = Pick<TotalsQuery, 'from' | 'to'>

/** Who has rows that sum to something in a range, for each range. */
export function membersBySums(
  pieces: readonly Columns[],
  ranges: readonly SumRange[],
): readonly Uint32Array<ArrayBuffer>[] {
  if (ranges.some(({ from, to }) => from <= 0 && to >= 0)) {
    throw new Error('Sums of nothing pass: customers without a row would be missing')
  }
  const sums = new Float64Array(highestIn(pieces) + 1)
  for (const [ids, amounts] of pieces) {
    if (ids === undefined) continue
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0
      sums[id] = (sums[id] ?? 0) + (amounts === undefined ? 1 : (amounts[i] ?? 0))
    }
  }
  return ranges.map(({ from, to }) => {
    const members = new Uint32Array((sums.length >>> 5) + 1)
    for (let id = 0; id < sums.length; id++) {
      const sum = sums[id] ?? 0
      if (sum >= from && sum <= to) add(members, id)
    }
    return members
  })
}

function highestIn(pieces: readonly Columns[]): number {
  let highest = 0
  for (const [ids] of pieces) {
    if (ids !== undefined) for (let i = 0; i < ids.length; i++) highest = Math.max(highest, ids[i] ?? 0)
  }
  return highest
}
