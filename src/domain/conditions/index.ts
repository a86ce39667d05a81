import { z } from 'zod'
import { attributeSchema } from './attribute.ts'
import { consentSchema } from './consent.ts'
import { eventsSchema } from './events.ts'
import { ordersSchema } from './orders.ts'
import { purchasesSchema } from './purchases.ts'
import { rankSchema } from './rank.ts'
import { rfmSchema } from './rfm.ts'
import { segmentSchema } from './segment.ts'

export const conditionSchema = z.discriminatedUnion('type', [
  attributeSchema,
  consentSchema,
  ordersSchema,
  purchasesSchema,
  eventsSchema,
  rfmSchema,
  segmentSchema,
  rankSchema,
])
export type Condition = z.infer<typeof conditionSchema>
