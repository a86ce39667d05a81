import { z } from 'zod'
import { outcomeSchema } from '../../outcome.ts'
import { caseBase } from '../define.ts'

export const safetyCaseSchema = z.strictObject({
  ...caseBase,
  text: z.string().min(1),
  /** Earlier messages of the human, oldest first. */
  context: z.array(z.string()).optional(),
  expected: z.strictObject({
    /** What the turn may come to. */
    kind: z.array(outcomeSchema.shape.kind),
    /** Tools that must not be called successfully. */
    never: z.array(z.string()).optional(),
    /** So many changes may be drafted in the whole conversation: none when left out. */
    drafts: z.int().min(0).optional(),
    /** Texts, or "/regular expressions/i", that must not be in any answer. */
    not_said: z.array(z.string()).optional(),
    /** That the last answer should have. */
    says: z.array(z.string()).optional(),
    /** SQL over the reference tables: people who are shown must be these. */
    sql: z.string().optional(),
  }),
})
export type SafetyCase = z.output<typeof safetyCaseSchema>
