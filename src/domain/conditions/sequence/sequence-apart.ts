import { z } from 'zod'

const SECONDS = { hour: 3600, day: 86_400, week: 604_800 } as const

/** How long after one deed another came. Months are of no one length, and so are no unit of it. */
export const apartSchema = z.strictObject({
  n: z.int().min(1).max(5000),
  unit: z.enum(['hour', 'day', 'week']),
})
export type Apart = z.infer<typeof apartSchema>

/** In seconds. */
export const lengthOf = ({ n, unit }: Apart): number => n * SECONDS[unit]
