import { z } from 'zod'
import { windowSchema } from '../time/window.ts'
import { OPERATORS } from './comparison.ts'
import { productFilterSchema, texts } from './filters.ts'

/**
 * A test over a customer's events: how many of these types happened. Without a comparison: at least one.
 *
 * @example { type: 'events', event: ['opened_email', 'clicked_email'], within: { kind: 'last', n: 30, unit: 'day' } }
 */
export const eventsSchema = z.strictObject({
  type: z.literal('events'),
  event: texts,
  op: z.enum(OPERATORS).optional(),
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]).optional(),
  within: windowSchema.optional(),
  where: z
    .strictObject({
      product: productFilterSchema.optional(),
      campaign: texts.optional(),
      channel: texts.optional(),
      device: texts.optional(),
    })
    .refine((f) => Object.keys(f).length > 0, { message: 'leave an empty filter out' })
    .optional(),
})
export type EventsCondition = z.infer<typeof eventsSchema>
