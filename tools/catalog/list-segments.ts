import { z } from 'zod'
import { segmentSchema } from '#domain/segments/schema.ts'
import { countOf, foldText } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'
import { segmentLine } from '../answers/segment.ts'
import { defineTool } from '../define.ts'

/** More lines than this are of no use to a reader; a search finds the rest. */
const SHOWN = 60

export const listSegments = defineTool({
  name: 'list_segments',
  title: 'List segments',
  description: 'Lists segments and imported lists with sizes.',
  input: z.strictObject({
    search: z.string().trim().max(100).optional().describe('Part of a name'),
    customer: z.string().trim().min(1).max(300).optional().describe('Who is in them'),
  }),
  output: z.object({ segments: z.array(segmentSchema) }),
  effect: 'read',
  async handler({ search = '', customer }, { segments, explanations, signal }) {
    if (customer !== undefined) {
      const { one, segments: held } = await explanations.segmentsOf(customer, { signal })
      const named = held.filter(({ name }) => foldText(name).includes(foldText(search)))
      const content = [
        `Customer ${fence(one.id)} is in ${named.length === 0 ? 'no segment or list.' : `${countOf(named.length, 'segment or list', 'segments and lists')}:`}`,
        ...named.map((segment) => `- ${segmentLine(segment)}`),
      ].join('\n')
      return { content, details: { segments: named } }
    }
    const found = segments.list({ search })
    const shown = found.slice(0, SHOWN)
    const rest = found.length - shown.length
    const content = [
      found.length === 0
        ? 'No segment has that in its name'
        : `${countOf(found.length, 'segment or list', 'segments and lists')}:`,
      ...shown.map((segment) => `- ${segmentLine(segment)}`),
      ...(rest === 0 ? [] : [`… and ${rest} more: search for a part of the name`]),
    ].join('\n')
    return { content, details: { segments: [...found] } }
  },
})
