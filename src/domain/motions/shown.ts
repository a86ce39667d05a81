import { z } from 'zod'
import { AUDIENCE_CHANNELS } from '../audiences/shown.ts'
import { thresholdSchema } from '../profiles/standing/shown.ts'

export const motionId = z.enum(['both_scores', 'account_based', 'volume_outbound', 'inbound'])
export type MotionId = z.infer<typeof motionId>

/** People at companies, or customers where ICPs are about them. */
export const MOTION_ENTITIES = ['person', 'customer'] as const
export type MotionEntity = (typeof MOTION_ENTITIES)[number]

/** What is set about a motion: what is left out is as the motion offers it, or not asked for where it offers nothing. */
export const motionAskedSchema = z.strictObject({
  /** A score that is the threshold passes it. */
  minIcp: thresholdSchema.exactOptional(),
  minPersona: thresholdSchema.exactOptional(),
  /** Of both scores in one. */
  minCombined: thresholdSchema.exactOptional(),
  /** So many companies with the highest ICP score. */
  accounts: z.int().min(1).max(100_000).exactOptional(),
  /** At most so many people at each of them. */
  committee: z.int().min(1).max(1000).exactOptional(),
  /** At most so many people in all. */
  most: z.int().min(1).max(100_000_000).exactOptional(),
})
export type MotionAsked = z.infer<typeof motionAskedSchema>
export type MotionInput = keyof MotionAsked

/** An audience as people ask for it by a motion. */
export const motionRequestSchema = z.strictObject({
  motion: motionId,
  entity: z.enum(MOTION_ENTITIES),
  name: z.string(),
  channel: z.enum(AUDIENCE_CHANNELS),
  asked: motionAskedSchema,
})
export type MotionRequest = z.infer<typeof motionRequestSchema>

/** A motion as people see it before they choose one. */
export interface MotionChoice {
  readonly id: MotionId
  readonly title: string
  readonly about: string
  readonly inputs: readonly { readonly name: MotionInput; readonly label: string; readonly offered: number }[]
}

export interface Motions {
  readonly motions: readonly MotionChoice[]
}
