import { Hono } from 'hono'
import type { Actor } from '#kernel/actor.ts'
import { toIso } from '#kernel/clock.ts'
import { sessionAnswer } from '../answers/people.ts'
import type { Session } from '../api.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import type { SessionCookie } from '../guards/session.ts'
import { about } from '../openapi/about.ts'

/** Who is signed in, and signing out. */
export const sessionRoutes = ({ writer }: HttpDeps, cookie: SessionCookie) =>
  new Hono<SignedInEnv>()
    .get('/session', about({ does: 'Who is signed in', answer: { Session: sessionAnswer } }), (c) => {
      const { user, expiresAt } = c.get('signedIn')
      return c.json({ user, expiresAt: toIso(expiresAt) } satisfies Session)
    })
    .post('/signout', about({ does: 'Sign out' }), async (c) => {
      const { user, session } = c.get('signedIn')
      const actor: Actor = { userId: user.id, name: user.name, surface: 'web', session }
      await writer.call('endSession', { token: cookie.read(c) ?? '', actor })
      cookie.clear(c)
      return c.body(null, 204)
    })
