import { Hono } from 'hono'
import { z } from 'zod'
import { undelivered } from '#domain/routing/resend.ts'
import { routingAnswer } from '../answers/doings.ts'
import type { Routing } from '../api.ts'
import { readQuery } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'

const listSchema = z.object({
  rule: z.string().min(1).exactOptional(),
  state: z.enum(['waiting', 'sending', 'done', 'failed', 'cancelled']).exactOptional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(500)).default(100),
})

/** Routing rules and what they handed on, for looking. */
export const routingRoutes = ({ services: { routing, explanations } }: Pick<HttpDeps, 'services'>) =>
  new Hono<SignedInEnv>().get(
    '/',
    about({
      does: 'Routing rules, and what they handed on, newest first',
      query: listSchema,
      answer: { Routing: routingAnswer },
    }),
    (c) => {
      const { rule, state, limit } = readQuery(c, listSchema, 'This list can’t be made')
      const only = rule === undefined ? {} : { ruleId: routing.get(rule).id }
      return c.json({
        rules: routing.list().map(({ definition, ...shown }) => {
          const tally = routing.tally(shown.id)
          const words = explanations.words(definition.criteria)
          return { ...shown, words, tally, undelivered: undelivered(tally) }
        }),
        deliveries: routing.deliveries({ ...only, ...(state && { state }), limit }),
      } satisfies Routing)
    },
  )
