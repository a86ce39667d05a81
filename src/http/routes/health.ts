import { Hono } from 'hono'
import { z } from 'zod'
import type { HttpDeps } from '../deps.ts'
import { about } from '../openapi/about.ts'

/** For whoever watches over the process: it lives; it can read its data. */
export const healthRoutes = ({ services }: HttpDeps) =>
  new Hono()
    .get(
      '/healthz',
      about({ does: 'The process lives', answer: { Health: z.object({ status: z.literal('ok') }) } }),
      (c) => c.json({ status: 'ok' }),
    )
    .get(
      '/readyz',
      about({
        does: 'It can read its data',
        answer: { Readiness: z.object({ status: z.literal('ready') }) },
      }),
      (c) => {
        // Throws when the database can't be read; the answer is then a 500.
        services.workspace()
        return c.json({ status: 'ready' })
      },
    )
