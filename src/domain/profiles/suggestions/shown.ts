import { z } from 'zod'
import { ENTITIES } from '../../entities/entity.ts'

/** Suggestions as surfaces show them: without criteria, whose type is made of every condition. */

export const SUGGESTION_KINDS = ['lift', 'unknown', 'band', 'weight', 'idle'] as const
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number]

/** How well a profile tells good records from bad ones, of those whose outcome is known. */
export const performanceSchema = z.object({
  /** Records that it would pick: they fit, and score 60 or more. */
  picked: z.int(),
  /** Of them, those that turned out well. */
  good: z.int(),
  /** good ÷ picked; null where nobody is picked. */
  precision: z.number().nullable(),
  /** good ÷ all that turned out well; null where none did. */
  recall: z.number().nullable(),
  /** The chance that a good record stands higher than a bad one, 0.5 being chance; null without both. */
  ranking: z.number().nullable(),
})
export type Performance = z.infer<typeof performanceSchema>

/** Records by whether they have something, and by how they turned out. */
const tableSchema = z.object({
  withGood: z.int(),
  withBad: z.int(),
  withoutGood: z.int(),
  withoutBad: z.int(),
})

/** What a comparison came to, among the earlier records. */
export const evidenceSchema = z.object({
  table: tableSchema,
  /** How many times as often those with it turn out well as those without it that are alike otherwise. */
  lift: z.number(),
  /** Between which the true lift lies; widened for how many were tried, and how many of them are told. */
  low: z.number(),
  high: z.number(),
  /** Of the parts of the records, those that agree. */
  agreeing: z.int(),
  parts: z.int(),
  /** The lift among the later records; null where there are too few. */
  later: z.number().nullable(),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** The records that were learnt from. */
export const basisSchema = z.object({
  outcome: z.object({ id: z.string(), title: z.string(), good: z.string(), bad: z.string() }),
  entity: z.enum(ENTITIES),
  good: z.int(),
  bad: z.int(),
  /** Of all of them, those that were only held against. */
  later: z.int(),
  /** How they were parted: in time, or by chance where nobody noted when outcomes came about. */
  parted: z.enum(['time', 'chance']),
  /** How many comparisons were made. */
  tried: z.int(),
  /** What has to be known of all that follows: full sentences. */
  notes: z.array(z.string()),
  asOf: z.string(),
})
export type Basis = z.infer<typeof basisSchema>

/** Too few records to learn from: how many more of each there have to be. */
export const thinSchema = z.object({ good: z.int(), bad: z.int(), says: z.string(), next: z.string() })
export type Thin = z.infer<typeof thinSchema>

/** Parameters as a change takes them. */
const parameters = z.array(z.unknown())

export const suggestionSchema = z.object({
  kind: z.enum(SUGGESTION_KINDS),
  /** A full sentence. */
  says: z.string(),
  /** The parameter that changes, in words. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  evidence: evidenceSchema,
  /** Among the later records. */
  backTest: z.object({ before: performanceSchema, after: performanceSchema }),
  /** Whether the later records, which were not looked at to find it, say the same. */
  heldUp: z.boolean(),
  /** Records of all there are that would have the profile, or if it were live; before and after. */
  records: z.object({ before: z.int(), after: z.int() }),
  parameters,
})
export type ShownSuggestion = z.infer<typeof suggestionSchema>

export const suggestionsSchema = z.object({
  basis: basisSchema,
  thin: thinSchema.nullable(),
  suggestions: z.array(suggestionSchema),
})
export type ShownSuggestions = z.infer<typeof suggestionsSchema>

export const discoveredSchema = z.object({
  /** One that no ICP has. */
  name: z.string(),
  code: z.string(),
  goal: z.string(),
  /** For each parameter. */
  parts: z.array(z.object({ words: z.string(), evidence: evidenceSchema, heldUp: z.boolean() })),
  earlier: performanceSchema,
  later: performanceSchema,
  heldUp: z.boolean(),
  /** Records of all there are that would have it if it were live beside the others. */
  records: z.int(),
  parameters,
})
export type ShownDiscovered = z.infer<typeof discoveredSchema>

export const discoverySchema = z.object({
  basis: basisSchema,
  thin: thinSchema.nullable(),
  profiles: z.array(discoveredSchema),
})
export type ShownDiscovery = z.infer<typeof discoverySchema>
