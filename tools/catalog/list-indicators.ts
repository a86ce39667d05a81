import { z } from 'zod'
import { countOf } from '#kernel/text.ts'
import { indicatorLine, indicatorOutput, shownIndicator } from '../answers/indicator.ts'
import { defineTool } from '../define.ts'

export const listIndicators = defineTool({
  name: 'list_indicators',
  title: 'List indicators',
  description: 'Lists the named statuses and numbers of customers.',
  input: z.strictObject({ search: z.string().trim().max(100).optional().describe('Part of a name') }),
  output: z.object({ indicators: z.array(indicatorOutput) }),
  effect: 'read',
  async handler({ search = '' }, ctx) {
    const found = ctx.indicators.list({ search }).map((indicator) => shownIndicator(indicator, ctx))
    const content = [
      found.length === 0 ? 'No indicator has that in its name' : `${countOf(found.length, 'indicator')}:`,
      ...found.map((indicator) => `- ${indicatorLine(indicator)}`),
    ].join('\n')
    return { content, details: { indicators: found } }
  },
})
