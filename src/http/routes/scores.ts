import { Hono } from 'hono'
import { z } from 'zod'
import { ENTITIES } from '#domain/entities/entity.ts'
import { CORNERS, type NodeName } from '#domain/profiles/standing/nodes.ts'
import {
  cornersSchema as cornersAnswer,
  THRESHOLD,
  thresholdSchema,
} from '#domain/profiles/standing/shown.ts'
import { recordViewAnswer, scoredPageAnswer } from '../answers/profiles.ts'
import type { Corners, RecordView, ScoredPage } from '../api.ts'
import { readQuery } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { masksFor } from '../guards/role.ts'
import { about } from '../openapi/about.ts'

const threshold = z.coerce.number().pipe(thresholdSchema)
const nodeSchema: z.ZodType<NodeName> = z.union(
  [
    z.object({ profile: z.string().min(1), entity: z.enum(ENTITIES).exactOptional() }),
    z
      .object({ no_persona_of: z.string().min(1) })
      .transform((named) => ({ noPersonaOf: named.no_persona_of })),
    z.object({ no_icp: z.enum(ENTITIES) }).transform((named) => ({ noIcp: named.no_icp })),
  ],
  { error: 'name a profile, no_persona_of an ICP, or no_icp of customer, company or person' },
)
const pageSchema = z.object({
  min_icp: threshold.exactOptional(),
  min_persona: threshold.exactOptional(),
  corner: z.enum(CORNERS).exactOptional(),
  cursor: z.string().max(2000).exactOptional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(50),
})
const cornersSchema = z.object({
  profile: z.string().min(1).exactOptional(),
  entity: z.enum(['person', 'customer']).default('person'),
  min_icp: threshold.default(THRESHOLD),
  min_persona: threshold.default(THRESHOLD),
})

const explanationSchema = z.object({
  entity: z.enum(ENTITIES),
  record: z.string().trim().min(1).max(300),
  profile: z.string().min(1).exactOptional(),
})

/** What records score, for looking. */
export const scoreRoutes = ({ services: { standing, scoring } }: Pick<HttpDeps, 'services'>) =>
  new Hono<SignedInEnv>()
    .get(
      '/records',
      about({
        does: 'Records by score, the highest first',
        query: [nodeSchema, pageSchema],
        answer: { ScoredPage: scoredPageAnswer },
      }),
      async (c) => {
        const node = readQuery(c, nodeSchema, 'Nothing says whose records')
        const { limit, min_icp, min_persona, ...list } = readQuery(c, pageSchema, 'This list can’t be made')
        const page = await standing.records(node, {
          minIcp: min_icp,
          minPersona: min_persona,
          ...list,
          most: limit,
          masked: masksFor(c.get('signedIn').user),
          signal: c.req.raw.signal,
        })
        return c.json(page satisfies ScoredPage)
      },
    )
    .get(
      '/explanation',
      about({
        does: 'What one record scores, and why',
        query: explanationSchema,
        answer: { RecordView: recordViewAnswer },
      }),
      async (c) => {
        const { entity, record, profile } = readQuery(c, explanationSchema, 'Nothing can be explained')
        const explanation = await scoring.explain(
          { entity, named: record },
          { profile, signal: c.req.raw.signal },
        )
        const masked = masksFor(c.get('signedIn').user)
        const row = standing.record(entity, explanation.one.id, { masked })
        return c.json({ record: row, explanation, masked } satisfies RecordView)
      },
    )
    .get(
      '/corners',
      about({
        does: 'Everybody by two thresholds',
        query: cornersSchema,
        answer: { Corners: cornersAnswer },
      }),
      async (c) => {
        const { min_icp, min_persona, ...of } = readQuery(c, cornersSchema, 'These can’t be counted')
        const { signal } = c.req.raw
        const corners = await standing.corners({ ...of, minIcp: min_icp, minPersona: min_persona, signal })
        return c.json(corners satisfies Corners)
      },
    )
