import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { InputError, NotFoundError } from '#kernel/errors.ts'
import { sameSecret } from '#kernel/hash.ts'
import type { HttpDeps } from '../deps.ts'
import { RefusedError } from '../errors.ts'
import { about } from '../openapi/about.ts'

/** Shopify’s own bodies stay far below: an order of hundreds of lines has some hundred kilobytes. */
const LARGEST = 5 * 1024 * 1024

const shopifyBody = z.looseObject({}).describe('As the topic in X-Shopify-Topic has it')
const webhookAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stored') }),
  z.object({ kind: z.literal('repeated') }).describe('It came before, and changes nothing'),
  z.object({ kind: z.literal('skipped'), why: z.string() }).describe('Nothing of it is to be kept'),
  z.object({ kind: z.literal('refused'), why: z.string() }).describe('It is not understood'),
])

/**
 * Shopify’s webhooks (https://shopify.dev/docs/apps/build/webhooks): signed, each sent again until it is answered with
 * 200. What can’t be understood is answered so too, and noted: sent again it could not be understood either.
 */
export function shopifyRoutes({ arrivals, shopify, note }: Pick<HttpDeps, 'arrivals' | 'shopify' | 'note'>) {
  return new Hono().post(
    '/',
    about({
      does: 'Take a webhook of a Shopify store',
      body: { ShopifyBody: shopifyBody },
      answer: { WebhookAnswer: webhookAnswer },
    }),
    bodyLimit({
      maxSize: LARGEST,
      onError() {
        throw new RefusedError(
          413,
          'The webhook is larger than 5 MB',
          'Subscribe to fewer fields of the topic.',
        )
      },
    }),
    async (c) => {
      if (shopify === undefined) {
        throw new NotFoundError('No Shopify store is connected', {
          next: 'Set MUSTER_SHOPIFY_SHOP and MUSTER_SHOPIFY_SECRET, and start again.',
        })
      }
      // The signature is over the bytes as they came.
      const raw = Buffer.from(await c.req.arrayBuffer())
      const header = (name: string) => c.req.header(`x-shopify-${name}`) ?? ''
      const [topic, shop] = [header('topic'), header('shop-domain').toLowerCase()]
      const refused = (why: string) => {
        note({ what: 'webhook refused', why, topic: short(topic), shop: short(shop), bytes: raw.length })
        return new RefusedError(
          401,
          `The webhook is refused: ${why}`,
          'Check the secret and the store in the settings.',
        )
      }
      if (!shopify.secrets.some((secret) => sameSecret(signatureOf(raw, secret), header('hmac-sha256')))) {
        throw refused('its signature is wrong')
      }
      if (shop !== shopify.shop) throw refused('it is of another store')
      const id = header('webhook-id')
      if (id === '' || id.length > 200) {
        throw new InputError('The webhook has no id', { next: 'Send X-Shopify-Webhook-Id, as Shopify does.' })
      }
      const outcome = await arrivals.receiveWebhook({ id, topic, shop, body: raw.toString() })
      if (outcome.kind === 'refused')
        note({ what: 'webhook not understood', why: outcome.why, topic: short(topic), id })
      return c.json(outcome)
    },
  )
}

const signatureOf = (raw: Buffer, secret: string): string =>
  createHmac('sha256', secret).update(raw).digest('base64')

/** Of a header that anybody may have written. */
const short = (text: string): string => text.slice(0, 100)
