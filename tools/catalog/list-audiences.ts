import { z } from 'zod'
import { audienceSchema } from '#domain/audiences/schema.ts'
import { countOf } from '#kernel/text.ts'
import { audienceLine } from '../answers/audience.ts'
import { defineTool } from '../define.ts'

/** More lines than this are of no use to a reader; a search finds the rest. */
const SHOWN = 60

export const listAudiences = defineTool({
  name: 'list_audiences',
  title: 'List audiences',
  description: 'Lists the audiences with their channels and sizes.',
  input: z.strictObject({ search: z.string().trim().max(100).optional().describe('Part of a name') }),
  output: z.object({ audiences: z.array(audienceSchema) }),
  effect: 'read',
  async handler({ search }, { audiences }) {
    const found = audiences.list(search === undefined ? {} : { search })
    const rest = found.length - Math.min(found.length, SHOWN)
    const none = search === undefined ? 'There are no audiences yet' : 'No audience has that in its name'
    const content = [
      found.length === 0 ? none : `${countOf(found.length, 'audience')}:`,
      ...found.slice(0, SHOWN).map((audience) => `- ${audienceLine(audience)}`),
      ...(rest === 0 ? [] : [`… and ${rest} more: search for a part of the name`]),
    ].join('\n')
    return { content, details: { audiences: [...found] } }
  },
})
