import { z } from 'zod'

/** What can be proposed. Each kind is one file. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('create_segment'),
    name: z.string(),
    description: z.string(),
    previewId: z.string(),
  }),
  z.strictObject({
    kind: z.literal('update_segment'),
    segmentId: z.string(),
    previewId: z.string().optional(),
    description: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('rename_segment'), segmentId: z.string(), name: z.string() }),
  z.strictObject({
    kind: z.literal('clone_segment'),
    segmentId: z.string(),
    name: z.string(),
    previewId: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('delete_segment'), segmentId: z.string() }),
  /** Restores version N of a segment as a new version; without one, the version before the current. */
  z.strictObject({ kind: z.literal('undo'), segmentId: z.string(), version: z.int().optional() }),
])
export type Change = z.infer<typeof changeSchema>
