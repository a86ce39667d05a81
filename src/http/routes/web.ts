import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { HttpDeps } from '../deps.ts'

const YEAR = 365 * 24 * 3600

/** The built web app and the widget of other pages. Paths that are no file open the app, which knows its own pages. */
export function webRoutes({ webRoot }: Pick<HttpDeps, 'webRoot'>) {
  const web = new Hono()
    .use(async (c, next) => {
      await next()
      // Built files carry a hash of their content in their name.
      const lasting = c.res.ok && c.req.path.startsWith('/assets/')
      c.res.headers.set('cache-control', lasting ? `public, max-age=${YEAR}, immutable` : 'no-cache')
      // Also where the plain file was sent, so that no cache hands it to everybody, or the other way round.
      c.res.headers.set('vary', 'Accept-Encoding')
    })
    .use('/widget.js', etag())
  if (existsSync(webRoot)) web.use(serveStatic({ root: webRoot, precompressed: true }))
  return web
    .get('/assets/*', (c) => c.notFound())
    .get('/widget.js', (c) => c.notFound())
    .get('*', async (c) => {
      const index = join(webRoot, 'index.html')
      if (!existsSync(index)) return c.text('The web app is not built yet: run `npm run build:web`.', 503)
      return c.html(await readFile(index, 'utf8'))
    })
}
