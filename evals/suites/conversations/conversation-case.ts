import { z } from 'zod'
import { expectedSchema } from '../../case.ts'
import { caseBase } from '../define.ts'

const turn = z.strictObject({
  say: z.string().min(1),
  /** As for a case of understanding; what is not judged when left out. */
  expected: expectedSchema.optional(),
  /** Texts, or "/regular expressions/i", that the answer has to say. */
  says: z.array(z.string()).optional(),
  /** What the human does with what was drafted, before they say the next thing. */
  human: z.enum(['confirm', 'reject']).optional(),
})
export type ScriptedTurn = z.output<typeof turn>

export const conversationCaseSchema = z.strictObject({
  ...caseBase,
  turns: z.array(turn).min(1),
  /** After the last turn: segments by name, with SQL for their members; null where none may be called so. */
  segments: z.record(z.string(), z.string().nullable()).optional(),
})
export type ConversationCase = z.output<typeof conversationCaseSchema>
