import { z } from 'zod'

const whole = z.int().min(0)

export const foundSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** How many of how many what; examples are masked. */
  affected: whole,
  of: whole,
  what: z.string(),
  says: z.string(),
  parts: z.array(z.object({ label: z.string(), affected: whole, of: whole })),
  examples: z.array(z.string()),
  costs: z.string(),
  next: z.object({ words: z.string(), href: z.string() }),
  /** Points of the score: the most that it can take off, what it takes off, and why. */
  weight: z.number(),
  lost: z.number(),
  why: z.string(),
})
export type Found = z.infer<typeof foundSchema>

export const healthReportSchema = z.object({
  /** ISO 8601. */
  asOf: z.string(),
  customers: whole,
  /** 0 to 100; null where there is nothing to judge. */
  score: z.number().nullable(),
  /** How it comes about, as a sentence. */
  explained: z.string(),
  /** Those that take off most first. */
  findings: z.array(foundSchema),
  /** Titles of what there was nothing to look at for: they count neither way. */
  notLookedAt: z.array(z.string()),
  /** How long it took. */
  seconds: z.number(),
})
export type HealthReport = z.infer<typeof healthReportSchema>
