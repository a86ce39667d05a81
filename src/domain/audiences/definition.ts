import { z } from 'zod'
import { criteriaSchema } from '../criteria/schema.ts'
import { AUDIENCE_CHANNELS } from './shown.ts'

const segment = z.strictObject({ type: z.literal('segment'), segment: z.string() })
const criteria = z.strictObject({ type: z.literal('criteria'), criteria: criteriaSchema })

/** Where people come from: a segment or list by id, as it is at each count, or criteria that were previewed. */
const audienceSource = z.discriminatedUnion('type', [segment, criteria])
export type AudienceSource = z.infer<typeof audienceSource>

/** Which of them stay when there are more than the cap; `random` draws the same people at every count. */
export const CAP_ORDERS = ['spend', 'recent', 'random'] as const
export type CapOrder = (typeof CAP_ORDERS)[number]

const audienceCap = z.strictObject({
  customers: z.int().min(1).max(100_000_000),
  order: z.enum(CAP_ORDERS),
})

/** A percentage that leaves somebody in and somebody out, with at most 2 decimals. */
export const audienceHoldout = z
  .number()
  .gt(0)
  .lt(100)
  .refine((percent) => percent === Math.round(percent * 100) / 100, 'a percentage has at most 2 decimals')

/**
 * Whom an audience takes: whoever is in any of `base`, less whoever is in any of `less`, on one channel with its
 * consent and a usable address; less a random holdout, in percent; and of the rest no more than the cap.
 */
export const audienceDefinition = z.strictObject({
  base: z.array(audienceSource).min(1).max(20),
  less: z.array(audienceSource).max(20),
  channel: z.enum(AUDIENCE_CHANNELS),
  holdout: audienceHoldout.optional(),
  cap: audienceCap.optional(),
})
export type AudienceDefinition = z.infer<typeof audienceDefinition>
