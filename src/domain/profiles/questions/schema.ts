import { z } from 'zod'
import { ENTITIES } from '../../entities/entity.ts'

const option = z.string().trim().min(1).max(80)

/** What can be answered. */
export const answersSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), options: z.array(option).min(2).max(20) }),
  z.strictObject({ kind: z.literal('yes_no') }),
  z.strictObject({ kind: z.literal('text') }),
])
export type Answers = z.infer<typeof answersSchema>

export const questionText = z.string().trim().min(5).max(300)

/** Dollars for a million tokens that a model reads, and writes. */
export const priceSchema = z.strictObject({ input: z.number().min(0), output: z.number().min(0) })
export type Price = z.infer<typeof priceSchema>

/** A question about each record that a profile fits. */
export const questionSchema = z.object({
  id: z.string(),
  profileId: z.string(),
  entity: z.enum(ENTITIES),
  text: questionText,
  answers: answersSchema,
})
export type Question = z.infer<typeof questionSchema>

/** A job that asks it: what a human confirmed, and how far it is. */
export const questionRunSchema = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'done', 'capped', 'failed', 'cancelled']),
  reason: z.string().nullable(),
  model: z.string(),
  /** Records: confirmed, asked so far, and those of them whose answer is unknown. */
  confirmed: z.int(),
  asked: z.int(),
  unknown: z.int(),
  tokens: z.int(),
  mostTokens: z.int(),
  /** Dollars so far; null where nobody said what tokens cost. */
  cost: z.number().nullable(),
  confirmedAt: z.string(),
})
export type QuestionRun = z.infer<typeof questionRunSchema>

/** What a model answered about one record, and what it rests on. */
export const recordAnswerSchema = z.object({
  questionId: z.string(),
  question: z.string(),
  /** Null where it is unknown, with why. */
  answer: z.string().nullable(),
  why: z.string().nullable(),
  /** 0 to 100. */
  confidence: z.int().nullable(),
  facts: z.array(z.string()),
  model: z.string(),
  answeredAt: z.string(),
})
export type RecordAnswer = z.infer<typeof recordAnswerSchema>
