import { z } from 'zod'
import { texts } from '../shared/filters.ts'
import {
  comparedSchema,
  type Comparison,
  compare,
  comparisonOf,
  OPERATORS,
  type Operator,
  refineComparison,
} from '../shared/comparison.ts'

/** What a condition about scores holds besides its type. */
export interface ProfileAsked {
  /** Companies have an ICP; people and customers a persona as well. */
  kind: 'icp' | 'persona'
  /** Ids: it is one of these. Any where this is left out. */
  profile?: string[] | undefined
  /** Of the score under it, 0 to 100. */
  op?: Operator | undefined
  value?: number | [number, number] | undefined
  /** None fits: no ICP; of personas, none of those inside the ICP that does. */
  unfit?: true | undefined
}

export const BEST_SCORE = 100
const SCORES = Array.from({ length: BEST_SCORE + 1 }, (_, score) => score)

export const profileShape = {
  profile: texts.optional(),
  op: z.enum(OPERATORS).optional(),
  value: comparedSchema.optional(),
  unfit: z.literal(true).optional(),
}

/** Refuses scores that nobody can have, and questions about what fits nobody. */
export function refineProfile(asked: ProfileAsked, ctx: z.core.$RefinementCtx): void {
  const refuse = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [key], message })
  refineComparison(asked, ctx)
  const test = comparisonOf(asked)
  if (asked.unfit === true) {
    if (asked.profile !== undefined)
      refuse('profile', 'only without unfit: who fits none fits none of these either')
    if (test !== undefined) refuse('value', 'only without unfit: who fits none has no score')
    return
  }
  if (test === undefined) return
  if ([test.value].flat().some((value) => !Number.isInteger(value) || value < 0 || value > BEST_SCORE))
    refuse('value', `a score is a whole number from 0 to ${BEST_SCORE}`)
  else if (!SCORES.some((score) => compare(score, test)))
    refuse('value', `scores go from 0 to ${BEST_SCORE}, so nobody passes`)
}

/** The test of the score; undefined where whoever has one passes. */
export const scoreTest = (asked: ProfileAsked): Comparison | undefined => comparisonOf(asked)
