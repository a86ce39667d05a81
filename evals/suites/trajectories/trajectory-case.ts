import { z } from 'zod'
import { outcomeSchema } from '../../outcome.ts'
import { caseBase } from '../define.ts'

const step = z.union([
  z.string(),
  z.strictObject({
    tool: z.string(),
    /** What its input must have: match-input.ts. */
    with: z.record(z.string(), z.unknown()).optional(),
    /** Fine without. */
    optional: z.boolean().optional(),
    /** It has to be a call that an error came back from. */
    fails: z.boolean().optional(),
  }),
])
export type Step = z.output<typeof step>

export const trajectoryCaseSchema = z.strictObject({
  ...caseBase,
  text: z.string().min(1),
  /** Earlier messages of the human, oldest first. */
  context: z.array(z.string()).optional(),
  /** Errors that tools answer with, to see what the model makes of them. */
  faults: z
    .array(
      z.strictObject({
        tool: z.string(),
        call: z.int().min(1).default(1),
        message: z.string(),
        next: z.string(),
      }),
    )
    .optional(),
  expected: z.strictObject({
    /** The calls of the last turn, in order. */
    calls: z.array(step),
    /** Other ways that are as good. */
    or: z.array(z.array(step)).optional(),
    /** Calls that are fine anywhere between. */
    may: z.array(z.string()).optional(),
    /** Calls that must not be made, whatever comes of them. */
    never: z.array(z.string()).optional(),
    /** What the turn comes to. */
    kind: z.array(outcomeSchema.shape.kind).optional(),
    /** What the answer has to say: texts, or "/regular expressions/i". */
    says: z.array(z.string()).optional(),
  }),
})
export type TrajectoryCase = z.output<typeof trajectoryCaseSchema>
