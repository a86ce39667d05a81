import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import type { ReportBug } from '#kernel/bugs.ts'
import type { ApiError } from './api.ts'
import { describeError } from './errors.ts'

/** The type of an answer that is told line by line. */
export const LINES = 'application/x-ndjson'

/** How work is done for somebody who hears how far it is, and may leave. */
export interface Watched {
  readonly signal: AbortSignal
  onProgress(done: number): void
}

/**
 * Answers line by line how far the work is, then what it came to, or what went wrong. Whoever leaves ends the work.
 */
export function progressLines<Found extends object>(
  c: Context,
  report: ReportBug,
  work: (watched: Watched) => Promise<Found>,
): Response {
  c.header('content-type', LINES)
  return stream(c, async (out) => {
    const leaving = new AbortController()
    out.onAbort(() => leaving.abort())
    const line = (said: Found | { readonly done: number } | { readonly error: ApiError }) =>
      out.writeln(JSON.stringify(said))
    try {
      await line(await work({ signal: leaving.signal, onProgress: (done) => void line({ done }) }))
    } catch (error) {
      if (leaving.signal.aborted || !(error instanceof Error)) return
      await line({ error: describeError(error, report, c.req.path)[1] })
    }
  })
}
