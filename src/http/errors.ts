import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ReportBug } from '#kernel/bugs.ts'
import { MusterError } from '#kernel/errors.ts'
import type { ApiError } from './api.ts'

const REFUSAL = { 401: 'signed_out', 403: 'forbidden', 413: 'input', 415: 'input', 421: 'forbidden' } as const
const STATUS = { input: 400, not_found: 404, conflict: 409, config: 500, limit: 503 } as const

/** Refusals that only HTTP knows: no session, no right, not this way. */
export class RefusedError extends Error {
  readonly status: 401 | 403 | 413 | 415 | 421
  readonly next: string

  constructor(status: RefusedError['status'], message: string, next: string) {
    super(message)
    this.status = status
    this.next = next
  }
}

/** Every error leaves as `ApiError`; what nobody foresaw is logged and answered with an opaque id. */
export const answerError =
  (report: ReportBug) =>
  (error: Error, c: Context): Response => {
    const [status, body] = describeError(error, report, c.req.path)
    return c.json(body, status)
  }

/** The status of an error, and what is said of it. */
export function describeError(
  error: Error,
  report: ReportBug,
  where: string,
): [ContentfulStatusCode, ApiError] {
  if (error instanceof MusterError) return [STATUS[error.code], error.toJSON()]
  if (error instanceof RefusedError) {
    const { status, message, next } = error
    return [status, { code: REFUSAL[status], message, next, path: [], choices: [] }]
  }
  if (error instanceof HTTPException) {
    const next = 'Correct the request and send it again.'
    return [error.status, { code: 'input', message: error.message, next, path: [], choices: [] }]
  }
  const id = report(error, where)
  return [
    500,
    {
      code: 'bug',
      message: `Something went wrong inside Muster (${id})`,
      next: `Try again; if it happens again, look for ${id} in the server’s log.`,
      path: [],
      choices: [],
      id,
    },
  ]
}
