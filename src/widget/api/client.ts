import type { ApiError } from '#http/api.ts'

/** An answer of the server that was not a success, with what to do next. */
export class RequestError extends Error {
  readonly status: number
  readonly detail: ApiError

  constructor(status: number, detail: ApiError) {
    super(detail.message)
    this.status = status
    this.detail = detail
  }
}

export const getJson = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  send(path, { method: 'GET', ...(signal === undefined ? {} : { signal }) })

export const sendJson = <T>(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown = {},
  signal?: AbortSignal,
): Promise<T> =>
  send(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    ...(signal === undefined ? {} : { signal }),
  })

async function send<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RequestError(0, OFFLINE)
  }
  const text = await response.text()
  if (!response.ok) throw new RequestError(response.status, errorOf(text, response.status))
  const body: T = text === '' ? undefined : JSON.parse(text)
  return body
}

/** What a failed response says; the chat's stream reports its errors in the same form. */
export function errorOf(text: string, status: number): ApiError {
  try {
    const parsed: ApiError = JSON.parse(text)
    if (typeof parsed.message === 'string') return parsed
  } catch {
    // Not ours: a proxy's page, or nothing at all.
  }
  return { ...OFFLINE, message: `The server answered with status ${status}` }
}

const OFFLINE: ApiError = {
  code: 'bug',
  message: 'Muster can’t be reached',
  next: 'Check that it is still running, then try again.',
  path: [],
  choices: [],
}
