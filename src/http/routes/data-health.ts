import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import type { HealthLine } from '../api.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { describeError } from '../errors.ts'
import { about } from '../openapi/about.ts'

/** How good the data is, line by line as it is looked at. The look ends once nobody waits for it any more. */
export const dataHealthRoutes = ({ services, report }: Pick<HttpDeps, 'services' | 'report'>) =>
  new Hono<SignedInEnv>().get(
    '/',
    about({
      does: 'Look how good the data is: a score, and each finding with what it costs',
      media: [
        'application/x-ndjson',
        'A line for each step, `{done}` from 0 to 1; the last is `{health}` or `{error}`',
      ],
    }),
    (c) => {
      c.header('content-type', 'application/x-ndjson')
      return stream(c, async (out) => {
        const leaving = new AbortController()
        out.onAbort(() => leaving.abort())
        const line = (said: HealthLine) => out.writeln(JSON.stringify(said))
        try {
          const health = await services.health.report({
            signal: leaving.signal,
            onProgress: (done) => void line({ done }),
          })
          await line({ health })
        } catch (error) {
          if (leaving.signal.aborted || !(error instanceof Error)) return
          await line({ error: describeError(error, report, c.req.path)[1] })
        }
      })
    },
  )
