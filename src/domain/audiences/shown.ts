import { z } from 'zod'
import { ENTITIES } from '../entities/entity.ts'

/** Those that reach people by an address of theirs. */
export const ADDRESSED_CHANNELS = ['email', 'sms', 'ads'] as const
export type AddressedChannel = (typeof ADDRESSED_CHANNELS)[number]

/** `sales`: a list to work through, of companies or of people there. */
export const AUDIENCE_CHANNELS = [...ADDRESSED_CHANNELS, 'sales'] as const
export type AudienceChannel = (typeof AUDIENCE_CHANNELS)[number]

const count = z.int().min(0)

const PERIMETER_KINDS = [
  'base',
  'suppression',
  'consent',
  'address',
  'holdout',
  'unranked',
  'committee',
  'cap',
] as const
export type PerimeterKind = (typeof PERIMETER_KINDS)[number]

/** One step of a perimeter: who falls out here, and who is left. */
const perimeterStepSchema = z.object({
  kind: z.enum(PERIMETER_KINDS),
  /** Completes "Customers who …", "Companies that …": whom the base takes, or who falls out and why. */
  words: z.string(),
  out: count,
  left: count,
})

/** Who falls out of an audience at which step, counted from the same sets as its members. */
export const perimeterSchema = z.object({
  entity: z.enum(ENTITIES).default('customer'),
  channel: z.enum(AUDIENCE_CHANNELS),
  /** The base first; each step counts those whom the steps before it left. */
  steps: z.array(perimeterStepSchema).min(1),
  members: count,
  /**
   * Of the base less the suppressions: how many each channel could reach, before holdout and cap. Null for companies,
   * which have no addresses.
   */
  reachable: z.object({ email: count, sms: count, ads: count }).nullable(),
  /** What can't be told of them, so that nobody falls out for it: sentences. */
  notes: z.array(z.string()).default([]),
})
export type Perimeter = z.infer<typeof perimeterSchema>

/** An audience as surfaces show it: without its criteria, whose type is made of every condition. */
export const shownAudienceSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  entity: z.enum(ENTITIES),
  channel: z.enum(AUDIENCE_CHANNELS),
  version: z.int(),
  /** How many it held when its definition was confirmed last, and when that was. */
  members: count,
  countedAt: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type ShownAudience = z.infer<typeof shownAudienceSchema>

/** What an audience was at one of its versions. */
export const shownAudienceVersionSchema = shownAudienceSchema
  .pick({ version: true, name: true, description: true, entity: true, channel: true })
  .extend({ deleted: z.boolean(), by: z.string(), at: z.string(), proposalId: z.string().nullable() })
export type ShownAudienceVersion = z.infer<typeof shownAudienceVersionSchema>
