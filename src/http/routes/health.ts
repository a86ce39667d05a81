import { Hono } from 'hono'
import type { HttpDeps } from '../deps.ts'

/** For whoever watches over the process: it lives; it can read its data. */
export const healthRoutes = ({ services }: HttpDeps) =>
  new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', (c) => {
      // Throws when the database can't be read; the answer is then a 500.
      services.workspace()
      return c.json({ status: 'ready' })
    })
