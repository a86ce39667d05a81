import { z } from 'zod'

/** How fresh one kind of data is that criteria read. */
export const freshnessSchema = z.object({
  /** `orders`, `events` … */
  source: z.string(),
  /** The time of its latest row, ISO 8601; null where rows have none, or there are none. */
  latest: z.string().nullable(),
  /** When some of it came last, where that is recorded. */
  arrived: z.string().exactOptional(),
  /** By which sources nothing comes any more although it is due. */
  overdue: z.array(z.string()).exactOptional(),
})
export type Freshness = z.infer<typeof freshnessSchema>
