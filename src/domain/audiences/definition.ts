import { z } from 'zod'
import { criteriaSchema } from '../criteria/schema.ts'
import { ENTITIES } from '../entities/entity.ts'
import { AUDIENCE_CHANNELS } from './shown.ts'

const segment = z.strictObject({ type: z.literal('segment'), segment: z.string() })
const criteria = z.strictObject({ type: z.literal('criteria'), criteria: criteriaSchema })

/** Where members come from: a segment or list by id, as it is at each count, or criteria that were previewed. */
const audienceSource = z.discriminatedUnion('type', [segment, criteria])
export type AudienceSource = z.infer<typeof audienceSource>

/**
 * Which of them stay when there are more than the cap. Customers by `spend`, the most `recent` order or at `random`,
 * the same ones at every count; companies by `icp` score; people by `persona` score, equal ones by ICP score, or by
 * both scores `combined`.
 */
export const CAP_ORDERS = ['spend', 'recent', 'random', 'icp', 'persona', 'combined'] as const
export type CapOrder = (typeof CAP_ORDERS)[number]

const audienceCap = z.strictObject({
  /** How many: customers, companies or people. */
  customers: z.int().min(1).max(100_000_000),
  order: z.enum(CAP_ORDERS),
})

/** A percentage that leaves somebody in and somebody out, with at most 2 decimals. */
export const audienceHoldout = z
  .number()
  .gt(0)
  .lt(100)
  .refine((percent) => percent === Math.round(percent * 100) / 100, 'a percentage has at most 2 decimals')

/** How many people at one company. */
export const audienceCommittee = z.int().min(1).max(1000)

/**
 * Whom an audience takes: whoever is in any of `base`, less whoever is in any of `less`, on one channel with its
 * consent and a usable address; less a random holdout, in percent; of people no more than `committee` at one company,
 * those with the highest persona scores; and of the rest no more than the cap. What each entity can have: `checkAudience`.
 */
export const audienceDefinition = z.strictObject({
  /** Audiences from before there were others are of customers. */
  entity: z.enum(ENTITIES).default('customer'),
  base: z.array(audienceSource).min(1).max(20),
  less: z.array(audienceSource).max(20),
  channel: z.enum(AUDIENCE_CHANNELS),
  holdout: audienceHoldout.optional(),
  committee: audienceCommittee.optional(),
  cap: audienceCap.optional(),
})
export type AudienceDefinition = z.infer<typeof audienceDefinition>
