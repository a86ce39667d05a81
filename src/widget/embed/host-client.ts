import type { ApiError } from '#http/api.ts'
import { type Client, createClient, errorOf, reach, RequestError } from '../api/client.ts'
import type { Tokens } from './tokens.ts'

interface Options {
  /** Where Muster is. */
  readonly origin: string
  readonly tokens: Tokens
  /** Aborted when the element leaves its page. */
  readonly left: AbortSignal
  onError(error: ApiError): void
}

/** Muster from a page of another origin: by a token instead of a cookie, renewed and tried once more when refused. */
export function hostClient({ origin, tokens, left, onError }: Options): Client {
  const send = (path: string, init: RequestInit, token: string) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${token}`)
    const signal = init.signal ? AbortSignal.any([left, init.signal]) : left
    return reach(new URL(path, origin), { ...init, headers, signal, credentials: 'omit' }, unreachable())
  }
  const request: Client['fetch'] = async (path, init) => {
    const token = await tokens.current()
    const response = await send(path, init, token)
    return response.status === 401 ? send(path, init, await tokens.renew(token)) : response
  }
  return createClient(async (path, init) => {
    try {
      const response = await request(path, init)
      if (!response.ok) onError(errorOf(await response.clone().text(), response.status))
      return response
    } catch (error) {
      if (error instanceof RequestError) onError(error.detail)
      throw error
    }
  })
}

/** Browsers don't tell a page whether nobody answered or the answer was not for it. */
const unreachable = (): ApiError => ({
  code: 'bug',
  message: `Muster can’t be reached from ${location.origin}`,
  next: `Check that it is running, and that ${location.origin} is in MUSTER_WIDGET_ORIGINS.`,
  path: [],
  choices: [],
})
