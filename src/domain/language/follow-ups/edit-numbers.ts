import { plainNumbersIn, testsIn, withTest } from '../../conditions/facets/numbers.ts'
import { withPieces } from '../../conditions/facets/facet.ts'
import type { Condition } from '../../conditions/index.ts'
import type { Comparison, Operator } from '../../conditions/shared/comparison.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Test as SaidTest } from '../grammar/comparison.ts'
import { type Change, changeOf, replacing } from './edit.ts'
import { limitsWith } from './ends.ts'

/** A number of one of the conditions at hand. */
export interface NumberAt {
  readonly condition: Condition
  readonly test?: Comparison
  readonly money: boolean | undefined
  /** The condition with another comparison; of a plain number with another number. */
  with(test: Comparison): Condition | undefined
  readonly value: Comparison['value']
}

/** The numbers of conditions, also those that stand by themselves: the 50 of "top 50". */
export const numbersOf = (conditions: readonly Condition[]): readonly NumberAt[] =>
  conditions.flatMap((condition) => [
    ...testsIn(condition).map(({ path, value: test, money }) => ({
      condition,
      test,
      money,
      value: test.value,
      with: (next: Comparison) => withTest(condition, path, next),
    })),
    ...plainNumbersIn(condition).map(({ path, value }) => ({
      condition,
      money: undefined,
      value,
      with: ({ value: next }: Comparison) => withPieces(condition, [path, next]),
    })),
  ])

const WHICH = 'Which number should change?'

/**
 * "over 300", "make it $1,000": in place of the number that there is. A limit on one side, said by itself, moves that
 * end of a stretch, and may only add to a limit on the other side.
 */
export function setNumber(
  current: Criteria,
  numbers: readonly NumberAt[],
  { tests, bare, currency, percent }: SaidTest,
  instead: boolean,
  moves = false,
): Change | undefined {
  const [said, ...others] = tests
  if (said === undefined || others.length > 0) return undefined
  const inMoney = numbers.filter(({ money }) => money === true)
  const fitting =
    currency !== undefined
      ? inMoney.length > 0
        ? inMoney
        : numbers.filter(({ money }) => money === undefined)
      : numbers
  const near = likely(fitting, said, currency !== undefined)
  const short = near.length === 0 && bare ? inMillions(fitting, said) : undefined
  if (short !== undefined) return setNumber(current, fitting, short, instead, moves)
  return changeOf(
    near.flatMap((number) => {
      const isPercent = 'percent' in number.condition
      if (percent === true && !isPercent) return []
      const single: Comparison = { op: bare ? keptOperator(number, said) : said.op, value: said.value }
      return limitsWith(number.test, single, { bare, instead, moves }).map((test) => {
        const next = number.with(test)
        return next && replacing(current, number.condition, next, 'this number instead')
      })
    }),
    WHICH,
  )
}

/** So many times more or less, and somebody means another number: 300 is no number of orders in place of 2. */
const FAR = 20

/** Of several numbers those in whose order of magnitude the new one is; nobody lowers $100 to $2. */
function likely(
  numbers: readonly NumberAt[],
  { value: said }: Comparison,
  exact: boolean,
): readonly NumberAt[] {
  if (exact) return numbers
  const near = numbers.filter(({ value }) => {
    const [a, b] = [[value].flat()[0] ?? 0, [said].flat()[0] ?? 0].toSorted((x, y) => x - y)
    return a === undefined || b === undefined || b <= Math.max(a, 1) * FAR
  })
  return near.length > 0 || numbers.length > 1 ? near : numbers.filter(({ money }) => money !== true)
}

/** "bump it to 10" of a revenue under 5M: of a number in millions so are others meant. */
function inMillions(numbers: readonly NumberAt[], { op, value }: Comparison): SaidTest | undefined {
  const [held, ...more] = numbers.filter((one) => [one.value].flat().every((n) => n % 1e5 === 0 && n >= 1e6))
  if (held === undefined || more.length > 0 || Array.isArray(value)) return undefined
  const scaled: Comparison = { op, value: value * 1e6 }
  return likely([held], scaled, false).length === 0 ? undefined : { tests: [scaled], bare: true }
}

/** A number by itself is compared as the one in whose place it stands. */
const keptOperator = ({ test }: NumberAt, { value }: Comparison): Operator =>
  Array.isArray(value) ? 'between' : test === undefined || test.op === 'between' ? '>=' : test.op

/** "at least, not more than": the same number, compared otherwise. */
export const setOperator = (
  current: Criteria,
  numbers: readonly NumberAt[],
  op: Exclude<Operator, 'between'>,
): Change | undefined =>
  changeOf(
    numbers.map(({ condition, test, with: changed }) => {
      if (test === undefined || Array.isArray(test.value)) return undefined
      const next = changed({ op, value: test.value })
      return next && replacing(current, condition, next, 'this comparison instead')
    }),
    WHICH,
  )

/** The numbers that are what somebody calls the old one: "500 instead of 400". */
export const numbersLike = (
  numbers: readonly NumberAt[],
  { value, op }: { readonly value: Comparison['value']; readonly op?: Operator },
): readonly NumberAt[] =>
  numbers.filter(
    (number) =>
      JSON.stringify(number.value) === JSON.stringify(value) && (op === undefined || op === number.test?.op),
  )
