import { z } from 'zod'
import { BREAKDOWNS, figuresSchema } from '#domain/insights/schema.ts'
import { explainedInput, explainedOf } from '../answers/explained.ts'
import { figuresContent } from '../answers/figures.ts'
import { defineTool } from '../define.ts'

export const getFigures = defineTool({
  name: 'get_figures',
  title: 'Figures about people',
  description: 'Figures about a preview’s or segment’s customers: orders, spend, by place …',
  input: explainedInput.extend({
    by: z.array(z.enum(BREAKDOWNS)).max(4).optional(),
    from: z.iso.date().optional().describe('Orders from this day on'),
    to: z.iso.date().optional().describe('Orders up to this day'),
  }),
  output: z.object({ figures: figuresSchema }),
  effect: 'read',
  async handler({ by = [], from, to, ...what }, { insights, signal }) {
    const ordered =
      from === undefined && to === undefined
        ? undefined
        : { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
    const figures = await insights.figures(explainedOf(what), { by, signal, ...(ordered && { ordered }) })
    return { content: figuresContent(figures), details: { figures } }
  },
})
