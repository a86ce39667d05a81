import type { Tool } from '@modelcontextprotocol/server'
import { z } from 'zod'

type Schema = z.core.JSONSchema.BaseSchema
type OutputSchema = NonNullable<Tool['outputSchema']>

/**
 * The top level of a tool's output, and what this surface adds to it: enough to find one's way, a fraction of
 * the whole. The list of tools is sent with every conversation, and nobody fills in an output.
 */
export function outline(output: z.ZodObject, added: readonly string[] = []): OutputSchema {
  const { properties = {}, required = [] } = z.toJSONSchema(output, { io: 'input', unrepresentable: 'any' })
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, glance(inner)])),
      ...Object.fromEntries(added.map((name) => [name, { type: 'object' }])),
    },
    ...(required.length > 0 && { required }),
  }
}

/** What kind of value it is. `{}`, which fits everything, where that takes more than a word. */
function glance(schema: Schema | boolean): { type?: string | string[]; enum?: string[] } {
  if (typeof schema === 'boolean') return {}
  const kinds = (schema.anyOf ?? [schema]).flatMap((part) =>
    typeof part === 'object' ? part.type : undefined,
  )
  const known = [...new Set(kinds)].filter((kind) => kind !== undefined)
  const [only] = known
  if (only === undefined || known.length < new Set(kinds).size) return {}
  const choices = schema.enum?.filter((choice) => typeof choice === 'string') ?? []
  return { type: known.length === 1 ? only : known, ...(choices.length > 0 && { enum: choices }) }
}
