import { z } from 'zod'

/** What one turn led to, as `muster ask --json --members` prints it: the parts that scoring looks at. */
export const outcomeSchema = z.object({
  kind: z.enum(['preview', 'proposal', 'question', 'answer', 'refused']),
  entity: z.string().nullish(),
  /** The ids, as imported, of everybody shown. */
  members: z.array(z.coerce.number().int()).nullish(),
  words: z.string().nullish(),
  assumptions: z.array(z.string()).default([]),
  question: z.string().nullish(),
  text: z.string().default(''),
  /** The turn ended early for a reason outside the request: no network, a wrong key, too many steps. */
  problem: z.object({ message: z.string() }).nullish(),
})
export type Outcome = z.output<typeof outcomeSchema>
export type Kind = Outcome['kind']
