import { z } from 'zod'
import { DICTIONARY_FIELDS, type DictionaryField } from '#domain/vocabulary/dictionary.ts'
import type { Vocabulary } from '#domain/vocabulary/vocabulary.ts'
import { InputError } from '#kernel/errors.ts'
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

const LIMIT = 10

const commonest = (vocabulary: Vocabulary, field: DictionaryField | undefined) =>
  field === undefined
    ? []
    : vocabulary
        .values(field)
        .slice(0, LIMIT)
        .map((value) => ({ ...value, score: 1, via: 'exact' as const }))

export const findValues = defineTool({
  name: 'find_values',
  title: 'Find values',
  description: 'Finds how the data writes a value (country, product, tag, segment …), also through typos.',
  input: z.strictObject({
    query: z.string().trim().max(200).describe('Empty, with a field: its commonest values'),
    field: z.string().pipe(z.enum(DICTIONARY_FIELDS)).optional().describe('Default: all fields'),
  }),
  output: z.object({ matches: z.array(matchSchema) }),
  effect: 'read',
  async handler({ query, field }, { vocabulary }) {
    if (query === '' && field === undefined) {
      throw new InputError('There is nothing to look for', {
        next: 'Give a query, or a field.',
        path: ['query'],
      })
    }
    const matches: z.infer<typeof matchSchema>[] =
      query === ''
        ? commonest(vocabulary, field)
        : [...vocabulary.find(query, { limit: LIMIT, ...(field === undefined ? {} : { field }) })]
    const heading = query === '' ? `The commonest of ${field ?? ''}` : `Most like ${fence(query)}`
    const content = [
      matches.length === 0 ? `Nothing in the data is like ${fence(query || (field ?? ''))}` : `${heading}:`,
      ...matches.map(
        (match) =>
          `- ${match.field} ${fence(match.value)} (${fence(match.label)}): ${match.count}, ${match.via}`,
      ),
    ].join('\n')
    return { content, details: { matches } }
  },
})
