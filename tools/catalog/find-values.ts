import { z } from 'zod'
import { DICTIONARY_FIELDS } from '#domain/vocabulary/dictionary.ts'
import { fence } from '#kernel/untrusted.ts'
import { defineTool } from '../define.ts'

const matchSchema = z.object({
  field: z.enum(DICTIONARY_FIELDS),
  /** As criteria write it. */
  value: z.string(),
  /** As people read it. */
  label: z.string(),
  /** Customers, or products, with it. */
  count: z.int(),
  score: z.number(),
  via: z.enum(['exact', 'alias', 'prefix', 'fuzzy']),
})

export const findValues = defineTool({
  name: 'find_values',
  title: 'Find values',
  description:
    'Finds how the data writes a value (country, city, product, category, tag, event, segment …), also through typos. Criteria take the value as it is answered here.',
  input: z.strictObject({
    query: z.string().trim().min(1).max(200),
    field: z.enum(DICTIONARY_FIELDS).optional().describe('Default: all fields'),
  }),
  output: z.object({ matches: z.array(matchSchema) }),
  effect: 'read',
  async handler({ query, field }, { vocabulary }) {
    const matches = [...vocabulary.find(query, { limit: 10, ...(field === undefined ? {} : { field }) })]
    const content = [
      matches.length === 0 ? `Nothing in the data is like ${fence(query)}` : `Most like ${fence(query)}:`,
      ...matches.map(
        (match) =>
          `- ${match.field} ${fence(match.value)} (${fence(match.label)}): ${match.count}, ${match.via}`,
      ),
    ].join('\n')
    return { content, details: { matches } }
  },
})
