import { z } from 'zod'
import { CHANNELS } from '#db/schema.ts'

/**
 * Whether the customer may be contacted. `reachable` is subscribed, with a usable address that has not bounced.
 *
 * @example { type: 'consent', channel: 'email', is: 'subscribed' }
 */
export const consentSchema = z.strictObject({
  type: z.literal('consent'),
  channel: z.enum(CHANNELS),
  is: z.enum(['subscribed', 'unsubscribed', 'unknown', 'reachable']),
})
export type ConsentCondition = z.infer<typeof consentSchema>
