import { Hono } from 'hono'
import { listSources } from '#domain/sources/read.ts'
import { sourcesAnswer } from '../answers/doings.ts'
import type { SourceList } from '../api.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'

/** Where the data comes from, and whether it still comes. */
export const sourceRoutes = ({ services: { reader, clock } }: Pick<HttpDeps, 'services'>) =>
  new Hono<SignedInEnv>().get(
    '/',
    about({
      does: 'Where the data comes from, and whether it still comes',
      answer: { SourceList: sourcesAnswer },
    }),
    (c) => c.json({ sources: listSources(reader, clock.now()) } satisfies SourceList),
  )
