import { z } from 'zod'
import { readSql } from '#domain/criteria/read-sql.ts'
import { previewSchema } from '#domain/previews/schema.ts'
import { previewContent } from '../answers/preview.ts'
import { defineTool } from '../define.ts'

export const explainSql = defineTool({
  name: 'explain_sql',
  title: 'Explain SQL',
  description:
    'Reads SQL that a human pasted, a SELECT over the documented views (v_customers, v_orders, v_items, v_events …) or a condition alone, as criteria, and counts them: words, count, assumptions, a preview_id that other tools take. Nothing of the SQL is run. Says which part can’t be expressed.',
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
