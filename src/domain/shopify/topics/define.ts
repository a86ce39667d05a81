import type { Body } from '../body.ts'
import type { ReadTold } from '../told.ts'

/**
 * One topic of Shopify’s webhooks: what a body of it says.
 *
 * @example
 * export const ordersDelete: ShopifyTopic = {
 *   topic: 'orders/delete',
 *   read: (body) => deleted('order', body),
 * }
 */
export interface ShopifyTopic {
  /** As the header `X-Shopify-Topic` has it. */
  readonly topic: string
  read(body: Body): ReadTold
}
