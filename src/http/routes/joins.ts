import { Hono } from 'hono'
import { z } from 'zod'
import { listJoins } from '#domain/joins/read.ts'
import { joinsSchema } from '#domain/joins/shown.ts'
import type { Joins } from '../api.ts'
import { readQuery } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'

const asked = z.object({ search: z.string().describe('A part of an id').exactOptional() })

/** Customers of several sources who were joined as one person. */
export const joinRoutes = ({ services: { reader } }: Pick<HttpDeps, 'services'>) =>
  new Hono<SignedInEnv>().get(
    '/',
    about({
      does: 'By which rule customers of several sources are joined, and the latest who were',
      query: asked,
      answer: { Joins: joinsSchema },
    }),
    (c) => c.json(listJoins(reader, readQuery(c, asked, 'This can’t be looked for')) satisfies Joins),
  )
