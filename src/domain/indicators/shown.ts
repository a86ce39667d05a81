import { z } from 'zod'

/** `dynamic`: computed in the query; `frozen`: stored, and computed anew when its sources have changed. */
export const indicatorPolicy = z.enum(['dynamic', 'frozen'])

/** An indicator as surfaces show it: without its definition, whose type is made of every condition. */
export const shownIndicatorSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** `builtin`: there from the start; only its refresh policy can be changed. */
  origin: z.enum(['builtin', 'custom']),
  version: z.int(),
  policy: indicatorPolicy,
  /** Why this policy, in a sentence. */
  policyReason: z.string(),
  /** Of a frozen one: when its values were computed; null before the first time, while it is computed in the query. */
  valuesAsOf: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type ShownIndicator = z.infer<typeof shownIndicatorSchema>

/** What an indicator was at one of its versions. */
export const shownIndicatorVersionSchema = shownIndicatorSchema
  .pick({ version: true, name: true, description: true, policy: true, policyReason: true })
  .extend({ deleted: z.boolean(), by: z.string(), at: z.string(), proposalId: z.string().nullable() })
export type ShownIndicatorVersion = z.infer<typeof shownIndicatorVersionSchema>
