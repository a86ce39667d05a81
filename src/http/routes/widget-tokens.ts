import { Hono } from 'hono'
import { z } from 'zod'
import { findUser } from '#domain/users/read.ts'
import { lowerRole } from '#domain/users/schema.ts'
import { findWidgetKey } from '#domain/widgets/read.ts'
import { toIso } from '#kernel/clock.ts'
import { widgetTokenAnswer } from '../answers/people.ts'
import type { WidgetToken, WidgetTokenRequest } from '../api.ts'
import { readBody } from '../body.ts'
import type { HttpDeps } from '../deps.ts'
import { RefusedError } from '../errors.ts'
import { bearerOf } from '../guards/widget.ts'
import { about } from '../openapi/about.ts'

const request: z.ZodType<WidgetTokenRequest> = z.object({ email: z.string().min(1).max(320) })

/** Tokens for the widget, for servers of other pages: they know who is signed in there, and hold a key. */
export const widgetTokenRoutes = ({ services: { reader }, writer }: HttpDeps) =>
  new Hono().post(
    '/',
    about({
      does: 'A token for the widget, for a person signed in on your page',
      body: { WidgetTokenRequest: request },
      answer: { WidgetToken: widgetTokenAnswer },
      status: 201,
    }),
    async (c) => {
      const shown = bearerOf(c)
      const key = shown && findWidgetKey(reader, shown)
      if (!key) {
        throw new RefusedError(
          401,
          'This is no widget key that is valid',
          'Send `authorization: Bearer <key>`; `muster widget-keys add` makes one.',
        )
      }
      const { email } = await readBody(c, request)
      const made = await writer.call('createWidgetToken', { keyId: key.id, email })
      const { name, role } = findUser(reader, made.userId)
      return c.json(
        {
          token: made.token,
          expiresAt: toIso(made.expiresAt),
          user: { name, role: lowerRole(role, key.role) },
          origins: key.origins,
        } satisfies WidgetToken,
        201,
      )
    },
  )
