import type { Context, MiddlewareHandler } from 'hono'
import { RefusedError } from '../errors.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Answers only under names that are ours. A hostile page can make its own name resolve to this machine (DNS
 * rebinding) and would then count as same-origin; its name in the Host header gives it away.
 */
export function hostGuard(hosts: readonly string[]): MiddlewareHandler {
  const ours = new Set([...LOOPBACK, ...hosts.map((host) => host.toLowerCase())])
  return async (c, next) => {
    const name = hostOf(c).replace(/:\d+$/, '').toLowerCase()
    if (!ours.has(name)) {
      throw new RefusedError(
        421,
        `Muster does not answer under the name ${name}`,
        'Open it as localhost, or set MUSTER_PUBLIC_URL to the address that people use.',
      )
    }
    await next()
  }
}

/** The name and port under which the request came in. */
export const hostOf = (c: Context): string => c.req.header('host') ?? new URL(c.req.url).host
