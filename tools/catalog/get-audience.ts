import { z } from 'zod'
import { audienceSchema } from '#domain/audiences/schema.ts'
import { perimeterSchema } from '#domain/audiences/shown.ts'
import { fence } from '#kernel/untrusted.ts'
import { audienceLine, perimeterLines } from '../answers/audience.ts'
import { defineTool } from '../define.ts'

export const getAudience = defineTool({
  name: 'get_audience',
  title: 'Show an audience',
  description: 'Counts an audience now: who falls out at which step and why.',
  input: z.strictObject({ audience_id: z.string().describe('Id or name') }),
  output: z.object({ audience: audienceSchema, perimeter: perimeterSchema, asOf: z.string() }),
  effect: 'read',
  async handler({ audience_id }, { audiences, perimeters, signal }) {
    const audience = audiences.get(audience_id)
    const { perimeter, asOf } = await perimeters.of(audience, { signal })
    const content = [
      audienceLine(audience),
      ...(audience.description === '' ? [] : [fence(audience.description, 500)]),
      `Now, as of ${asOf}:`,
      ...perimeterLines(perimeter),
    ].join('\n')
    return { content, details: { audience, perimeter, asOf } }
  },
})
