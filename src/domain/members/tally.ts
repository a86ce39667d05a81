import type { Bitset } from './bitset.ts'
import type { SetQuery } from './plan.ts'
import type { SetParts, Step, StepResult, TallyRow } from './reader-messages.ts'
import { type HighestIds, idSteps } from './steps.ts'

type Row = readonly [id: number, key: string | number | null, amount: number]

/** Rows of each of several sets of members, summed by key. The sets are of the piece that the rows were read of. */
export function talliesOf(
  rows: readonly Row[],
  { firstWord, sets }: SetParts,
): readonly (readonly TallyRow[])[] {
  const found = sets.map(() => new Map<string | number | null, { rows: number; amount: number }>())
  for (const [id, key, amount] of rows) {
    for (const [at, words] of sets.entries()) {
      if ((((words[(id >>> 5) - firstWord] ?? 0) >>> (id & 31)) & 1) === 0) continue
      const sum = found[at]?.get(key)
      if (sum === undefined) found[at]?.set(key, { rows: 1, amount })
      else {
        sum.rows++
        sum.amount += amount
      }
    }
  }
  return found.map((sums) => [...sums].map(([key, sum]) => ({ key, ...sum })))
}

/** A query of (customer id, key, amount), cut by customer, as steps that each take the members of their piece. */
export function tallySteps(
  query: SetQuery,
  members: readonly Bitset[],
  highestIds: HighestIds,
): readonly Step[] {
  if (query.cut.by !== 'customer') throw new Error('A tally is cut by customer, so that pieces hold members')
  const steps = idSteps(query, highestIds)
  return steps.flatMap((step, piece): Step[] => {
    if (step.kind !== 'ids') return []
    const next = steps[piece + 1]
    const firstWord = step.low >>> 5
    const end = next?.kind === 'ids' ? next.low >>> 5 : Infinity
    const sets = members.map((set) => new Uint32Array(set.slice(firstWord, Math.max(firstWord, end))))
    if (sets.every((words) => words.every((word) => word === 0))) return []
    return [{ kind: 'tally', statement: step.statement, members: { firstWord, sets } }]
  })
}

/** The pieces' sums of the nth set together, the largest amount first, then the most rows, then by key. */
export function joinTallies(results: readonly StepResult[], nth: number): readonly TallyRow[] {
  const found = new Map<TallyRow['key'], TallyRow>()
  for (const result of results) {
    if (result.kind !== 'tally') continue
    for (const row of result.tallies[nth] ?? []) {
      const before = found.get(row.key)
      found.set(row.key, {
        key: row.key,
        rows: row.rows + (before?.rows ?? 0),
        amount: row.amount + (before?.amount ?? 0),
      })
    }
  }
  return [...found.values()].toSorted(
    (a, b) => b.amount - a.amount || b.rows - a.rows || (String(a.key) < String(b.key) ? -1 : 1),
  )
}
