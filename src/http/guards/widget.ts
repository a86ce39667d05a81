import type { Context, MiddlewareHandler } from 'hono'
import type { Services } from '#domain/services.ts'
import type { SignedIn } from '#domain/users/schema.ts'
import { findWidgetUser } from '#domain/widgets/read.ts'
import { RefusedError } from '../errors.ts'

/** All that the element in pages of others asks for: to look, to talk and to draft. Nothing here decides or hands out files. */
const WIDGET_ROUTES = [
  ['GET', /^\/api\/workspace$/],
  ['POST', /^\/api\/chat$/],
  ['GET', /^\/api\/chat\/[^/]+\/stream$/],
  ['POST', /^\/api\/chat\/[^/]+\/stop$/],
  ['GET', /^\/api\/threads\/[^/]+$/],
  ['GET', /^\/api\/proposals\/[^/]+$/],
  ['GET', /^\/api\/proposals\/[^/]+\/distribution$/],
] as const

/** Whether a widget’s token opens this route. */
export const isForWidgets = (method: string, path: string): boolean =>
  WIDGET_ROUTES.some(([itsMethod, itsPath]) => itsMethod === method && itsPath.test(path))

/** Browsers ask again after this many seconds whether a page may. */
export const PREFLIGHT_SECONDS = 2 * 3600

/** The token that a request carries; then nothing else says who asks, least of all a cookie. */
export const bearerOf = (c: Context): string | undefined =>
  /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]

/** A request that carries its own token, to a route of the widget: no other page can make a browser send it. */
export const isWidgetRequest = (c: Context): boolean =>
  bearerOf(c) !== undefined && isForWidgets(c.req.method, c.req.path)

/** Whom the token of a request speaks for. Throws RefusedError; 401 asks for a new token. */
export function widgetUser(c: Context, services: Services, token: string): SignedIn {
  const found = findWidgetUser(services.reader, token, services.clock.now())
  if (found === undefined) {
    throw new RefusedError(
      401,
      'This token is not valid (any more)',
      'Ask for a new one: POST /v1/widget-tokens.',
    )
  }
  const origin = c.req.header('origin')
  if (origin === undefined || !found.origins.includes(origin)) {
    throw new RefusedError(
      403,
      `This token is not for pages of ${origin ?? 'no origin'}`,
      'Make a key for that origin: `muster widget-keys add --help`.',
    )
  }
  if (!isForWidgets(c.req.method, c.req.path)) {
    throw new RefusedError(403, 'A widget’s token can’t do this', 'Do it in Muster itself, signed in.')
  }
  return found
}

/**
 * Lets pages of `origins` read what the widget needs and the files that it is made of, each origin by name. No cookie
 * is ever let through with it.
 */
export function widgetCors(origins: readonly string[]): MiddlewareHandler {
  const allowed = new Set(origins)
  return async (c, next) => {
    const { path } = c.req
    const origin = c.req.header('origin') ?? ''
    const wanted = c.req.header('access-control-request-method')
    if (
      c.req.method === 'OPTIONS' &&
      wanted !== undefined &&
      isForWidgets(wanted, path) &&
      allowed.has(origin)
    ) {
      return c.body(null, 204, {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': wanted,
        'access-control-allow-headers': 'authorization, content-type',
        'access-control-max-age': String(PREFLIGHT_SECONDS),
        vary: 'Origin',
      })
    }
    await next()
    if (path.startsWith('/assets/') || isForWidgets(c.req.method, path)) {
      c.res.headers.append('vary', 'Origin')
      if (allowed.has(origin)) c.res.headers.set('access-control-allow-origin', origin)
    }
    return undefined
  }
}
