import type { SetPlan } from '../../../members/plan.ts'
import type { DictionaryField } from '../../../vocabulary/dictionary.ts'
import { OPERATORS } from '../comparison.ts'
import type { InnerReadings, Miss, PlanContext, Problem, ReadingContext } from '../../define.ts'

/** What can be asked of a column of companies or people. */
export const COLUMN_OPS = [
  'equals',
  'in',
  'contains',
  'starts_with',
  'ends_with',
  'like',
  'means',
  'has',
  ...OPERATORS,
  'known',
  'unknown',
] as const

/** An operator with its operand, as a condition holds them. */
export interface Asked {
  readonly op: (typeof COLUMN_OPS)[number]
  readonly value?: string | number | [number, number] | string[] | undefined
}

/** The readings of one test of one column. */
export interface ColumnReadings<R> {
  check?(ctx: PlanContext): readonly Problem[]
  words(ctx: ReadingContext): string
  plan(ctx: PlanContext): SetPlan
  predicate(ctx: PlanContext, inner: Pick<InnerReadings, 'part'>): string
  holds(record: R, ctx: ReadingContext): boolean
  actual(record: R, ctx: ReadingContext): string
  /** Of what can be measured. */
  miss?(record: R, ctx: ReadingContext): Miss | undefined
}

/** A column: what it takes, and how each test of it is read. */
export interface Column<R> {
  /** The operators and operands that fit, as messages say it. */
  readonly takes: string
  /** Where its values are listed, if they are. */
  readonly values?: DictionaryField
  /** Undefined where the operator and its operand don't fit. */
  readings(asked: Asked): ColumnReadings<R> | undefined
  /** The one way of writing a test. */
  normal?(asked: Asked): Asked
}

/** Whose columns they are: the table, and the name that predicates are on. */
export interface Rows {
  readonly entity: 'company' | 'person'
  readonly table: 'companies' | 'people'
}

export const COMPANIES = { entity: 'company', table: 'companies' } as const satisfies Rows
export const PEOPLE = { entity: 'person', table: 'people' } as const satisfies Rows
