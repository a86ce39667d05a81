import { z } from 'zod'
import { ENTITIES } from '../../entities/entity.ts'
import { lineSchema } from '../../explanations/shown.ts'
import { PARAMETER_MODES } from '../parameter.ts'
import { shownProfileSchema } from '../shown.ts'

/** Why one record scores what it scores, as surfaces show it. */

const namedProfile = shownProfileSchema.pick({ id: true, code: true, name: true, kind: true, status: true })

const bestSchema = namedProfile.extend({ score: z.int() })

const explainedParameterSchema = z.object({
  mode: z.enum(PARAMETER_MODES),
  /** Completes "Companies that …". */
  words: z.string(),
  /** Unknown: it does not hold, and a value that it asks for is missing. */
  state: z.enum(['held', 'not_held', 'unknown']),
  /** What there is; of a group each part has its own, in `lines`. */
  actual: z.string().nullable(),
  /** The parts of criteria with several, each as deep as it stands; empty for a single condition. */
  lines: z.array(lineSchema),
  /** The weight that it gives, of how much; 0 of 0 where it is not scored. */
  points: z.number(),
  of: z.int(),
  /** The grade that gives part of the weight: its words, and percent of the weight. */
  grade: z.object({ words: z.string(), credit: z.int() }).nullable(),
})
export type ExplainedParameter = z.infer<typeof explainedParameterSchema>

const explainedProfileSchema = namedProfile.extend({
  /** Who is held against it: of a person and an ICP over companies, the company. */
  entity: z.enum(ENTITIES),
  one: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  /** 0 to 100; null where it does not fit. */
  score: z.int().nullable(),
  parameters: z.array(explainedParameterSchema),
})
export type ExplainedProfile = z.infer<typeof explainedProfileSchema>

const rankedProfileSchema = namedProfile.extend({
  score: z.int().nullable(),
  /** The first parameter that keeps it out, where it does not fit. */
  out: z.object({ mode: z.enum(['filter', 'exclude']), words: z.string() }).nullable(),
})
export type RankedProfile = z.infer<typeof rankedProfileSchema>

export const scoreExplanationSchema = z.object({
  entity: z.enum(ENTITIES),
  one: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  /** A person of whom nobody knows where they work: no ICP over companies can fit. */
  worksNowhere: z.boolean(),
  /** The best of the live ones, as of now. Null where none fits. */
  icp: bestSchema.nullable(),
  /** Null where none of the ICP's live personas fits, and for companies. */
  persona: bestSchema.nullable(),
  /** Parameter by parameter: the best ICP and the best persona, or the profile that was asked for. */
  explained: z.array(explainedProfileSchema),
  /** Every live ICP, the best first; behind them the live personas inside the best one. */
  ranking: z.array(rankedProfileSchema),
  /** What is stored, and shown in lists, is another score: it is made anew soon. */
  behind: z.boolean(),
})
export type ScoreExplanation = z.infer<typeof scoreExplanationSchema>
