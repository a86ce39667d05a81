import { z } from 'zod'
import { readSql } from '#domain/criteria/read-sql.ts'
import { previewSchema } from '#domain/previews/schema.ts'
import { previewContent } from '../answers/preview.ts'
import { defineTool } from '../define.ts'

export const explainSql = defineTool({
  name: 'explain_sql',
  title: 'Explain SQL',
  description:
    'Reads pasted SQL as criteria and counts them; nothing of it is run. Says which part can’t be expressed.',
  input: z.strictObject({
    sql: z.string().trim().min(1).describe('As the human wrote it'),
  }),
  output: z.object({ preview: previewSchema }),
  effect: 'read',
  async handler({ sql }, ctx) {
    const { criteria, assumptions } = await readSql(sql, ctx)
    const { previews, actor, signal } = ctx
    const preview = await previews.count(criteria, { actor, signal, assumptions })
    return { content: previewContent(preview), details: { preview } }
  },
})
