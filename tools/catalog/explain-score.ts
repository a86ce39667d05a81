import { z } from 'zod'
import { ENTITIES } from '#domain/entities/entity.ts'
import { scoreExplanationSchema } from '#domain/profiles/scoring/shown-explained.ts'
import { scoreLines } from '../answers/score-explanation.ts'
import { defineTool } from '../define.ts'

export const explainScore = defineTool({
  name: 'explain_score',
  title: 'Explain a score',
  description: 'Says why a record scores so, by parameter.',
  input: z.strictObject({
    entity: z.enum(ENTITIES),
    record: z.string().trim().min(1).max(300).describe('Id as imported, e-mail, domain or name'),
    profile_id: z.string().optional().describe('The best ones when left out'),
  }),
  output: scoreExplanationSchema,
  effect: 'read',
  async handler({ entity, record, profile_id }, { scoring, signal }) {
    const details = await scoring.explain({ entity, named: record }, { profile: profile_id, signal })
    return { content: scoreLines(details).join('\n'), details }
  },
})
