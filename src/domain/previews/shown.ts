import { z } from 'zod'
import { perimeterSchema } from '../audiences/shown.ts'
import { shownAlternativeSchema } from '../alternatives/shown.ts'
import { ENTITIES } from '../entities/entity.ts'
import { receiptSpanSchema } from '../language/receipt-span.ts'
import { freshnessSchema } from '../sources/fresh-schema.ts'

export const MOST_ALTERNATIVES = 10
const count = z.int().min(0)

/** One step of the funnel: what a branch of the criteria leaves by itself and after the steps before it. */
export const funnelStepSchema = z.object({
  words: z.string(),
  /** Members of this branch alone. */
  alone: count,
  /** Members of this and all earlier steps together. */
  left: count,
})

export const warningSchema = z.object({
  kind: z.enum([
    'nobody',
    'everybody',
    'large',
    'same_as_segment',
    'unknown_values',
    'never_bought',
    'few_buyers',
    'history_begins',
  ]),
  message: z.string(),
})

const customerSampleSchema = z.object({
  /** The id as imported. */
  id: z.string(),
  /** Masked: initials and a shortened address. */
  name: z.string(),
  email: z.string(),
  place: z.string(),
  orders: count,
  /** Currency units. */
  spent: z.number(),
  lastOrder: z.string().nullable(),
})

const companySampleSchema = z.object({
  id: z.string(),
  name: z.string(),
  place: z.string(),
  industry: z.string(),
  employees: count.nullable(),
})

const personSampleSchema = z.object({
  id: z.string(),
  /** Masked: initials. */
  name: z.string(),
  place: z.string(),
  title: z.string(),
  company: z.string(),
})

/** Which of them is told by the preview's entity. */
export const sampleSchema = z.union([customerSampleSchema, companySampleSchema, personSampleSchema])

/** A change of criteria as people see it: what they were, how many met them, and which conditions went and came. */
const changeSchema = z.object({
  previewId: z.string(),
  words: z.string(),
  count,
  removed: z.array(z.string()),
  added: z.array(z.string()),
})

/** A preview as surfaces show it: without its criteria, whose type is made of every condition. It has an id and changes nothing; what a model reads of it is masked. */
export const shownPreviewSchema = z.object({
  id: z.string(),
  entity: z.enum(ENTITIES),
  /** Completes "Customers who …", "Companies that …", "People who …". Generated from the criteria, never by a model. */
  words: z.string(),
  /** Readable, over the documented views. */
  sql: z.string(),
  /** ISO 8601, a whole minute. */
  asOf: z.string(),
  /** Of the data that the criteria read, and of no other. */
  freshness: z.array(freshnessSchema),
  count,
  total: count,
  funnel: z.array(funnelStepSchema),
  /** Null for companies and the people there, whose consent nobody keeps here. */
  reachable: z.object({ email: count, sms: count }).nullable(),
  /** Of segments, which hold customers. */
  overlaps: z.array(z.object({ segmentId: z.string(), name: z.string(), members: count, shared: count })),
  sample: z.array(sampleSchema).max(5),
  warnings: z.array(warningSchema),
  /** Said openly: how the request was read where it could have meant something else. */
  assumptions: z.array(z.string()),
  /** How each word of the human's message was read, when there was one. */
  receipt: z.array(receiptSpanSchema),
  /** Conditions that no words of the human's message led to: whoever chose the criteria added them. */
  unasked: z.array(z.string()).exactOptional(),
  /** One step from what was counted, each counted too. */
  alternatives: z.array(shownAlternativeSchema).max(MOST_ALTERNATIVES).exactOptional(),
  /** What the thread had at hand before, where these criteria change it. */
  changedFrom: changeSchema.exactOptional(),
  /** Of an audience: who falls out of it at which step. */
  perimeter: perimeterSchema.exactOptional(),
  membersHash: z.string(),
})
export type ShownPreview = z.infer<typeof shownPreviewSchema>
export type FunnelStep = z.infer<typeof funnelStepSchema>
export type Warning = z.infer<typeof warningSchema>
export type Sample = z.infer<typeof sampleSchema>
