import type { Tool } from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { AnyTool } from '#tools/define.ts'

const jsonObject = z.record(z.string(), z.json())

/**
 * A tool as a client lists it: the same names, texts and input schemas as everywhere else. Of the output of a reading
 * tool it tells which fields there always are (all that draft answer with a proposal, as the instructions say): the list
 * is sent with every conversation, and nobody fills in an output. Hints stand where a client would assume otherwise.
 */
export function wireTool({ name, title, description, effect, inputSchema, output }: AnyTool): Tool {
  const required = Object.entries(output.shape).flatMap(([key, schema]) =>
    z.safeParse(schema, undefined).success ? [] : [key],
  )
  return {
    name,
    title,
    description,
    inputSchema: { ...jsonObject.parse(inputSchema), type: 'object' },
    outputSchema: { type: 'object', ...(effect === 'read' && { required }) },
    // A proposal only describes a change; drafting it twice makes two.
    annotations: {
      ...(effect === 'read' ? { readOnlyHint: true } : { destructiveHint: false }),
      openWorldHint: false,
    },
  }
}
