import type { Context, MiddlewareHandler } from 'hono'
import { every } from 'hono/combine'
import { cors } from 'hono/cors'
import { RefusedError } from '../errors.ts'
import { hostOf } from './host.ts'
import { isWidgetRequest, PREFLIGHT_SECONDS } from './widget.ts'

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Does a request come from our own pages, or from a program? Browsers name the page that asks; others name none. */
export function ownOrigin(publicUrl: string | undefined): (c: Context) => boolean {
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin
  return (c) => {
    const site = c.req.header('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin') return false
    const origin = c.req.header('origin')
    if (origin === undefined || origin === publicOrigin) return true
    return URL.canParse(origin) && new URL(origin).host === hostOf(c)
  }
}

/**
 * Lets only our own pages change something: nobody can lend a program a cookie. A widget's requests carry a token of
 * their own instead.
 */
export function originGuard(publicUrl: string | undefined): MiddlewareHandler {
  const isOurs = ownOrigin(publicUrl)
  return async (c, next) => {
    if (!HARMLESS.has(c.req.method) && !isWidgetRequest(c) && !isOurs(c)) {
      throw new RefusedError(403, 'This request came from another site', 'Use Muster’s own page.')
    }
    await next()
  }
}

/** JSON only: forms of other sites can't send it without asking the browser, which asks us first. */
export const jsonGuard: MiddlewareHandler = async (c, next) => {
  if (!HARMLESS.has(c.req.method) && typeOf(c) !== 'application/json') {
    throw new RefusedError(
      415,
      'Requests that change something are JSON',
      'Send content-type: application/json.',
    )
  }
  await next()
}

const typeOf = (c: Context): string | undefined =>
  c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()

/**
 * JSON that pages of any site send under a key, which no browser adds by itself. Many send it as plain text, of which
 * browsers ask nobody first (`navigator.sendBeacon` can’t wait for that).
 */
export const pagesMaySend: MiddlewareHandler = every(
  cors({
    origin: '*',
    allowMethods: ['POST'],
    allowHeaders: ['authorization', 'content-type'],
    maxAge: PREFLIGHT_SECONDS,
  }),
  (c, next) => (typeOf(c) === 'text/plain' ? next() : jsonGuard(c, next)),
)
