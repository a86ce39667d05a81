import { type Context, Hono } from 'hono'
import { findTokenUser } from '#domain/tokens/read.ts'
import type { HttpDeps } from '../deps.ts'
import { describeError } from '../errors.ts'
import { ownOrigin } from '../guards/origin.ts'
import { createRate } from '../guards/rate.ts'
import { bearerOf } from '../guards/widget.ts'
import { refusal } from '../mcp-refusal.ts'

type Deps = Pick<HttpDeps, 'services' | 'writer' | 'mcp' | 'publicUrl' | 'report'>

/** MCP over Streamable HTTP, for clients that show a token of `muster token`. */
export function mcpRoutes({ services, writer, mcp, publicUrl, report }: Deps) {
  const { reader, clock } = services
  const isOurs = ownOrigin(publicUrl)
  const rate = createRate({ perMinute: mcp.perMinute, now: () => performance.now() })

  return new Hono()
    .onError((error, c) => {
      const [status, { message, next }] = describeError(error, report, c.req.path)
      return refusal(status, message, next)
    })
    .all('/', async (c) => {
      if (!isOurs(c)) {
        return refusal(
          403,
          'This request came from another site',
          'Connect with a program, not from a web page.',
        )
      }
      const shown = bearerOf(c)
      if (shown === undefined) return signedOut('A token is required')
      const found = findTokenUser(reader, shown, clock.now())
      if (found === undefined) return signedOut('This token is not valid (any more)', 'invalid_token')
      const seconds = rate.wait(found.tokenId)
      if (seconds > 0) {
        return refusal(429, `More than ${mcp.perMinute} requests in a minute`, `Wait for ${seconds} s.`, {
          headers: { 'retry-after': String(seconds) },
        })
      }
      if (found.isDueToNote) await writer.call('useAccessToken', { keyId: found.tokenId })
      return mcp.serve(c.req.raw, { ...found, origin: publicUrl ?? originOf(c) })
    })
}

/** RFC 6750: what to show, and what was wrong with what was shown. */
const signedOut = (message: string, error?: string): Response =>
  refusal(401, message, 'Send `authorization: Bearer <token>`; `muster token add` makes one.', {
    headers: {
      'www-authenticate': `Bearer realm="muster"${error === undefined ? '' : `, error="${error}"`}`,
    },
  })

/** Under a name that is ours: the host guard let it through. */
const originOf = (c: Context): string => new URL(c.req.url).origin
