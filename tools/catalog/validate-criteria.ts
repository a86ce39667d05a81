import { z } from 'zod'
import { criteriaInput } from '#domain/criteria/wire-schema.ts'
import { previewSchema } from '#domain/previews/schema.ts'
import { previewContent } from '../answers/preview.ts'
import { defineTool } from '../define.ts'

export const validateCriteria = defineTool({
  name: 'validate_criteria',
  title: 'Count',
  description:
    'Checks criteria over customers, companies or the people there (one of them at a time) and counts who satisfies them: words, share, funnel, overlaps, warnings. Answers with a preview_id that other tools take. Write out every condition that was asked for; state each assumption you made.',
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
