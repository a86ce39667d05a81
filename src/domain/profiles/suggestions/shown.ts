import { z } from 'zod'

/** Suggestions as surfaces show them: without criteria, whose type is made of every condition. */

export const SUGGESTION_KINDS = ['lift', 'unknown', 'band', 'weight', 'idle'] as const
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number]

/** How well a profile tells good records from bad ones, of those whose outcome is known. */
export const performanceSchema = z.object({
  /** Records that it would pick: they fit, and score 60 or more. */
  picked: z.int(),
  /** Of them, those that turned out well. */
  good: z.int(),
  /** good ÷ picked; null where nobody is picked. */
  precision: z.number().nullable(),
  /** good ÷ all that turned out well; null where none did. */
  recall: z.number().nullable(),
  /** The chance that a good record stands higher than a bad one, 0.5 being chance; null without both. */
  ranking: z.number().nullable(),
})
export type Performance = z.infer<typeof performanceSchema>
