import { Hono } from 'hono'
import { toIso } from '#kernel/clock.ts'
import type { WorkspaceView } from '../api.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'

export const workspaceRoutes = ({ services, model, confirmHere }: HttpDeps) =>
  new Hono<SignedInEnv>().get('/', (c) =>
    c.json({
      ...services.workspace(),
      now: toIso(services.clock.now()),
      model,
      confirmHere,
    } satisfies WorkspaceView),
  )
