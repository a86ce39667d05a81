import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Services } from '#domain/services.ts'
import { findSession } from '#domain/users/read.ts'
import { SESSION_SECONDS } from '#domain/users/signin.ts'
import type { SignedInEnv } from '../deps.ts'
import { RefusedError } from '../errors.ts'
import { bearerOf, widgetUser } from './widget.ts'

/** The session cookie: out of reach for scripts, and never sent along by other sites. */
export interface SessionCookie {
  read(c: Context): string | undefined
  write(c: Context, token: string): void
  clear(c: Context): void
}

/** `secure`: people reach the app by HTTPS, so the cookie is bound to it and to this very host. */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = 'muster_session'
  const options = { path: '/', httpOnly: true, sameSite: 'Strict', secure } as const
  const prefix = secure ? ({ prefix: 'host' } as const) : {}
  return {
    read: (c) => (secure ? getCookie(c, name, 'host') : getCookie(c, name)),
    write: (c, token) => setCookie(c, name, token, { ...options, ...prefix, maxAge: SESSION_SECONDS }),
    clear: (c) => void deleteCookie(c, secure ? `__Host-${name}` : name, options),
  }
}

/** Lets signed-in humans through, and a widget's tokens to its routes, and tells the routes who they are. */
export const sessionGuard = (services: Services, cookie: SessionCookie) =>
  createMiddleware<SignedInEnv>(async (c, next) => {
    const bearer = bearerOf(c)
    if (bearer !== undefined) {
      c.set('signedIn', widgetUser(c, services, bearer))
      return next()
    }
    const token = cookie.read(c)
    const signedIn = token && findSession(services.reader, token, services.clock.now())
    if (!signedIn) {
      throw new RefusedError(
        401,
        'You are not signed in',
        'Open the sign-in link that `muster start` prints in the terminal.',
      )
    }
    c.set('signedIn', signedIn)
    return next()
  })
