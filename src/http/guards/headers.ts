import { secureHeaders } from 'hono/secure-headers'
import type { MiddlewareHandler } from 'hono'

/** Nothing but our own files runs, frames or receives anything. */
export const securityHeaders = (secure: boolean): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // Not `no-referrer`, under which browsers send `Origin: null` with the sign-in form.
    referrerPolicy: 'same-origin',
    strictTransportSecurity: secure,
  })

/** Lets pages of others include it as a script. It stands before the headers above, which forbid that. */
export const includable: MiddlewareHandler = async (c, next) => {
  await next()
  c.res.headers.set('cross-origin-resource-policy', 'cross-origin')
}

/** Answers of the API belong to one person and are never kept by caches. */
export const noStore: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
}
