import { z } from 'zod'
import { ENTITIES } from '#domain/entities/entity.ts'
import { bestRowSchema } from '#domain/profiles/standing/shown.ts'
import { bestLines } from '../answers/best-records.ts'
import { defineTool } from '../define.ts'

/** More are read on the page of qualification. */
const MOST = 50

export const listBest = defineTool({
  name: 'list_best',
  title: 'List the best by score',
  description: 'Lists who of a preview scores highest: 10, or limit.',
  input: z.strictObject({
    preview_id: z.string(),
    limit: z.int().min(1).max(MOST).optional(),
  }),
  output: z.object({
    entity: z.enum(ENTITIES),
    rows: z.array(bestRowSchema),
    total: z.int(),
    asOf: z.string(),
  }),
  effect: 'read',
  async handler({ preview_id, limit = 10 }, { previews, standing, signal }) {
    const { criteria } = previews.get(preview_id)
    const best = await standing.best(criteria, { most: limit, masked: true, signal })
    return { content: bestLines(best).join('\n'), details: { ...best, rows: [...best.rows] } }
  },
})
