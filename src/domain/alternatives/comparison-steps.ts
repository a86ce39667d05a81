import { formatMoney } from '#kernel/money.ts'
import type { ReadingContext } from '../conditions/define.ts'
import { type Test, testsIn, withTest } from '../conditions/facets/numbers.ts'
import type { Condition } from '../conditions/index.ts'
import { type Comparison, isSome, numberWords } from '../conditions/shared/comparison.ts'
import type { Step } from './alternative.ts'

const SIGNS = { '>': '>', '>=': '≥', '<': '<', '<=': '≤', '=': '=', between: '' } as const
/** The comparison that "more than 3" and "at least 3" are mistaken for each other by. */
const NEXT = { '>': '>=', '>=': '>', '<': '<=', '<=': '<', '=': '>=' } as const
/** Between powers of ten, the numbers that people say. */
const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8]

/** The next lower and higher of the numbers that people say: 400 and 600 for 500, 2 and 4 for 3. */
function neighbours(value: number, whole: boolean): readonly number[] {
  if (value <= 0) return []
  const size = 10 ** Math.floor(Math.log10(value))
  const ladder = [size / 10, size, size * 10]
    .flatMap((power) => ROUND.map((step) => Number((step * power).toPrecision(6))))
    .filter((n) => !whole || (Number.isInteger(n) && n >= 1))
  const small = whole && value <= 10 ? [value - 1, value + 1].filter((n) => n >= 1) : undefined
  const lower = ladder.filter((n) => n < value).at(-1)
  const higher = ladder.find((n) => n > value)
  return small ?? [lower, higher].filter((n) => n !== undefined)
}

/** `≥ 3 instead of > 3`, `$400 instead of $500`: the boundary, then the next numbers. */
export const comparisonSteps = (condition: Condition, ctx: ReadingContext): readonly Step<Condition>[] =>
  testsIn(condition).flatMap((test) => steps(condition, test, ctx))

function steps(condition: Condition, { path, value: test, money }: Test, { currency }: ReadingContext) {
  const { op, value } = test
  // "bought it" is once at least; nobody asks for another number of it.
  if (Array.isArray(value) || op === 'between' || isSome(test) || value === 0) return []
  const written = (n: number): string => (money === true ? formatMoney(n, currency) : numberWords(n))
  const to = (next: Comparison, instead: string): readonly Step<Condition>[] => {
    const criteria = withTest(condition, path, next)
    return criteria === undefined ? [] : [{ criteria, instead }]
  }
  const whole = money !== true && Number.isInteger(value)
  const sign = `${SIGNS[NEXT[op]]} ${written(value)} instead of ${SIGNS[op]} ${written(value)}`
  return [
    ...(whole ? to({ op: NEXT[op], value }, sign) : []),
    ...neighbours(value, whole).flatMap((n) =>
      to({ op, value: n }, `${written(n)} instead of ${written(value)}`),
    ),
  ]
}
