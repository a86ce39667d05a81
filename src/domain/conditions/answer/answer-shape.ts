import { z } from 'zod'
import { texts } from '../shared/filters.ts'

/** What a condition about the answer to a question holds besides its type. Without `answer` and `mentions`: there is one. */
export interface AnswerAsked {
  /** Its id. */
  question: string
  /** It is one of these. */
  answer?: string[] | undefined
  /** Of texts: one of these stands in it. */
  mentions?: string[] | undefined
  /** At least, in percent, as the model says that answered. */
  confidence?: number | undefined
}

export const MOST_CONFIDENT = 100

export const answerShape = {
  question: z.string().max(300),
  answer: texts.optional(),
  mentions: texts.optional(),
  confidence: z.int().min(1).max(MOST_CONFIDENT).optional(),
}

export function refineAnswer({ answer, mentions }: AnswerAsked, ctx: z.core.$RefinementCtx): void {
  if (answer === undefined || mentions === undefined) return
  ctx.addIssue({ code: 'custom', path: ['mentions'], message: 'give answer or mentions, not both' })
}
