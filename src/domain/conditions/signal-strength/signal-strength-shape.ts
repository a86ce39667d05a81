import { z } from 'zod'
import { THOUSAND } from '../../signals/strength.ts'
import {
  comparedSchema,
  type Comparison,
  mapValues,
  OPERATORS,
  type Operator,
  refineAmount,
  refineComparison,
} from '../shared/comparison.ts'
import { texts } from '../shared/filters.ts'

/** What a condition about the present strength of signals holds besides its type. */
export interface StrengthAsked {
  /** Of these types alone. */
  signal?: string[] | undefined
  op: Operator
  value: number | [number, number]
}

export const strengthShape = {
  signal: texts.optional(),
  op: z.enum(OPERATORS),
  value: comparedSchema,
}

export function refineStrength(asked: StrengthAsked, ctx: z.core.$RefinementCtx): void {
  refineComparison(asked, ctx)
  refineAmount(asked.value, ctx)
  const fine = [asked.value].flat().some((value) => value !== Math.round(value * 100) / 100)
  if (fine) {
    ctx.addIssue({ code: 'custom', path: ['value'], message: 'a strength has at most 2 decimals' })
  }
}

export const strengthTest = ({ op, value }: StrengthAsked): Comparison => ({ op, value })

/** As strengths are added up. */
export const inThousandths = (asked: StrengthAsked): Comparison =>
  mapValues(strengthTest(asked), (value) => Math.round(value * THOUSAND))
