import { Hono } from 'hono'
import { z } from 'zod'
import { movedSchema } from '#domain/moves/shown.ts'
import { startOfDate, startOfUnit } from '#domain/time/bounds.ts'
import type { Moved } from '../api.ts'
import { readQuery } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { masksFor } from '../guards/role.ts'
import { about } from '../openapi/about.ts'

const asked = z.object({ since: z.iso.date().exactOptional() })

/** What changed by itself, since a date or yesterday. */
export const movedRoutes = ({ services: { insights, workspace, clock } }: Pick<HttpDeps, 'services'>) =>
  new Hono<SignedInEnv>().get(
    '/',
    about({
      does: 'What changed by itself since a date, or since yesterday',
      query: asked,
      answer: { Moved: movedSchema },
    }),
    (c) => {
      const { since } = readQuery(c, asked, 'This can’t be looked for')
      const { zone } = workspace()
      return c.json(
        insights.moved({
          since: since === undefined ? startOfUnit('day', -1, clock.now(), zone) : startOfDate(since, zone),
          masked: masksFor(c.get('signedIn').user),
        }) satisfies Moved,
      )
    },
  )
