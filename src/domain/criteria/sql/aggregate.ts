import { type Comparison, compare } from '../../conditions/shared/comparison.ts'
import type { Criteria } from '../schema.ts'
import type { Expression } from './expression.ts'
import type { Members } from './members.ts'
import { comparisonIn, type NumberTest, numberOf, numberTest, opposite } from './take.ts'

/** A number that rows come to, and how SQL compares it. */
export interface Aggregated {
  readonly test: NumberTest
  /** COALESCE(…, 0): over no rows it is 0. */
  readonly orZero: boolean
}

/** `COUNT(*) > 3`, `ROUND(SUM(total), 2) >= 500`, `COALESCE(SUM(total), 0) < 100`. */
export function aggregated(
  having: Expression,
  isNumber: (part: Expression) => boolean,
  value: (part: Expression) => number | undefined = numberOf,
): Aggregated | undefined {
  let orZero = false
  const test = numberTest(
    having,
    (part) => {
      const inner = unwrapped(part)
      if (!isNumber(inner.part)) return false
      orZero = inner.orZero
      return true
    },
    value,
  )
  return test && { test, orZero }
}

/** What ROUND and COALESCE hold: neither changes what a comparison means, but for rows that are not there. */
export function unwrapped(part: Expression): { part: Expression; orZero: boolean } {
  const [inner, second] = part.kind === 'call' ? part.args : []
  if (part.kind !== 'call' || inner === undefined) return { part, orZero: false }
  if (part.name === 'round' && (second === undefined || second.kind === 'number')) return unwrapped(inner)
  const zero = second?.kind === 'number' && second.value === 0
  if ((part.name === 'coalesce' || part.name === 'ifnull') && zero && part.args.length === 2) {
    return { ...unwrapped(inner), orZero: true }
  }
  if (part.name === 'total') return { part: { ...part, name: 'sum' }, orZero: true }
  return { part, orZero: false }
}

/** `sum(total)`, `max(ordered_at)` of a column. */
export const isCallOf = (part: Expression, name: string, column: string): boolean => {
  const [inner, another] = part.kind === 'call' ? part.args : []
  return (
    part.kind === 'call' &&
    part.name === name &&
    part.over === undefined &&
    another === undefined &&
    inner?.kind === 'column' &&
    inner.name === column
  )
}

/** `COUNT(*)`, `COUNT(id)`, `COUNT(DISTINCT id)` of rows that have such an id. */
export const isCount = (part: Expression, id: string): boolean =>
  part.kind === 'call' &&
  part.name === 'count' &&
  part.over === undefined &&
  part.args.length === 1 &&
  ((part.args[0]?.kind === 'star' && part.distinct === undefined) || isCallOf(part, 'count', id))

interface Compared {
  readonly members: Members
  readonly aggregated: Aggregated
  /** Is it COUNT, which is 0 over no rows? */
  readonly counts: boolean
  /** What a customer without rows has: 0, or nothing that passes any test. */
  readonly empty: 0 | 'unknown'
  /** The condition, whose test customers without rows pass or fail as 0 does. */
  condition(test: Comparison): Criteria
  /** Those with at least one row. */
  readonly some: Criteria
}

/**
 * A comparison of a number as criteria. SQL looks at those who have rows, criteria at everybody: where the two
 * differ, the criteria say so.
 */
export function comparedCriteria({
  members: { rows, not },
  aggregated: { test, orZero },
  counts,
  empty,
  condition,
  some,
}: Compared): Criteria {
  const holds = (asked: NumberTest): Criteria => {
    const { test: comparison, denied } = comparisonIn(asked)
    return denied ? { none: [condition(comparison)] } : condition(comparison)
  }
  const passesZero = (asked: NumberTest): boolean => {
    const { test: comparison, denied } = comparisonIn(asked)
    return compare(0, comparison) !== denied
  }
  if (empty === 'unknown') {
    const { denied } = comparisonIn(test)
    const passes = denied ? { all: [holds(test), some] } : holds(test)
    return not ? { none: [passes] } : passes
  }
  const everybody = rows.orNone === true && (counts || orZero)
  if (everybody) return not ? holds(opposite(test)) : holds(test)
  if (!not) return passesZero(test) ? { all: [holds(test), some] } : holds(test)
  return passesZero(test) ? { any: [holds(opposite(test)), { none: [some] }] } : holds(opposite(test))
}
