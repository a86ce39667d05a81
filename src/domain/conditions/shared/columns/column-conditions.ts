import { z } from 'zod'
import type { InnerReadings, Miss, PlanContext, Problem, ReadingContext } from '../../define.ts'
import type { Entity } from '../../../entities/entity.ts'
import type { SetPlan } from '../../../members/plan.ts'
import { comparedSchema, isOperator, refineComparison } from '../comparison.ts'
import { textValue } from '../filters.ts'
import { type Asked, type Column, COLUMN_OPS, type ColumnReadings } from './column.ts'

/** What a condition about a column holds besides its type and field. */
export const askedShape = {
  op: z.enum(COLUMN_OPS),
  value: z.union([textValue, comparedSchema, z.array(textValue).min(1).max(1000)]).optional(),
}

type Condition<F extends string> = Asked & { readonly field: F }

/** The readings of conditions that each test one of some columns. */
export function columnConditions<R, F extends string>(
  entity: Entity,
  columns: Readonly<Record<F, Column<R>>>,
  /** What people call them by, where that is more than their names. */
  called?: Readonly<Partial<Record<F, string>>>,
) {
  /** The readings of a condition that the schema let through. */
  const readings = (condition: Condition<F>): ColumnReadings<R> => {
    const found = columns[condition.field].readings(condition)
    if (found === undefined) throw new Error(`An unparsed condition: ${condition.field} ${condition.op}`)
    return found
  }
  return {
    /** Refuses what a column does not take. */
    refine(condition: Condition<F>, ctx: z.core.$RefinementCtx): void {
      const { field, op, value } = condition
      const column = columns[field]
      if (column.readings(condition) === undefined) {
        ctx.addIssue({ code: 'custom', path: ['op'], message: `${field} takes ${column.takes}` })
      } else if (isOperator(op) && typeof value !== 'string' && !isTexts(value)) {
        refineComparison({ op, value }, ctx)
      }
    },
    readings: {
      about: ({ field }: Condition<F>) => `${entity} ${isPlace(field) ? 'place' : field}`,
      called: ({ field }: Condition<F>) =>
        called?.[field] ?? (isPlace(field) ? 'country place location' : field.replaceAll('_', ' ')),
      normal: <C extends Condition<F>>(condition: C): C => ({
        ...condition,
        ...columns[condition.field].normal?.({ op: condition.op, value: condition.value }),
      }),
      columns: ({ field, op }: Condition<F>) =>
        field === 'id' || op === 'known' || op === 'unknown'
          ? []
          : [{ name: `${entity}.${field}`, key: 'field' }],
      check: (condition: Condition<F>, ctx: PlanContext): readonly Problem[] =>
        readings(condition).check?.(ctx) ?? [],
      words: (condition: Condition<F>, ctx: ReadingContext): string => readings(condition).words(ctx),
      plan: (condition: Condition<F>, ctx: PlanContext): SetPlan => readings(condition).plan(ctx),
      predicate: (condition: Condition<F>, ctx: PlanContext, inner: Pick<InnerReadings, 'part'>): string =>
        readings(condition).predicate(ctx, inner),
      holds: (condition: Condition<F>, record: R, _population: unknown, ctx: ReadingContext): boolean =>
        readings(condition).holds(record, ctx),
      actual: (condition: Condition<F>, record: R, _population: unknown, ctx: ReadingContext): string =>
        readings(condition).actual(record, ctx),
      miss: (
        condition: Condition<F>,
        record: R,
        _population: unknown,
        ctx: ReadingContext,
      ): Miss | undefined => readings(condition).miss?.(record, ctx),
    },
  }
}

const isPlace = (field: string): boolean => /^(?:country|region|city)$/.test(field)

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
