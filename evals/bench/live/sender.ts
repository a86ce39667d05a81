import { Agent, request } from 'node:http'
import { NOW, PRODUCTS } from '../rows.ts'

/** Sends events of a shop at a pace, and remembers which of them were acknowledged. */
export interface Sender {
  readonly acknowledged: readonly string[]
  /** Milliseconds that each answer took. */
  readonly waits: readonly number[]
  /** Goes on until so many seconds are over; what was not acknowledged is sent again, as every client does. */
  send(options: { readonly seconds: number; readonly perSecond: number }): Promise<void>
  /** Where it sends to from now on: a server that was killed comes back elsewhere. */
  to(url: string): void
}

/** Events in a request, and requests at a time: a fleet of Segment’s libraries. */
const IN_A_BATCH = 50
const CONNECTIONS = 20

export function createSender({
  key,
  customers,
}: {
  readonly key: string
  readonly customers: number
}): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`
  const acknowledged: string[] = []
  const waits: number[] = []
  let url = ''
  let made = 0

  const event = (): Record<string, unknown> => {
    const n = ++made
    const userId = `C${1 + ((n * 7919) % customers)}`
    const product_id = String(1 + (n % PRODUCTS))
    const common = { messageId: `live-${n}`, userId, timestamp: new Date((NOW - 5) * 1000).toISOString() }
    const product = { product_id, name: `Product ${product_id}`, price: 10 }
    const kind = n % 100
    if (kind < 55) return { ...common, type: 'track', event: 'Product Viewed', properties: product }
    if (kind < 80) return { ...common, type: 'page', name: 'Home', properties: { path: '/' } }
    if (kind < 92) return { ...common, type: 'track', event: 'Product Added', properties: product }
    if (kind < 96) return { ...common, type: 'track', event: 'Checkout Started', properties: { value: 20 } }
    if (kind < 98) return { ...common, type: 'identify', traits: { city: `City ${n % 500}` } }
    const products = [{ ...product, quantity: 2 }]
    return {
      ...common,
      type: 'track',
      event: 'Order Completed',
      properties: { order_id: `live-${n}`, total: 20, currency: 'USD', products },
    }
  }

  /** Answers whether the batch was taken. */
  const post = (body: string) =>
    new Promise<boolean>((resolve) => {
      const start = performance.now()
      const sent = request(
        `${url}/v1/batch`,
        { agent, method: 'POST', headers: { authorization, 'content-type': 'application/json' } },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => void chunks.push(chunk))
          response.on('error', () => resolve(false))
          response.on('end', () => {
            waits.push(performance.now() - start)
            if (response.statusCode !== 200 && response.statusCode !== 503) {
              throw new Error(`${response.statusCode}: ${Buffer.concat(chunks).toString().slice(0, 500)}`)
            }
            resolve(response.statusCode === 200)
          })
        },
      )
      sent.on('error', () => resolve(false))
      sent.end(body)
    })

  return {
    acknowledged,
    waits,
    to(address) {
      url = address
    },
    async send({ seconds, perSecond }) {
      const start = performance.now()
      const total = Math.floor((seconds * perSecond) / IN_A_BATCH)
      let taken = 0
      const connection = async () => {
        while (taken < total) {
          const due = start + (taken++ * IN_A_BATCH * 1000) / perSecond
          const early = due - performance.now()
          if (early > 0) await pause(early)
          const batch = Array.from({ length: IN_A_BATCH }, event)
          const body = JSON.stringify({ batch, sentAt: new Date(NOW * 1000).toISOString() })
          while (!(await post(body))) await pause(100)
          for (const { messageId } of batch) acknowledged.push(String(messageId))
        }
      }
      await Promise.all(Array.from({ length: CONNECTIONS }, connection))
    },
  }
}

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms))
