import { Hono } from 'hono'
import { listSources } from '#domain/sources/read.ts'
import type { SourceList } from '../api.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'

/** Where the data comes from, and whether it still comes. */
export const sourceRoutes = ({ services: { reader, clock } }: Pick<HttpDeps, 'services'>) =>
  new Hono<SignedInEnv>().get('/', (c) =>
    c.json({ sources: listSources(reader, clock.now()) } satisfies SourceList),
  )
