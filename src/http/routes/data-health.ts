import { Hono } from 'hono'
import type { HealthLine } from '../api.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'
import { LINES, progressLines } from '../progress-lines.ts'

/** How good the data is, line by line as it is looked at. The look ends once nobody waits for it any more. */
export const dataHealthRoutes = ({ services, report }: Pick<HttpDeps, 'services' | 'report'>) =>
  new Hono<SignedInEnv>().get(
    '/',
    about({
      does: 'Look how good the data is: a score, and each finding with what it costs',
      media: [LINES, 'A line for each step, `{done}` from 0 to 1; the last is `{health}` or `{error}`'],
    }),
    (c) =>
      progressLines(
        c,
        report,
        async (watched) => ({ health: await services.health.report(watched) }) satisfies HealthLine,
      ),
  )
