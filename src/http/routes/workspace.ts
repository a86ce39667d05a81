import { Hono } from 'hono'
import { toIso } from '#kernel/clock.ts'
import { workspaceAnswer } from '../answers/people.ts'
import type { WorkspaceView } from '../api.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'

export const workspaceRoutes = ({ services, model, confirmHere }: HttpDeps) =>
  new Hono<SignedInEnv>().get(
    '/',
    about({ does: 'The company, what is now, and who answers', answer: { WorkspaceView: workspaceAnswer } }),
    (c) =>
      c.json({
        ...services.workspace(),
        now: toIso(services.clock.now()),
        model,
        confirmHere,
      } satisfies WorkspaceView),
  )
