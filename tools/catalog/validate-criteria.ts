import { z } from 'zod'
import { criteriaInput } from '#domain/criteria/wire-schema.ts'
import { previewSchema } from '#domain/previews/schema.ts'
import { previewContent } from '../answers/preview.ts'
import { defineTool } from '../define.ts'

export const validateCriteria = defineTool({
  name: 'validate_criteria',
  title: 'Count',
  description:
    'Counts who satisfies criteria over customers, companies or people: words, share, funnel, overlaps. Other tools take its preview_id. Write out every condition asked for; state each assumption.',
  input: z.strictObject({
    criteria: criteriaInput,
    assumptions: z
      .array(z.string().trim().min(1).max(300))
      .max(20)
      .optional()
      .describe('One sentence for each choice you made where the request left one'),
  }),
  output: z.object({ preview: previewSchema }),
  effect: 'read',
  async handler({ criteria, assumptions }, { previews, actor, message, atHand, signal }) {
    const preview = await previews.count(criteria, {
      actor,
      signal,
      ...(message === undefined ? {} : { message }),
      ...(atHand === undefined ? {} : { atHand }),
      ...(assumptions === undefined ? {} : { assumptions }),
    })
    return { content: previewContent(preview), details: { preview } }
  },
})
