import { RequestError } from '../api/client.ts'

/** The short-lived tokens that the page gets from its own server. */
export interface Tokens {
  /** The one at hand, or a first one. Throws RequestError when the page gives none. */
  current(): Promise<string>
  /** A new one in place of `refused`; whoever waits for one at the same time gets the same. */
  renew(refused: string): Promise<string>
}

export function createTokens(ask: () => Promise<unknown>): Tokens {
  let asked: Promise<string> | undefined
  const begin = (): Promise<string> => {
    const asking = ask().then(readToken)
    asked = asking
    // One that failed is asked for again the next time.
    asking.catch(() => {
      if (asked === asking) asked = undefined
    })
    return asking
  }
  return {
    current: () => asked ?? begin(),
    async renew(refused) {
      const waitedFor = asked ?? begin()
      const current = await waitedFor
      if (current !== refused) return current
      // Somebody else who was refused may have asked meanwhile.
      return asked === undefined || asked === waitedFor ? begin() : asked
    },
  }
}

/** A token, or what Muster answered to the page's server, which holds one. */
function readToken(given: unknown): string {
  const token = typeof given === 'object' && given !== null && 'token' in given ? given.token : given
  if (typeof token === 'string' && token !== '') return token
  throw noToken(
    'This page has no token for Muster',
    'Set `token-url`, or answer the event `muster-token` with respondWith().',
  )
}

/** Asks the page's own server, as who is signed in there. */
export async function tokenFrom(url: string): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
    })
  } catch {
    throw noToken('The page’s server gave no token for Muster', 'Check your connection, then try again.')
  }
  if (!response.ok) {
    throw noToken(
      `The page’s server gave no token for Muster (status ${response.status})`,
      'Sign in to this page again, then try again.',
    )
  }
  return response.json().catch(() => undefined)
}

const noToken = (message: string, next: string): RequestError =>
  new RequestError(401, { code: 'signed_out', message, next, path: [], choices: [] })
