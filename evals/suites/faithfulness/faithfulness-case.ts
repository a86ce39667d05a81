import { z } from 'zod'
import { outcomeSchema } from '../../outcome.ts'
import { caseBase } from '../define.ts'

export const faithfulnessCaseSchema = z.strictObject({
  ...caseBase,
  text: z.string().min(1),
  /** Earlier messages of the human, oldest first. */
  context: z.array(z.string()).optional(),
  expected: z.strictObject({
    /** What the turn comes to; people, counted, when left out. */
    kind: z.array(outcomeSchema.shape.kind).default(['preview', 'proposal']),
    /** What the answer has to say beside the count and the words: texts, or "/regular expressions/i". */
    says: z.array(z.string()).default([]),
    not_said: z.array(z.string()).default([]),
  }),
})
export type FaithfulnessCase = z.output<typeof faithfulnessCaseSchema>
