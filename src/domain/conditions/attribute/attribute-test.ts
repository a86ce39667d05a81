import type { CustomerRecord } from '../../customers/record.ts'
import type { SetPlan } from '../../members/plan.ts'
import type { Window } from '../../time/window.ts'
import { type Comparison, comparisonOf, OPERATORS, type Operator } from '../shared/comparison.ts'
import type { PlanContext, Problem, ReadingContext } from '../define.ts'

export const TEXT_OPS = ['equals', 'in', 'contains', 'starts_with', 'ends_with', 'has'] as const
type TextOp = (typeof TEXT_OPS)[number]

/** What is asked of a column, once the operator and its operand are known to fit together. */
export type AttributeTest =
  | { readonly kind: 'known' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'texts'
      readonly match: 'equals' | 'contains' | 'starts_with' | 'ends_with'
      /** Any of them will do. */
      readonly values: readonly string[]
    }
  | { readonly kind: 'number'; readonly test: Comparison }
  | { readonly kind: 'window'; readonly window: Window }

/** The readings of one test of one column; attribute.ts picks them by the field. */
export interface AttributeReadings {
  check?(ctx: PlanContext): readonly Problem[]
  words(): string
  plan(ctx: PlanContext): SetPlan
  predicate(ctx: PlanContext): string
  holds(customer: CustomerRecord, ctx: ReadingContext): boolean
  actual(customer: CustomerRecord, ctx: ReadingContext): string
}

/** Operator, value and window as one test; undefined where they don't fit. */
export function attributeTest(asked: {
  op: TextOp | Operator | 'during' | 'known' | 'unknown'
  value?: string | number | [number, number] | string[] | undefined
  window?: Window | undefined
}): AttributeTest | undefined {
  const { op, value, window } = asked
  if (op === 'during') {
    return window === undefined || value !== undefined ? undefined : { kind: 'window', window }
  }
  if (window !== undefined) return undefined
  if (op === 'known' || op === 'unknown') return value === undefined ? { kind: op } : undefined
  if (isTextOp(op)) return textTest(op, value)
  if (typeof value === 'string' || isTexts(value)) return undefined
  const test = comparisonOf({ op, value })
  return test === undefined ? undefined : { kind: 'number', test }
}

function textTest(op: TextOp, value: unknown): AttributeTest | undefined {
  const match = op === 'in' || op === 'has' ? 'equals' : op
  if (op === 'in') return isTexts(value) ? { kind: 'texts', match, values: value } : undefined
  return typeof value === 'string' ? { kind: 'texts', match, values: [value] } : undefined
}

const isTextOp = (op: string): op is TextOp => TEXT_OPS.some((known) => known === op)
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

/** What can be asked of each kind of column, as messages say it. */
export const OPS_BY_KIND = {
  id: 'equals with one text, or in with a list of texts',
  text: 'equals, contains, starts_with or ends_with with one text, in with a list of texts, known or unknown',
  country: 'equals with one country, in with a list of countries, known or unknown',
  list: 'has with one text, in with a list of texts, known or unknown',
  number: `${OPERATORS.join(', ')} with a value, known or unknown`,
  date: 'during with a window, known or unknown',
} as const
