import { Hono } from 'hono'
import { findSession, listUsers } from '#domain/users/read.ts'
import { InputError, MusterError } from '#kernel/errors.ts'
import type { HttpDeps } from '../deps.ts'
import type { SessionCookie } from '../guards/session.ts'
import { SIGNIN_CSS, signinPage, signinProblemPage } from './signin-page.ts'

const CODE = /^[\w-]{43}$/
/** Where to go afterwards: a page of our own, never another site. */
const PAGE = /^\/[\w-]+(?:\/[\w-]+)*$/
const pageOf = (next: unknown): string => (typeof next === 'string' && PAGE.test(next) ? next : '/')

/** The one-time link of the terminal, exchanged for a session by a human's click. */
export const signinRoutes = ({ services, writer }: HttpDeps, cookie: SessionCookie) =>
  new Hono()
    .get('/signin', (c) => {
      const code = c.req.query('code') ?? ''
      const wanted = c.req.query('next')
      const next = pageOf(wanted)
      if (!CODE.test(code)) return c.html(signinProblemPage(NO_LINK.message, NO_LINK.next), 400)
      c.header('cache-control', 'no-store')
      // A link to a page is about the page: whoever is signed in already is shown it.
      const token = wanted === undefined ? undefined : cookie.read(c)
      const signedIn = token && findSession(services.reader, token, services.clock.now())
      if (signedIn) return c.redirect(next, 303)
      return c.html(signinPage(code, { next, askName: listUsers(services.reader).length === 0 }))
    })
    .get('/signin.css', (c) => {
      c.header('cache-control', 'max-age=3600')
      return c.body(SIGNIN_CSS, 200, { 'content-type': 'text/css; charset=utf-8' })
    })
    .post('/signin', async (c) => {
      const { code, name, next } = await c.req.parseBody()
      try {
        if (typeof code !== 'string' || !CODE.test(code)) throw NO_LINK
        const named = typeof name === 'string' && name.trim() !== '' ? { name } : {}
        const { token } = await writer.call('redeemSigninCode', { code, ...named })
        cookie.write(c, token)
        return c.redirect(pageOf(next), 303)
      } catch (error) {
        if (!(error instanceof MusterError)) throw error
        return c.html(signinProblemPage(error.message, error.next), 400)
      }
    })

const NO_LINK = new InputError('This is not a sign-in link', {
  next: 'Open the whole link that `muster start` prints in the terminal.',
})
