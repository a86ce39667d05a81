import { z } from 'zod'
import { segmentSchema } from '#domain/segments/schema.ts'
import { countOf } from '#kernel/text.ts'
import { segmentLine } from '../answers/segment.ts'
import { defineTool } from '../define.ts'

/** More lines than this are of no use to a reader; a search finds the rest. */
const SHOWN = 60

export const listSegments = defineTool({
  name: 'list_segments',
  title: 'List segments',
  description: 'Lists the saved segments and imported lists with their sizes.',
  input: z.strictObject({ search: z.string().trim().max(100).optional().describe('Part of a name') }),
  output: z.object({ segments: z.array(segmentSchema) }),
  effect: 'read',
  async handler({ search = '' }, { segments }) {
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
