import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { isColumnTest } from '../grammar/column-tests.ts'

interface Range {
  readonly column: string
  readonly low: number
  readonly high: number
  /** Whether an end of it belongs to it. */
  readonly open: { readonly low: boolean; readonly high: boolean }
}

/** Two of what must hold that leave no number between them: “more than 200 and less than 100 employees”. */
export function rangesApart(criteria: readonly Criteria[]): readonly [Criteria, Criteria] | undefined {
  for (const [i, one] of criteria.entries()) {
    for (const other of criteria.slice(0, i)) {
      const [a, b] = [rangeOf(other), rangeOf(one)]
      if (a !== undefined && b !== undefined && a.column === b.column && isEmpty(a, b)) return [other, one]
    }
  }
  return undefined
}

function isEmpty(a: Range, b: Range): boolean {
  const [low, high] = [Math.max(a.low, b.low), Math.min(a.high, b.high)]
  const open = [a, b].some((one) => (one.low === low && one.open.low) || (one.high === high && one.open.high))
  return low > high || (low === high && open)
}

function rangeOf(criteria: Criteria): Range | undefined {
  if (!isCondition(criteria) || !isColumnTest(criteria)) return undefined
  const { op, value } = criteria
  const column = `${criteria.type} ${criteria.field}`
  if (op === 'between' && Array.isArray(value)) {
    const [low, high] = value
    return typeof low === 'number' && typeof high === 'number'
      ? { column, low, high, open: { low: false, high: false } }
      : undefined
  }
  if (typeof value !== 'number') return undefined
  if (op === '>' || op === '>=')
    return { column, low: value, high: Infinity, open: { low: op === '>', high: false } }
  if (op === '<' || op === '<=')
    return { column, low: -Infinity, high: value, open: { low: false, high: op === '<' } }
  return undefined
}
