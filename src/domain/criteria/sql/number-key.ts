import { type Comparison, OPERATORS } from '../../conditions/shared/comparison.ts'
import type { Expression } from './expression.ts'
import { numberTest, take } from './take.ts'

/** Takes the comparison of a column with numbers out of some tests; `>= 10` and `<= 50` are one, between them. */
export function takeComparison(
  tests: Expression[],
  isColumn: (part: Expression) => boolean,
): Comparison | undefined {
  const one = (ops: readonly string[]) =>
    take(tests, (test) => {
      const found = numberTest(test, isColumn)
      return found !== undefined && ops.includes(found.op) ? found : undefined
    })
  const first = one(OPERATORS)
  if (first === undefined) return undefined
  const op = OPERATORS.find((known) => known === first.op) ?? '='
  const other = op === '>=' ? one(['<=']) : op === '<=' ? one(['>=']) : undefined
  if (other === undefined || Array.isArray(first.value) || Array.isArray(other.value)) {
    return { op, value: first.value }
  }
  const [low, high] = op === '>=' ? [first.value, other.value] : [other.value, first.value]
  return { op: 'between', value: [low, high] }
}
