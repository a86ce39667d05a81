import { z } from 'zod'
import { type Currency, formatMoney, toMinor } from '#kernel/money.ts'

export const OPERATORS = ['>', '>=', '<', '<=', '=', 'between'] as const
export type Operator = (typeof OPERATORS)[number]
export const isOperator = (op: string): op is Operator => OPERATORS.some((known) => known === op)

/** What a comparison compares with. `between` takes two values and includes both. */
export const comparedSchema = z.union([z.number(), z.tuple([z.number(), z.number()])])

/** A number test. `between` takes two values and includes both. */
export const comparisonSchema = z
  .strictObject({ op: z.enum(OPERATORS), value: comparedSchema })
  .superRefine(refineComparison)
export type Comparison = z.infer<typeof comparisonSchema>

/** Refuses pairs of operator and value that mean nothing, or only one of the two. */
export function refineComparison(
  test: { op?: Operator | undefined; value?: number | [number, number] | undefined },
  ctx: z.core.$RefinementCtx,
): void {
  const refuse = (message: string) => ctx.addIssue({ code: 'custom', path: ['value'], message })
  if ((test.op === undefined) !== (test.value === undefined)) {
    refuse('an op takes a value, and a value an op: give both or neither')
  } else if ((test.op === 'between') !== Array.isArray(test.value)) {
    refuse('"between" takes [low, high], the others one number')
  } else if (Array.isArray(test.value) && test.value[0] > test.value[1]) {
    refuse('the lower value comes first')
  }
}

/** Refuses what a number of things can't be compared with. */
export function refineCount(value: number | [number, number] | undefined, ctx: z.core.$RefinementCtx): void {
  if (valuesOf(value).some((n) => !Number.isSafeInteger(n) || n < 0)) {
    ctx.addIssue({ code: 'custom', path: ['value'], message: 'a count is a whole number, 0 or more' })
  }
}

/** Refuses amounts below zero, where none can be. */
export function refineAmount(
  value: number | [number, number] | undefined,
  ctx: z.core.$RefinementCtx,
  path: string[] = ['value'],
): void {
  if (valuesOf(value).some((n) => n < 0)) {
    ctx.addIssue({ code: 'custom', path, message: 'an amount is 0 or more' })
  }
}

const valuesOf = (value: number | [number, number] | undefined): readonly number[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** Whether 0 would pass, where the amounts that are compared are above it. */
export const isUpTo = ({ op }: Comparison): boolean => op === '<' || op === '<='

/** The comparison that a condition holds in its own `op` and `value`, if it has one. */
export const comparisonOf = (condition: {
  op?: Operator | undefined
  value?: number | [number, number] | undefined
}): Comparison | undefined =>
  condition.op === undefined || condition.value === undefined
    ? undefined
    : { op: condition.op, value: condition.value }

/** The same test with its values changed, for other units. */
export const mapValues = (test: Comparison, change: (value: number) => number): Comparison => ({
  op: test.op,
  value: Array.isArray(test.value) ? [change(test.value[0]), change(test.value[1])] : change(test.value),
})

/** Currency units → minor units. Throws InputError for amounts with too many decimals. */
export const inMinor = (test: Comparison, currency: Currency): Comparison =>
  mapValues(test, (value) => toMinor(value, currency))

/** Does a number pass? */
export function compare(actual: number, test: Comparison): boolean {
  if (Array.isArray(test.value)) return actual >= test.value[0] && actual <= test.value[1]
  switch (test.op) {
    case '>':
      return actual > test.value
    case '>=':
      return actual >= test.value
    case '<':
      return actual < test.value
    case '<=':
      return actual <= test.value
    case '=':
    case 'between':
      return actual === test.value
  }
}

/** Of a test of a count: does 0 pass and nothing else? */
export const isNone = (test: Comparison): boolean => compare(0, test) && !compare(1, test)

/** Of a test of a count: does everything pass but 0? */
export const isSome = (test: Comparison): boolean =>
  !compare(0, test) && compare(1, test) && (test.op === '>' || test.op === '>=')

/** A test of a count in its one way of writing: "fewer than 1" is "= 0", "more than 0" is "at least 1". */
export function normalCount(test: Comparison): Comparison {
  if (isNone(test)) return { op: '=', value: 0 }
  return isSome(test) ? { op: '>=', value: 1 } : normalComparison(test)
}

/** "Between 5 and 5" is "exactly 5". */
export const normalComparison = (test: Comparison): Comparison =>
  Array.isArray(test.value) && test.value[0] === test.value[1] ? { op: '=', value: test.value[0] } : test

/** The least that passes the test, or its complement; undefined where there is none. */
export function leastOf(test: Comparison, { complement = false } = {}): number | undefined {
  if (Array.isArray(test.value)) return complement ? undefined : test.value[0]
  switch (test.op) {
    case '>':
    case '>=':
      return complement ? undefined : test.value
    case '<':
    case '<=':
      return complement ? test.value : undefined
    case '=':
    case 'between':
      return complement ? undefined : test.value
  }
}

/** Completes a verb: `more than 3`, `at least $500`, `between 2 and 5`. */
export function comparisonWords(test: Comparison, format: (value: number) => string): string {
  if (Array.isArray(test.value)) {
    const [low, high] = test.value
    return low === high ? `exactly ${format(low)}` : `between ${format(low)} and ${format(high)}`
  }
  switch (test.op) {
    case '>':
      return `more than ${format(test.value)}`
    case '>=':
      return `at least ${format(test.value)}`
    case '<':
      return `less than ${format(test.value)}`
    case '<=':
      return `at most ${format(test.value)}`
    case '=':
    case 'between':
      return `exactly ${format(test.value)}`
  }
}

export const moneyWords = (test: Comparison, currency: Currency): string =>
  comparisonWords(test, (amount) => formatMoney(amount, currency))

/** `more than 3 times`, `at least 1 order`, `between 2 and 5 units` */
export const timesWords = (test: Comparison, one = 'time', many = `${one}s`): string =>
  `${comparisonWords(test, numberWords)} ${normalComparison(test).value === 1 ? one : many}`

export const numberWords = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: 20 })
