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

/** The server, as a part of the page reaches it. Everything throws RequestError. */
export interface Client {
  getJson<T>(path: string, signal?: AbortSignal): Promise<T>
  sendJson<T>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<T>
  /** For answers that are read as they arrive, whatever their status. */
  fetch(path: string, init: RequestInit): Promise<Response>
}

/** `request` answers once the server has; it throws RequestError, or what an aborted `fetch` throws. */
export function createClient(request: Client['fetch']): Client {
  async function send<T>(path: string, init: RequestInit): Promise<T> {
    return readAnswer(await request(path, init))
  }
  return {
    getJson: (path, signal) => send(path, { method: 'GET', ...(signal === undefined ? {} : { signal }) }),
    sendJson: (method, path, body = {}, signal) =>
      send(path, {
        method,
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
        ...(signal === undefined ? {} : { signal }),
      }),
    fetch: request,
  }
}

/** `fetch`, with what can go wrong on the way as a RequestError that says `unreachable`. */
export async function reach(
  url: string | URL,
  init: RequestInit,
  unreachable: ApiError = OFFLINE,
): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RequestError(0, unreachable)
  }
}

/** By the session of the human who is signed in here. Whoever listens hears when nobody answers. */
export const ownClient = createClient(async (path, init) => {
  try {
    return await reach(path, { ...init, credentials: 'same-origin' })
  } catch (error) {
    if (error instanceof RequestError) dispatchEvent(new Event('muster:unreachable'))
    throw error
  }
})
/** For the pages of the web app, which are never shown elsewhere; others take the client of their home. */
export const { getJson, sendJson } = ownClient

/** What a response says; throws RequestError for one that failed. */
export async function readAnswer<T>(response: Response): Promise<T> {
  const text = await response.text()
  if (!response.ok) throw new RequestError(response.status, errorOf(text, response.status))
  const body: T = text === '' ? undefined : JSON.parse(text)
  return body
}

/** What a failed response says. */
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
