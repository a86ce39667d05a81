import { z } from 'zod'
import type { Window } from '../../time/window.ts'
import { windowSchema } from '../../time/window.ts'
import {
  comparedSchema,
  type Comparison,
  comparisonOf,
  OPERATORS,
  type Operator,
  refineComparison,
  refineCount,
} from '../shared/comparison.ts'
import { texts } from '../shared/filters.ts'

/** What a condition about signals holds besides its type. */
export interface SignalAsked {
  signal?: string[] | undefined
  topic?: string[] | undefined
  strength?: number | undefined
  within?: Window | undefined
  op?: Operator | undefined
  value?: number | [number, number] | undefined
}

export const signalShape = {
  signal: texts.optional(),
  topic: texts.optional(),
  strength: z.number().min(0).max(1).optional(),
  within: windowSchema.optional(),
  op: z.enum(OPERATORS).optional(),
  value: comparedSchema.optional(),
}

export function refineSignal(c: SignalAsked, ctx: z.core.$RefinementCtx): void {
  refineComparison(c, ctx)
  refineCount(c.value, ctx)
  if (c.signal === undefined && c.topic === undefined) {
    ctx.addIssue({ code: 'custom', path: ['signal'], message: 'give signal (types), topic, or both' })
  }
}

/** At least one, unless it says otherwise. */
export const countOfSignals = (asked: SignalAsked): Comparison =>
  comparisonOf(asked) ?? { op: '>=', value: 1 }
