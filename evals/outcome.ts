import { z } from 'zod'

const proposalSchema = z.object({
  id: z.string(),
  kind: z.string(),
  summary: z.string(),
  state: z.string(),
  contentHash: z.string(),
  count: z.number().nullish(),
})
export type ShownProposal = z.output<typeof proposalSchema>

/** What one turn led to, as `muster ask --json --members` prints it: the parts that scoring looks at. */
export const outcomeSchema = z.object({
  kind: z.enum(['preview', 'proposal', 'question', 'answer', 'refused']),
  entity: z.string().nullish(),
  criteria: z.unknown(),
  /** The ids, as imported, of everybody shown. */
  members: z.array(z.coerce.number().int()).nullish(),
  words: z.string().nullish(),
  count: z.number().nullish(),
  total: z.number().nullish(),
  assumptions: z.array(z.string()).default([]),
  question: z.string().nullish(),
  proposals: z.array(proposalSchema).default([]),
  text: z.string().default(''),
  /** The turn ended early for a reason outside the request: no network, a wrong key, too many steps. */
  problem: z.object({ code: z.string(), message: z.string() }).nullish(),
})
export type Outcome = z.output<typeof outcomeSchema>
export type Kind = Outcome['kind']
