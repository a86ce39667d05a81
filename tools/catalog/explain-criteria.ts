import { z } from 'zod'
import { previewSchema } from '#domain/previews/schema.ts'
import { rfmRulesOf } from '#domain/rfm/told-rules.ts'
import { fence } from '#kernel/untrusted.ts'
import { countLines } from '../answers/preview.ts'
import { explainedInput, explainedOf } from '../answers/explained.ts'
import { defineTool } from '../define.ts'

export const explainCriteria = defineTool({
  name: 'explain_criteria',
  title: 'Explain criteria',
  description: 'Explains a preview or a segment: its words, how the count comes about step by step, its SQL.',
  input: explainedInput,
  output: z.object({
    explained: previewSchema.omit({ sample: true, receipt: true, membersHash: true }),
  }),
  effect: 'read',
  async handler(input, { explanations, actor, signal }) {
    const counted = await explanations.counted(explainedOf(input), { actor, signal })
    const { sample: _people, receipt: _receipt, membersHash: _hash, ...explained } = counted
    const content = [
      ...countLines(counted),
      ...rfmRulesOf(counted.criteria),
      'SQL:',
      fence(counted.sql, 4000),
    ].join('\n')
    return { content, details: { explained } }
  },
})
