import { Hono } from 'hono'
import { z } from 'zod'
import { audienceName } from '#domain/audiences/schema.ts'
import { motionChange, motionChoices } from '#domain/motions/requested.ts'
import { MOTION_ENTITIES, motionRequestSchema } from '#domain/motions/shown.ts'
import { shownProposalSchema } from '#domain/proposals/shown.ts'
import { motionsAnswer } from '../answers/doings.ts'
import type { DraftMotion, Motions } from '../api.ts'
import { readBody, readQuery } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { requireEditor } from '../guards/role.ts'
import { about } from '../openapi/about.ts'

const requestSchema = motionRequestSchema.extend({ name: audienceName }) satisfies z.ZodType<DraftMotion>
const choicesSchema = z.object({ entity: z.enum(MOTION_ENTITIES).default('person') })

/** Presets for audiences by score: which there are, and a draft of one. */
export const motionRoutes = ({ services }: Pick<HttpDeps, 'services'>) =>
  new Hono<SignedInEnv>()
    .get(
      '/',
      about({
        does: 'Presets for audiences by score',
        query: choicesSchema,
        answer: { Motions: motionsAnswer },
      }),
      (c) => {
        const { entity } = readQuery(c, choicesSchema, 'There are no motions of that')
        return c.json({ motions: motionChoices(entity) } satisfies Motions)
      },
    )
    .post(
      '/draft',
      about({
        does: 'Propose an audience of one',
        body: { DraftMotion: requestSchema },
        answer: { Proposal: shownProposalSchema },
        status: 201,
      }),
      async (c) => {
        const { user, session } = c.get('signedIn')
        requireEditor(user, 'draft audiences')
        const change = motionChange(services, await readBody(c, requestSchema))
        const actor = { userId: user.id, name: user.name, surface: 'web', session } as const
        return c.json(await services.draft.proposal(change, { actor, signal: c.req.raw.signal }), 201)
      },
    )
