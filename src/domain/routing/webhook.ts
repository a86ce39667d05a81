import { createHmac } from 'node:crypto'
import { lookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { ConfigError, InputError } from '#kernel/errors.ts'
import type { Attempted } from './outbox.ts'

/** What the operator allows, from the settings. */
export interface WebhookPolicy {
  /** What deliveries are signed with; without one there are none. */
  readonly secret: string | undefined
  /** Addresses inside of the operator’s own networks, this machine among them. */
  readonly allowPrivate: boolean
}

const SECRET_SETTING = 'MUSTER_WEBHOOK_SECRET'
const PRIVATE_SETTING = 'MUSTER_WEBHOOK_PRIVATE'

/** Milliseconds for a whole request. */
const TIMEOUT = 10_000

const privateNets = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  privateNets.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const)
  privateNets.addSubnet(net, bits, 'ipv6')

/** Of an address that a name leads to. IPv4 inside of IPv6 is looked at as what it is. */
function isPrivate(address: string): boolean {
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  return privateNets.check(inside, isIP(inside) === 6 ? 'ipv6' : 'ipv4')
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** Throws InputError for an address that nothing may be sent to, ConfigError where nothing can be signed. */
export function checkWebhook(address: string, { secret, allowPrivate }: WebhookPolicy): void {
  const url = new URL(address)
  const host = hostOf(url)
  const refuse = (message: string, next: string) => new InputError(message, { next, path: ['url'] })
  if (url.username !== '' || url.password !== '') {
    throw refuse('This address holds a name or password', 'Leave it out: deliveries are signed.')
  }
  if (url.protocol !== 'https:' && !isLoopback(host)) {
    throw refuse('Deliveries go to https addresses only', 'Give an address that begins with https://.')
  }
  if (!allowPrivate && (isLoopback(host) || (isIP(host) !== 0 && isPrivate(host)))) {
    throw refuse(
      `${host} is an address inside of a network, and not on the internet`,
      `Whoever runs Muster can allow those with ${PRIVATE_SETTING}=true.`,
    )
  }
  if (secret === undefined) {
    throw new ConfigError('Nothing can be sent to a webhook: there is no secret to sign it with', {
      next: `Whoever runs Muster sets ${SECRET_SETTING}, and tells it to whoever receives.`,
    })
  }
}

type Resolve = (
  host: string,
  options: LookupOptions,
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * Finds the addresses of a name, and refuses private ones at the moment of connecting: where a name leads may have
 * changed since the rule was confirmed.
 */
export const publicOnly =
  (
    resolve: Resolve = (host, options, found) => lookup(host, { ...options, all: true }, found),
  ): LookupFunction =>
  (host, options, callback) =>
    resolve(host, options, (error, found) => {
      const addresses = error === null ? found : []
      const inside = addresses.find(({ address }) => isPrivate(address))
      const [first] = addresses
      if (error !== null || first === undefined) callback(error ?? new Error(`${host} is not known`), '', 4)
      else if (inside !== undefined) {
        callback(new Error(`${host} leads to a private address, ${inside.address}`), '', 4)
      } else if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })

/** `t=1763640000,v1=9f86…`: HMAC-SHA256 of `<t>.<body>`, so that an old body can’t be sent anew. */
const signatureOf = (body: string, secret: string, at: number): string =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`

export interface Sending {
  readonly url: string
  readonly body: string
  /** Stays the same however often it is tried: whoever receives drops the second. */
  readonly deliveryId: string
  readonly attempt: number
  /** Epoch seconds. */
  readonly at: number
  readonly signal: AbortSignal
}

/** Sends one delivery. Never follows a redirect and never throws: what came of it is answered. */
export function sendWebhook(sending: Sending, policy: WebhookPolicy, timeout = TIMEOUT): Promise<Attempted> {
  const { url, body, deliveryId, attempt, at, signal } = sending
  const again = (reason: string): Attempted => ({ outcome: 'again', reason })
  try {
    checkWebhook(url, policy)
  } catch (error) {
    return Promise.resolve(again(error instanceof Error ? error.message : String(error)))
  }
  const request = url.startsWith('https:') ? requestHttps : requestHttp
  const slow = AbortSignal.timeout(timeout)
  return new Promise((resolve) => {
    const sent = request(
      url,
      {
        method: 'POST',
        signal: AbortSignal.any([signal, slow]),
        ...(policy.allowPrivate ? {} : { lookup: publicOnly() }),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Muster',
          'muster-delivery': deliveryId,
          'muster-attempt': String(attempt),
          'muster-signature': signatureOf(body, policy.secret ?? '', at),
        },
      },
      (response) => {
        // Only how it was received counts: what the other side says is not read.
        response.destroy()
        resolve(cameOf(response.statusCode ?? 0))
      },
    )
    sent.on('error', (error) =>
      resolve(again(slow.aborted ? `no answer within ${timeout / 1000} seconds` : error.message)),
    )
    sent.end(body)
  })
}

/** By the status: what may go better later is tried again, a refusal is not. */
function cameOf(status: number): Attempted {
  if (status >= 200 && status < 300) return { outcome: 'done' }
  if (status >= 300 && status < 400) {
    return { outcome: 'failed', reason: `answered ${status}: redirects are not followed` }
  }
  const later = status >= 500 || status === 408 || status === 425 || status === 429
  return { outcome: later ? 'again' : 'failed', reason: `answered ${status}` }
}
