import { Hono } from 'hono'
import { z } from 'zod'
import { startOfDate, startOfUnit } from '#domain/time/bounds.ts'
import type { Moved } from '../api.ts'
import { readQuery } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { masksFor } from '../guards/role.ts'

const asked = z.object({ since: z.iso.date().exactOptional() })

/** What changed by itself, since a date or yesterday. */
export const movedRoutes = ({ services: { insights, workspace, clock } }: Pick<HttpDeps, 'services'>) =>
  new Hono<SignedInEnv>().get('/', (c) => {
    const { since } = readQuery(c, asked, 'This can’t be looked for')
    const { zone } = workspace()
    return c.json(
      insights.moved({
        since: since === undefined ? startOfUnit('day', -1, clock.now(), zone) : startOfDate(since, zone),
        masked: masksFor(c.get('signedIn').user),
      }) satisfies Moved,
    )
  })
