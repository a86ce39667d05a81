import type { Bitset } from './bitset.ts'
import type { SetQuery } from './plan.ts'
import type { SetPart, Step, StepResult, TallyRow } from './reader-messages.ts'
import { type HighestIds, idSteps } from './steps.ts'

type Row = readonly [id: number, key: string | number | null, amount: number]

/** Rows of members, summed by key. The members are of the piece that the rows were read of. */
export function tallyOf(rows: readonly Row[], { firstWord, words }: SetPart): readonly TallyRow[] {
  const sums = new Map<string | number | null, { rows: number; amount: number }>()
  for (const [id, key, amount] of rows) {
    if ((((words[(id >>> 5) - firstWord] ?? 0) >>> (id & 31)) & 1) === 0) continue
    const sum = sums.get(key)
    if (sum === undefined) sums.set(key, { rows: 1, amount })
    else {
      sum.rows++
      sum.amount += amount
    }
  }
  return [...sums].map(([key, sum]) => ({ key, ...sum }))
}

/** A query of (customer id, key, amount), cut by customer, as steps that each take the members of their piece. */
export function tallySteps(query: SetQuery, members: Bitset, highestIds: HighestIds): readonly Step[] {
  if (query.cut.by !== 'customer') throw new Error('A tally is cut by customer, so that pieces hold members')
  const steps = idSteps(query, highestIds)
  return steps.flatMap((step, piece): Step[] => {
    if (step.kind !== 'ids') return []
    const next = steps[piece + 1]
    const firstWord = step.low >>> 5
    const end = next?.kind === 'ids' ? next.low >>> 5 : Infinity
    const words = new Uint32Array(members.slice(firstWord, Math.max(firstWord, end)))
    if (words.every((word) => word === 0)) return []
    return [{ kind: 'tally', statement: step.statement, members: { firstWord, words } }]
  })
}

/** The pieces' sums together, the largest amount first, then the most rows, then by key. */
export function joinTallies(results: readonly StepResult[]): readonly TallyRow[] {
  const found = new Map<TallyRow['key'], TallyRow>()
  for (const result of results) {
    if (result.kind !== 'tally') continue
    for (const row of result.tally) {
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
