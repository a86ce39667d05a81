import { z } from 'zod'
import { ENTITIES } from '../../entities/entity.ts'
import { shownProfileSchema } from '../shown.ts'

/** Where scores stand, as surfaces show it. */

const histogram = z.array(z.int()).length(10)

/** Whom a profile has as the best one. Null while it scores nobody: a draft, an archived one, or inside such an ICP. */
export const standingSchema = z.object({
  records: z.int(),
  /** Records by score, in ten steps: 0–9, 10–19 … 90–100. */
  histogram,
})
export type ShownStanding = z.infer<typeof standingSchema>

export const personaNodeSchema = shownProfileSchema.extend({ standing: standingSchema.nullable() })
export const icpNodeSchema = shownProfileSchema.extend({
  standing: standingSchema.nullable(),
  /** Whom its personas are about: people at its companies, or its customers. */
  personaEntity: z.enum(ENTITIES),
  personas: z.array(personaNodeSchema),
  /** How many none of its live personas fits; null while it scores nobody. */
  noPersona: z.int().nullable(),
})
export type IcpNode = z.infer<typeof icpNodeSchema>
export type PersonaNode = z.infer<typeof personaNodeSchema>

/** The scores of one entity as a whole. */
export const scoredSchema = z.object({
  entity: z.enum(ENTITIES),
  /** All there are. */
  total: z.int(),
  /** Those that a live ICP fits; the rest stand under “No ICP fit”. */
  fitted: z.int(),
  /** When they were scored; null where they never were. */
  asOf: z.string().nullable(),
  /** Data or profiles changed since: these scores are of before. */
  behind: z.boolean(),
})
export type Scored = z.infer<typeof scoredSchema>

export const profileTreeSchema = z.object({
  /** The older ones first, each with its personas. */
  icps: z.array(icpNodeSchema),
  /** Of each entity that profiles are about, and of those that there are records of. */
  scored: z.array(scoredSchema),
})
export type ProfileTree = z.infer<typeof profileTreeSchema>

/** A profile that a record has as its best one, and what the record scores there. */
export interface BestProfile {
  readonly id: string
  readonly code: string
  readonly name: string
  /** 0 to 100. */
  readonly score: number
}

/** A record in a list of a profile's. Texts are empty where nothing is known. */
export interface ScoredRow {
  /** As imported. */
  readonly id: string
  readonly name: string
  /** A company's domain, an e-mail address. */
  readonly contact: string
  /** What somebody does and where, or what a company is. */
  readonly about: string
  readonly icp: BestProfile | null
  /** Null where no persona fits, and for companies. */
  readonly persona: BestProfile | null
}

const bestProfileSchema = z.object({ id: z.string(), code: z.string(), name: z.string(), score: z.int() })
export const bestRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  contact: z.string(),
  about: z.string(),
  icp: bestProfileSchema.nullable(),
  persona: bestProfileSchema.nullable(),
}) satisfies z.ZodType<ScoredRow>

export interface ScoredPage {
  readonly entity: (typeof ENTITIES)[number]
  readonly rows: readonly ScoredRow[]
  /** How many there are on all pages. */
  readonly total: number
  /** When they were scored; null where they never were. */
  readonly asOf: string | null
  /** Asks for what is behind this page; null on the last one. */
  readonly next: string | null
  /** Names and addresses are shortened: whoever looks may not see them whole. */
  readonly masked: boolean
}

export const thresholdSchema = z.int().min(0).max(100)
/** What both scores have to reach where nobody says otherwise. */
export const THRESHOLD = 60

/**
 * Everybody by two thresholds. The company is right where its ICP score reaches the first one; it is wrong below it, and
 * where no ICP fits. The person is right where their persona score reaches the second one; wrong below it, and where no
 * persona fits. The four sum to `total`.
 */
export const cornersSchema = z.object({
  entity: z.enum(ENTITIES),
  minIcp: thresholdSchema,
  minPersona: thresholdSchema,
  total: z.int(),
  both: z.int(),
  /** The right company, the wrong person. */
  icpOnly: z.int(),
  /** The wrong company, the right person. */
  personaOnly: z.int(),
  neither: z.int(),
  /** Companies (or customers) that reach the first threshold, of all that there are. */
  icps: z.object({ entity: z.enum(ENTITIES), passing: z.int(), total: z.int() }),
})
export type Corners = z.infer<typeof cornersSchema>
