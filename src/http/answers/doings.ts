import { z } from 'zod'
import { ACTIVITY_DEEDS } from '#domain/activity/shown.ts'
import { ADDRESSED_CHANNELS } from '#domain/audiences/shown.ts'
import { shownExportSchema } from '#domain/exports/shown.ts'
import { motionAskedSchema, motionId } from '#domain/motions/shown.ts'
import { shownProposalSchema } from '#domain/proposals/shown.ts'
import { shownDeliverySchema, shownRuleSchema } from '#domain/routing/shown.ts'
import type {
  ActivityPage,
  ArrivalsReceipt,
  ExportFormats,
  ExportList,
  ExportView,
  Motions,
  Proposal,
  Routing,
  SourceList,
} from '../api.ts'

const count = z.int().min(0)

export const proposalsAnswer = z.object({ proposals: z.array(shownProposalSchema) }) satisfies z.ZodType<{
  proposals: readonly Proposal[]
}>

export const activityAnswer = z.object({
  entries: z.array(
    z.object({
      id: z.int(),
      at: z.string(),
      by: z.string(),
      did: z.enum(ACTIVITY_DEEDS),
      summary: z.string(),
      proposalId: z.string(),
      undo: z.enum(['able', 'later', 'undone']).nullable(),
    }),
  ),
  next: z.int().nullable(),
}) satisfies z.ZodType<ActivityPage>

export const exportViewAnswer = shownExportSchema.extend({
  progress: z.object({ done: count, total: count }).nullable(),
}) satisfies z.ZodType<ExportView>

export const exportListAnswer = z.object({
  exports: z.array(exportViewAnswer),
}) satisfies z.ZodType<ExportList>

export const exportFormatsAnswer = z.object({
  formats: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      goes: z.string(),
      about: z.string(),
      channel: z.enum(ADDRESSED_CHANNELS).nullable(),
      refused: z.string().nullable(),
      options: z.array(
        z.object({ name: z.enum(['contact', 'hashed', 'formulas']), label: z.string(), help: z.string() }),
      ),
      columns: z.object({ plain: z.array(z.string()), contact: z.array(z.string()) }).nullable(),
      leastRows: count.nullable(),
    }),
  ),
}) satisfies z.ZodType<ExportFormats>

export const motionsAnswer = z.object({
  motions: z.array(
    z.object({
      id: motionId,
      title: z.string(),
      about: z.string(),
      inputs: z.array(z.object({ name: motionAskedSchema.keyof(), label: z.string(), offered: z.number() })),
    }),
  ),
}) satisfies z.ZodType<Motions>

export const routingAnswer = z.object({
  rules: z.array(
    shownRuleSchema.extend({
      words: z.string(),
      tally: z.partialRecord(shownDeliverySchema.shape.state, count),
      undelivered: count,
    }),
  ),
  deliveries: z.array(shownDeliverySchema),
}) satisfies z.ZodType<Routing>

export const arrivalsAnswer = z.object({
  success: z.literal(true),
  stored: count,
  repeated: z.array(z.string()),
  waiting: z.array(z.string()),
  future: z.array(z.string()),
  keptOut: z.array(z.string()),
  rejected: z.array(z.object({ index: count, messageId: z.string().nullable(), problem: z.string() })),
  unknownTypes: z.array(z.string()),
  unused: z.array(z.string()),
}) satisfies z.ZodType<ArrivalsReceipt>

export const sourcesAnswer = z.object({
  sources: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['file', 'write_key', 'webhook', 'demo']),
      name: z.string(),
      source: z.string(),
      brought: z.array(z.object({ what: z.string(), rows: count, words: z.string(), last: z.string() })),
      firstArrival: z.string().nullable(),
      lastArrival: z.string().nullable(),
      cadence: z.object({ seconds: z.number(), words: z.string() }).nullable(),
      dueBy: z.string().nullable(),
      overdue: z.boolean(),
      ended: z.boolean(),
      says: z.string(),
    }),
  ),
}) satisfies z.ZodType<SourceList>
