import { z } from 'zod'
import { windowSchema } from '../time/window.ts'

/**
 * The top or bottom customers by a measure, among those who have a value (at least one counted order, in the
 * window when one is given). A percentage rounds up; ties break by internal id, lowest first.
 *
 * @example { type: 'rank', by: 'spend', direction: 'top', percent: 10 }
 */
export const rankSchema = z
  .strictObject({
    type: z.literal('rank'),
    by: z.enum(['spend', 'net_spend', 'orders', 'average', 'largest', 'last_date', 'first_date']),
    direction: z.enum(['top', 'bottom']),
    customers: z.int().min(1).max(100_000_000).optional(),
    percent: z.number().gt(0).max(100).optional(),
    within: windowSchema.optional(),
  })
  .refine((c) => (c.customers === undefined) !== (c.percent === undefined), {
    message: 'give customers (a number of people) or percent, one of them',
  })
export type RankCondition = z.infer<typeof rankSchema>
