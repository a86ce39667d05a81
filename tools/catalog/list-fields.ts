import { z } from 'zod'
import { conditions as all } from '#domain/conditions/index.ts'
import { howWritten } from '#domain/criteria/wire-schema.ts'
import { DICTIONARY_FIELDS } from '#domain/vocabulary/dictionary.ts'
import { percentOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'
import { defineTool } from '../define.ts'

/** Values a field that a model reads; the others it finds with find_values. */
const VALUES_SHOWN = 6

const CONDITION_TYPES = all.map(({ type }) => type)

const fieldSchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(['text', 'list', 'number', 'date', 'money']),
  /** Share of customers with a value; 0: the workspace holds none. */
  filled: z.number(),
  values: z.array(
    z.object({ field: z.enum(DICTIONARY_FIELDS), value: z.string(), label: z.string(), count: z.int() }),
  ),
})

export const listFields = defineTool({
  name: 'list_fields',
  title: 'List the data',
  description:
    'Lists what the data holds: fields, events, how many have them, common values; nothing else exists. With conditions: how criteria of these types are written.',
  input: z.strictObject({
    search: z.string().trim().max(100).optional().describe('Part of a name'),
    conditions: z
      .array(z.string().pipe(z.enum(CONDITION_TYPES)))
      .min(1)
      .max(CONDITION_TYPES.length)
      .optional(),
  }),
  output: z.object({ fields: z.array(fieldSchema) }),
  effect: 'read',
  async handler({ search = '', conditions }, { vocabulary }) {
    if (conditions !== undefined) return { content: howWritten(conditions), details: { fields: [] } }
    const wanted = search.toLowerCase()
    const fields = vocabulary
      .fields()
      .filter(({ name, label }) => `${name} ${label}`.toLowerCase().includes(wanted))
      .map((field) => ({ ...field, values: [...field.values] }))
    const lines = fields.map(({ name, label, type, filled, values }) => {
      const some = values.slice(0, VALUES_SHOWN).map(({ value }) => fence(value, 40))
      const known = filled > 0 ? [percentOf(filled, 1)] : some.length === 0 ? ['no data'] : []
      // Types of events are as many as the data has: their names come from there.
      const shown = name.startsWith('event:') ? fence(name) : `${name}: ${label}`
      return `- ${[shown, type, ...known].join(', ')}${some.length === 0 ? '' : `, such as ${some.join(' ')}`}`
    })
    const content = fields.length === 0 ? 'There is no such field' : lines.join('\n')
    return { content, details: { fields } }
  },
})
