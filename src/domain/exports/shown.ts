import { z } from 'zod'
import { ENTITIES } from '../entities/entity.ts'
import { leftOutSchema, manifestSchema, writtenFileSchema } from './manifest.ts'

const count = z.int().min(0)

/** An export as surfaces show it: whose word it was, whom it was meant for, and what became of it. */
export const shownExportSchema = z.object({
  id: z.string(),
  proposalId: z.string(),
  format: z.string(),
  /** `Standard CSV`. */
  title: z.string(),
  /** Of whom its rows are. */
  entity: z.enum(ENTITIES),
  channel: z.enum(['email', 'sms', 'ads']).nullable(),
  /** As it was when it was confirmed. */
  subject: manifestSchema.shape.subject,
  options: manifestSchema.shape.options,
  confirmedBy: z.string(),
  confirmedAt: z.string(),
  asOf: z.string(),
  confirmed: count,
  /** `waiting`: confirmed, and not written yet, also while it is being written. */
  state: z.enum(['waiting', 'done', 'failed', 'cancelled']),
  /** Why it failed. */
  reason: z.string().nullable(),
  /** The export whose customers this one takes out again, and the one that did so with this one. */
  removes: z.string().nullable(),
  removedBy: z.string().nullable(),
  /** Null before it is done. */
  written: z
    .object({
      rows: count,
      leftOut: leftOutSchema,
      mendedPhones: count,
      files: z.array(writtenFileSchema),
      notes: z.array(z.string()),
      at: z.string(),
    })
    .nullable(),
})
export type ShownExport = z.infer<typeof shownExportSchema>

/** How far a running export is. */
export interface ExportProgress {
  readonly done: number
  readonly total: number
}
