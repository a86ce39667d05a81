import { type Comparison, OPERATORS } from '../../conditions/shared/comparison.ts'
import type { Expression } from './expression.ts'
import { numberTest, take } from './take.ts'

/** Takes the comparison of a column with numbers out of some tests; `>= 10` and `<= 50` are one, between them. */
export function takeComparison(
  tests: Expression[],
  isColumn: (part: Expression) => boolean,
): Comparison | undefined {
  const one = (fits: (op: string, value: number | [number, number]) => boolean) =>
    take(tests, (test) => {
      const found = numberTest(test, isColumn)
      return found !== undefined && fits(found.op, found.value) ? found : undefined
    })
  const first = one((op) => OPERATORS.some((known) => known === op))
  if (first === undefined) return undefined
  const op = OPERATORS.find((known) => known === first.op) ?? '='
  // What is at least 50 and at most 10 is nothing that is between them.
  const { value } = first
  const facing = op === '>=' ? '<=' : op === '<=' ? '>=' : undefined
  const meets = (limit: number | [number, number]) =>
    typeof value === 'number' &&
    typeof limit === 'number' &&
    (facing === '<=' ? limit >= value : limit <= value)
  const other = one((end, limit) => end === facing && meets(limit))
  if (other === undefined || Array.isArray(value) || Array.isArray(other.value)) return { op, value }
  return { op: 'between', value: op === '>=' ? [value, other.value] : [other.value, value] }
}
