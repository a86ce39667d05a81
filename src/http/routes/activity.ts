import { Hono } from 'hono'
import { z } from 'zod'
import { readActivity } from '#domain/activity/read-activity.ts'
import { ACTIVITY_DEEDS, ACTIVITY_KINDS } from '#domain/activity/shown.ts'
import { inputErrorOf } from '#domain/criteria/parse.ts'
import { startOfDate } from '#domain/time/bounds.ts'
import { activityAnswer } from '../answers/doings.ts'
import type { ActivityPage } from '../api.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'

const text = z.string().trim().min(1).max(200)
const filterSchema = z.object({
  kind: z.enum(ACTIVITY_KINDS).exactOptional(),
  did: z.enum(ACTIVITY_DEEDS).exactOptional(),
  who: text.exactOptional(),
  what: text.exactOptional(),
  since: z.iso.date().exactOptional(),
  until: z.iso.date().exactOptional(),
  before: z.coerce.number().pipe(z.int().min(1)).exactOptional(),
})
const PAGE = 50

/** The log of decisions, found by what, who and when. */
export const activityRoutes = ({ services: { reader, workspace } }: Pick<HttpDeps, 'services'>) =>
  new Hono<SignedInEnv>().get(
    '/',
    about({
      does: 'The log of decisions, newest first',
      query: filterSchema,
      answer: { ActivityPage: activityAnswer },
    }),
    (c) => {
      const asked = filterSchema.safeParse(c.req.query())
      if (!asked.success) throw inputErrorOf(asked.error, 'This can’t be looked for')
      const { since, until, ...filter } = asked.data
      const { zone } = workspace()
      return c.json(
        readActivity(reader, {
          ...filter,
          ...(since !== undefined && { since: startOfDate(since, zone) }),
          // That day is still in.
          ...(until !== undefined && { until: startOfDate(until, zone, { later: 1 }) }),
          most: PAGE,
        }) satisfies ActivityPage,
      )
    },
  )
