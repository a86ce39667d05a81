import { z } from 'zod'
import type { Explained } from '#domain/explanations/explanations.ts'
import { InputError } from '#kernel/errors.ts'

/** What an explaining tool takes: one of the two. */
export const explainedInput = z.strictObject({
  preview_id: z.string().optional(),
  segment_id: z.string().optional().describe('Id or name'),
})

/** Throws InputError unless exactly one was given. */
export function explainedOf({ preview_id, segment_id }: z.output<typeof explainedInput>): Explained {
  if (preview_id !== undefined && segment_id === undefined) return { previewId: preview_id }
  if (preview_id === undefined && segment_id !== undefined) return { segment: segment_id }
  throw new InputError('Give preview_id or segment_id, one of them', {
    next: 'Name the preview that was counted, or the segment.',
  })
}
